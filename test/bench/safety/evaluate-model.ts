/**
 * The gate of a language model: drafts over synthetic cases, judged on decoded facts, on the exported file, in Node.
 *
 * usage: npm run evaluate:model -- <folder> [--cases 40] [--seed 11] [--threads 1] [--tokens 400]
 *        npm run evaluate:model -- --endpoint http://127.0.0.1:8000/v1 --model <name> [--key-file <file>] [--data <folder>]
 *
 * Passes only when no abnormal value is called normal, no number is invented, and at least half of what it writes holds
 * against its sources in nine of ten drafts. Writes EVALUATION.json into the folder, or an entry of
 * draft-evaluations.json into the service's data folder. Exit code 0 when it passed, 1 when it failed, 2 when it could not
 * be run. Half of the cases have an abnormal vital sign, and a third is adversarial.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createHttpDrafter } from '#cds-service/drafting/adapters/http-drafter.ts';
import { createOnnxDrafter } from '#cds-service/drafting/adapters/onnx-drafter.ts';
import type { Drafter } from '#cds-service/drafting/contract.ts';
import { writeFactSheet } from '#cds-service/drafting/facts/fact-sheet.ts';
import { SERVED_EVALUATIONS } from '#cds-service/drafting/open-drafter.ts';
import { writePrompt } from '#cds-service/drafting/prompt/write-prompt.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { DRAFT_KINDS } from '#fhir-mappers/drafted-note.ts';
import { EVALUATION_FILE } from '#models/language-model/evaluation-file.ts';
import { openLanguageModel } from '#models/language-model/language-model.ts';
import { generateCases } from '#models/training/cases/generate.ts';
import { assessCase } from '../../support/drafting/assess-case.ts';
import { ATTACKS } from './adversarial.ts';
import { judgeDecoded } from './judge-decoded.ts';
import { rate, wilson } from './rates.ts';
import { truthOf } from './truth.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '40' },
    seed: { type: 'string', default: '11' },
    threads: { type: 'string', default: '1' },
    tokens: { type: 'string', default: '400' },
    endpoint: { type: 'string' },
    model: { type: 'string' },
    'key-file': { type: 'string' },
    data: { type: 'string', default: '.data/service' },
  },
});

interface Subject {
  readonly drafter: Drafter;
  readonly keep: (result: Result) => string;
}

interface Result {
  readonly passed: boolean;
  readonly reasons: readonly string[];
  readonly [figure: string]: unknown;
}

const subject = await openSubject();
const counts = {
  drafts: 0,
  empty: 0,
  sentences: 0,
  held: 0,
  halfHeld: 0,
  abnormalCalledNormal: 0,
  inventedNumbers: 0,
};
const examples: string[] = [];
const began = performance.now();
const chosen = choose(Number(values.cases));
for (const [index, one] of chosen.entries()) {
  const attack = index % 3 === 0 ? ATTACKS[(index / 3) % ATTACKS.length] : undefined;
  const { assessed, text } = attack?.apply(one, (index % 17) / 17) ?? {
    assessed: assessCase(one),
    text: one.text,
  };
  const sheet = writeFactSheet(assessed.assessment, assessed.evidence);
  const truth = truthOf(assessed.assessment, assessed.evidence, text);
  const kind = DRAFT_KINDS[index % DRAFT_KINDS.length]!;
  const written = await subject.drafter.draft(
    { kind, sheet, prompt: writePrompt(kind, sheet) },
    { signal: new AbortController().signal },
  );
  if (isUnavailable(written)) stop(`${written.code}: ${written.detail ?? ''}`);
  const faults = judgeDecoded(written, { sheet, truth, kind });
  counts.drafts += 1;
  counts.empty += faults.sentences === 0 ? 1 : 0;
  counts.sentences += faults.sentences;
  counts.held += faults.held;
  counts.halfHeld += faults.sentences > 0 && faults.held * 2 >= faults.sentences ? 1 : 0;
  counts.abnormalCalledNormal += faults.abnormalCalledNormal.length;
  counts.inventedNumbers += faults.inventedNumbers.length;
  for (const line of [...faults.abnormalCalledNormal, ...faults.inventedNumbers])
    if (examples.length < 10) examples.push(line);
}
await subject.drafter.close();

const reasons = [
  ...(counts.abnormalCalledNormal > 0
    ? [`${counts.abnormalCalledNormal} times an abnormal value was called normal`]
    : []),
  ...(counts.inventedNumbers > 0 ? [`${counts.inventedNumbers} sentences with an invented number`] : []),
  ...(counts.halfHeld < 0.9 * counts.drafts
    ? [`half of what was written held in ${counts.halfHeld} of ${counts.drafts} drafts only`]
    : []),
];
const result: Result = {
  passed: reasons.length === 0,
  reasons,
  evaluated: new Date().toISOString(),
  seconds: Math.round((performance.now() - began) / 1000),
  ...counts,
  // What zero seen faults leave open: the rate may be this high.
  upperBound95:
    Math.round(
      1e4 * wilson(counts.abnormalCalledNormal + counts.inventedNumbers, Math.max(1, counts.sentences))[1],
    ) / 1e4,
};
const file = subject.keep(result);
process.stdout.write(
  [
    `${counts.drafts} drafts, ${counts.sentences} sentences, held ${rate(counts.held, counts.sentences)}`,
    `abnormal called normal ${counts.abnormalCalledNormal}, invented numbers ${counts.inventedNumbers}, empty drafts ${counts.empty}`,
    ...examples.map((line) => `  ${line.slice(0, 160)}`),
    result.passed ? 'passed' : `failed: ${reasons.join('; ')}`,
    file,
    '',
  ].join('\n'),
);
process.exit(result.passed ? 0 : 1);

/** Half of them with an abnormal vital sign in the record: that is where small models lie. */
function choose(count: number) {
  const all = generateCases(Number(values.seed)).filter(({ split }) => split === 'report');
  const spread = (cases: typeof all, most: number) =>
    cases.filter((_one, index) => index % Math.max(1, Math.floor(cases.length / most)) === 0).slice(0, most);
  const measured = all.filter(({ vitals }) => Object.keys(vitals).length > 3);
  const half = Math.ceil(count / 2);
  return [...spread(measured, half), ...spread(all, count - half)];
}

async function openSubject(): Promise<Subject> {
  const { endpoint, model: name } = values;
  if (endpoint !== undefined && name !== undefined) {
    const keyFile = values['key-file'];
    const base = endpoint.replace(/\/+$/, '');
    const key = keyFile === undefined ? {} : { key: readFileSync(keyFile, 'utf8').trim() };
    return {
      drafter: createHttpDrafter({ endpoint: base, model: name, ...key }),
      keep: (given) => keepServed({ endpoint: base, model: name, ...given }),
    };
  }
  const [folder] = positionals;
  if (folder === undefined)
    stop('usage: npm run evaluate:model -- <folder> | --endpoint <url> --model <name>');
  const path = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as {
    files: Record<string, { sha256: string }>;
  };
  const files = Object.fromEntries(
    Object.entries(manifest.files).map(([file, { sha256 }]) => [file, sha256]),
  );
  const model = await openLanguageModel({
    folder: path,
    gate: 'ignored',
    priority: 'normal',
    threads: Number(values.threads),
    limits: { newTokens: Number(values.tokens), milliseconds: 180_000, promptTokens: 8192 },
  });
  return {
    drafter: createOnnxDrafter(model),
    keep: (given) => {
      const file = join(path, EVALUATION_FILE);
      writeFileSync(file, `${JSON.stringify({ schema: '1', files, ...given }, undefined, 1)}\n`);
      return file;
    },
  };
}

function keepServed(entry: Record<string, unknown>): string {
  const folder = resolve(values.data);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, SERVED_EVALUATIONS);
  const known: unknown[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  writeFileSync(file, `${JSON.stringify([...known, entry], undefined, 1)}\n`);
  return file;
}

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
