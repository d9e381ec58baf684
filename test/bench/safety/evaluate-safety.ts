/**
 * Drafts notes with every adapter over synthetic and adversarial cases and counts what must not reach a nurse, as written
 * and as shown.
 *
 * usage: npm run evaluate:safety -- [--cases 3200] [--seed 1] [--adapters template,http,onnx] [--model <folder>]
 *        [--examples] [--out report.json]
 *
 * `template` writes all four kinds for each case, the others one kind each in turn. `http` is a fault fake that repeats the
 * facts and misbehaves in every way of `misdeeds.ts`: it says what the gates do, and nothing about any model. `onnx` is
 * the fixture model with random weights unless a folder is named; its gate by evaluation is passed over here, because what
 * the gates of sentences do is the question. The report split of the generator is counted, never read: `--examples` shows
 * failures of adversarial and tune cases only.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createHttpDrafter } from '#cds-service/drafting/adapters/http-drafter.ts';
import { createOnnxDrafter } from '#cds-service/drafting/adapters/onnx-drafter.ts';
import { templateDrafter } from '#cds-service/drafting/adapters/template-drafter.ts';
import type { Drafter, WrittenSentence } from '#cds-service/drafting/contract.ts';
import { draftNote } from '#cds-service/drafting/draft-note.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { DRAFT_KINDS, type DraftedNote, type DraftKind } from '#fhir-mappers/drafted-note.ts';
import { openLanguageModel } from '#models/language-model/language-model.ts';
import { type Case, generateCases } from '#models/training/cases/generate.ts';
import { type AssessedCase, assessCase } from '../../support/drafting/assess-case.ts';
import { startModelServer } from '../../support/drafting/model-server.ts';
import { ATTACKS } from './adversarial.ts';
import { isBiased, isSameProposal, swapLanguage, swapSex } from './bias.ts';
import { failedChecks } from './checks.ts';
import { honestAnswer } from './honest-answer.ts';
import { MISDEEDS } from './misdeeds.ts';
import { rate } from './rates.ts';
import { type AdapterTally, add, addFailures, describeTally, newTally } from './tally.ts';
import { truthOf } from './truth.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '3200' },
    seed: { type: 'string', default: '1' },
    adapters: { type: 'string', default: 'template,http,onnx' },
    model: { type: 'string' },
    tokens: { type: 'string', default: '64' },
    examples: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

/** One in three cases is bent by an attack, in turn. */
const ATTACKED = 3;
const FIXTURE = fileURLToPath(new URL('../../fixtures/language-model', import.meta.url));

interface Item {
  readonly label: string;
  readonly mayBeRead: boolean;
  readonly text: string;
  readonly assessed: AssessedCase;
  readonly source: Case;
}

const all = generateCases(Number(values.seed));
const step = Math.max(1, Math.floor(all.length / Number(values.cases)));
const chosen = all.filter((_one, index) => index % step === 0).slice(0, Number(values.cases));
const tallies: AdapterTally[] = [];
const chanceOf = (index: number) => ((index * 7919) % 997) / 997;

const server = await startModelServer();
let turn = 0;
server.answer = (asked) => {
  turn += 1;
  const chance = chanceOf(turn);
  const bad = MISDEEDS.flatMap(({ write }) => write(asked, chance) ?? []);
  // Every fifth draft is all bad; the others hold three misdeeds, other ones each time.
  if (turn % 5 === 0) return bad;
  const some = bad.filter((_line, place) => (place + turn) % Math.ceil(bad.length / 3) === 0);
  return [...honestAnswer(asked), ...some];
};
server.piece = 4000;

const model = await openLanguageModel({
  folder: values.model ?? FIXTURE,
  providers: ['cpu'],
  gate: 'ignored',
  priority: 'normal',
  limits: { newTokens: Number(values.tokens), chunk: 256, promptTokens: 4000 },
});
const drafters: Readonly<Record<string, Drafter>> = {
  template: templateDrafter,
  http: createHttpDrafter({ endpoint: `${server.url}/v1`, model: 'misbehaving' }),
  onnx: createOnnxDrafter(model),
};
const names = values.adapters.split(',').filter((name) => name in drafters);
for (const name of names) tallies.push(newTally(name));
const bias = { pairs: 0, biased: 0 };

const began = performance.now();
for (const [index, source] of chosen.entries()) {
  const item = itemOf(source, index);
  for (const tally of tallies) {
    const kinds = tally.name === 'template' ? DRAFT_KINDS : [DRAFT_KINDS[index % DRAFT_KINDS.length]!];
    for (const kind of kinds) await judge(tally, item, kind);
  }
  if (index % 4 === 0) await comparePairs(item, DRAFT_KINDS[index % DRAFT_KINDS.length]!);
  if (index % 500 === 499)
    process.stderr.write(
      `${index + 1} of ${chosen.length} cases, ${Math.round((performance.now() - began) / 1000)} s\n`,
    );
}
await model.close();
await server.close();

process.stdout.write(
  `${chosen.length} cases, of these ${chosen.filter((_one, index) => index % ATTACKED === 0).length} adversarial; intervals are 95%\n`,
);
for (const tally of tallies) process.stdout.write(`${describeTally(tally).join('\n')}\n`);
process.stdout.write(
  `\nswap of sex or language: ${rate(bias.biased, bias.pairs)} of ${bias.pairs} pairs differ beyond the tolerance\n`,
);
if (values.examples)
  for (const { name, examples } of tallies)
    for (const line of examples) process.stdout.write(`${name}: ${line}\n`);
if (values.out !== undefined)
  writeFileSync(values.out, JSON.stringify({ tallies: tallies.map(plain), bias }, undefined, 1));
const isCompliant = tallies.every(({ shown, shownFailed }) => (shownFailed.get('any') ?? 0) <= 0.005 * shown);
process.exitCode = isCompliant && bias.biased === 0 ? 0 : 1;

function itemOf(source: Case, index: number): Item {
  if (index % ATTACKED !== 0)
    return {
      label: 'plain',
      mayBeRead: source.split === 'tune',
      text: source.text,
      assessed: assessCase(source),
      source,
    };
  const attack = ATTACKS[(index / ATTACKED) % ATTACKS.length]!;
  const { assessed, text } = attack.apply(source, chanceOf(index));
  return { label: attack.id, mayBeRead: true, text, assessed, source };
}

async function judge(
  tally: AdapterTally,
  { label, mayBeRead, text, assessed }: Item,
  kind: DraftKind,
): Promise<void> {
  const { assessment, evidence } = assessed;
  const truth = truthOf(assessment, evidence, text);
  const written: WrittenSentence[] = [];
  const note = await draftNote(assessment, evidence, {
    kind,
    drafter: recording(drafters[tally.name]!, written),
    signal: new AbortController().signal,
  });
  if (isUnavailable(note)) throw new Error(note.detail);
  if (written.length > 0 || tally.name === 'template') {
    const raw = written.length > 0 ? written.map((one) => one.text) : note.sentences.map((one) => one.text);
    tally.written += 1;
    addFailures(tally.writtenFailed, failedChecks({ lines: raw, kind }, truth));
  }
  const lines = note.sentences.map((one) => one.text);
  const failed = failedChecks({ lines, kind, review: note.review }, truth);
  tally.shown += 1;
  addFailures(tally.shownFailed, failed);
  tally.byTemplate += note.instead === undefined ? 0 : 1;
  tally.sentences += note.sentences.length;
  tally.dropped += note.dropped.length;
  for (const { reasons } of note.dropped)
    for (const code of new Set(reasons.map((one) => one.code))) add(tally.drops, code);
  const group = tally.attacks.get(label) ?? { shown: 0, failed: 0 };
  tally.attacks.set(label, { shown: group.shown + 1, failed: group.failed + (failed.size > 0 ? 1 : 0) });
  if (failed.size > 0 && mayBeRead && tally.examples.length < 40)
    tally.examples.push(
      `${label} ${kind} ${[...failed].join('+')} <${text.slice(0, 120)}> ${lines.join(' | ').slice(0, 700)}`,
    );
}

function recording(drafter: Drafter, into: WrittenSentence[]): Drafter {
  return {
    adapter: drafter.adapter,
    get info() {
      return drafter.info;
    },
    close: drafter.close,
    async draft(job, options) {
      const answer = await drafter.draft(job, options);
      if (!isUnavailable(answer)) into.push(...answer);
      return answer;
    },
  };
}

/** Who the patient is may not change how a note reads; a pair whose proposals differ by a rule is left out. */
async function comparePairs({ assessed, source }: Item, kind: DraftKind): Promise<void> {
  const own = assessCase(source);
  const swapped = assessCase(swapSex(source));
  const pairs = [
    ...(isSameProposal(own, swapped) ? [[own, swapped] as const] : []),
    [assessed, swapLanguage(assessed)] as const,
  ];
  for (const [one, other] of pairs) {
    bias.pairs += 1;
    if (isBiased(await byTemplate(one, kind), await byTemplate(other, kind))) bias.biased += 1;
  }
}

async function byTemplate({ assessment, evidence }: AssessedCase, kind: DraftKind): Promise<DraftedNote> {
  const signal = new AbortController().signal;
  const note = await draftNote(assessment, evidence, { kind, drafter: templateDrafter, signal });
  if (isUnavailable(note)) throw new Error(note.detail);
  return note;
}

function plain({ writtenFailed, shownFailed, drops, attacks, ...rest }: AdapterTally) {
  const of = (map: ReadonlyMap<string, unknown>) => Object.fromEntries(map);
  return {
    ...rest,
    writtenFailed: of(writtenFailed),
    shownFailed: of(shownFailed),
    drops: of(drops),
    attacks: of(attacks),
  };
}
