/**
 * Continues a text with a language model's folder and prints tokens and speed as JSON. For proofs of an export; no gate.
 *
 * usage: node models/language-model/generate-main.ts <folder> --prompt <text> [--tokens 32] [--threads 1] [--provider cpu]
 */
import { parseArgs } from 'node:util';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Provider } from '../contract.ts';
import { openLanguageModel } from './language-model.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    prompt: { type: 'string' },
    tokens: { type: 'string', default: '32' },
    threads: { type: 'string', default: '1' },
    provider: { type: 'string', default: 'cpu' },
  },
});
const [folder] = positionals;
if (folder === undefined || values.prompt === undefined) {
  process.stderr.write('usage: generate-main.ts <folder> --prompt <text> [--tokens 32]\n');
  process.exit(2);
}
const model = await openLanguageModel({
  folder,
  gate: 'ignored',
  threads: Number(values.threads),
  providers: [values.provider as Provider],
  limits: { newTokens: Number(values.tokens) },
});
const result = await model.generate({ raw: values.prompt });
if (isUnavailable(result)) {
  process.stderr.write(`${result.code}: ${result.detail ?? ''}\n`);
  process.exitCode = 1;
} else {
  const { ids, text, ending, promptTokens, firstTokenMs, milliseconds } = result;
  const rest = Math.max(1, milliseconds - firstTokenMs);
  const tokensPerSecond = ids.length < 2 ? 0 : Math.round((10_000 * (ids.length - 1)) / rest) / 10;
  const info = model.info;
  process.stdout.write(
    `${JSON.stringify({ ids, text, ending, promptTokens, firstTokenMs, tokensPerSecond, ...(isUnavailable(info) ? {} : info) })}\n`,
  );
}
await model.close();
