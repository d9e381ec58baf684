/**
 * Shows the model registry, and what of it fits this machine.
 *
 * usage: npm run models -- check [--tokens 4096] | list | show ID
 */
import { parseArgs } from 'node:util';
import { fitsOf } from './fits.ts';
import { readMachine } from './machine.ts';
import { BYTES_PER_WEIGHT, inferenceBytes, PRECISIONS, tuningBytes } from './memory-need.ts';
import { type RegistryEntry, readRegistry } from './registry.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tokens: { type: 'string', default: '4096' } },
});
const models = readRegistry();
const tokens = Number(values.tokens);
const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function check(): string {
  const machine = readMachine();
  const fits = new Map(fitsOf(models, machine, tokens).map((fit) => [fit.id, fit]));
  const gpus = machine.gpus.map(({ name, memory }) => `${name} ${gigabytes(memory)} GB`).join(', ');
  const rows = models.map((model) => {
    const fit = fits.get(model.id);
    const need = PRECISIONS.map((precision) => gigabytes(inferenceBytes(model, precision, tokens)));
    return [
      model.id,
      ...need,
      fit?.onCpu ?? '-',
      fit?.onGpu ?? '-',
      fit?.tuning ?? '-',
      model.licence.commercial,
    ];
  });
  const head = ['model', ...PRECISIONS, 'on the CPU', 'on the GPU', 'training', 'commercial'];
  return [
    `This machine: ${gigabytes(machine.memory)} GB of memory; GPU: ${gpus === '' ? 'none' : gpus}.`,
    `GB to answer a request of ${tokens} tokens, computed from parameters and shape (weights, cache, a tenth on top).`,
    'A model counts as fitting below 70% of the memory, or 90% of the GPU memory. Fitting is not speed: on a CPU',
    'reckon with one pass over the weights for every token.',
    '',
    table([head, ...rows]),
  ].join('\n');
}

function list(): string {
  const rows = models.map((model) => [model.id, model.publisher, model.released, model.licence.name]);
  return table([['model', 'publisher', 'released', 'licence'], ...rows]);
}

function show(model: RegistryEntry): string {
  const weights = PRECISIONS.map((one) => `${one} ${gigabytes(model.parameters * BYTES_PER_WEIGHT[one])} GB`);
  const said = (kind: 'known' | 'claimed') =>
    model.quality[kind].map(
      ({ statement, citation, verified }) =>
        `  ${statement} (${citation.organisation}, ${citation.title}, ${citation.year}${verified ? '' : '; from memory'})`,
    );
  return [
    `${model.name} by ${model.publisher}, ${model.released}; ${model.source}`,
    `licence: ${model.licence.name}. ${model.licence.clinical}${model.licence.verified ? '' : ' (from memory: read it)'}`,
    `${gigabytes(model.parameters)} billion parameters, ${model.context} tokens of context; weights: ${weights.join(', ')}`,
    `training with 2048 tokens: LoRA ${gigabytes(tuningBytes(model, 'lora', 2048))} GB, QLoRA ${gigabytes(tuningBytes(model, 'qlora', 2048))} GB (estimate)`,
    `adapter on: ${[model.lora.targets].flat().join(', ')}`,
    `chat template: ${model.chat.template}, system text ${model.chat.system}. ${model.chat.note}`,
    `serve with ${model.serve.with.join(', ')}; ONNX for the Node adapter: ${model.serve.onnx}. ${model.serve.note}`,
    'known of its medical quality:',
    ...(model.quality.known.length === 0 ? ['  nothing that we could cite'] : said('known')),
    'only claimed:',
    ...(model.quality.claimed.length === 0 ? ['  nothing recorded'] : said('claimed')),
  ].join('\n');
}

const [command = 'check', id] = positionals;
const wanted = models.find((model) => model.id === id);
if (command === 'check') process.stdout.write(`${check()}\n`);
else if (command === 'list') process.stdout.write(`${list()}\n`);
else if (command === 'show' && wanted !== undefined) process.stdout.write(`${show(wanted)}\n`);
else {
  process.stderr.write(
    command === 'show'
      ? `no model ${id ?? ''}: ${models.map((model) => model.id).join(', ')}\n`
      : 'usage: npm run models -- check [--tokens 4096] | list | show ID\n',
  );
  process.exitCode = 2;
}
