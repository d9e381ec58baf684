/**
 * Writes examples of drafting for fine-tuning and preference tuning: the prompt that the service sends, the template's
 * draft as the answer, and for each example the same draft with one rule broken.
 *
 * usage: npm run draft:examples -- --out examples.jsonl [--cases 1000] [--seed 1]
 *
 * A condition is in one split only. The report split of the generator becomes `test` and stays unread.
 */
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeTemplate } from '#cds-service/drafting/adapters/template-drafter.ts';
import type { WrittenSentence } from '#cds-service/drafting/contract.ts';
import { keepWhatHolds } from '#cds-service/drafting/draft-note.ts';
import { writeFactSheet } from '#cds-service/drafting/facts/fact-sheet.ts';
import { createSentenceCheck } from '#cds-service/drafting/grounding/check-sentence.ts';
import { writePrompt } from '#cds-service/drafting/prompt/write-prompt.ts';
import { DRAFT_KINDS } from '#fhir-mappers/drafted-note.ts';
import { type Case, generateCases } from '#models/training/cases/generate.ts';
import { assessCase } from '../../support/drafting/assess-case.ts';
import { MISDEEDS } from './misdeeds.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.out === undefined) {
  process.stderr.write('usage: npm run draft:examples -- --out examples.jsonl [--cases 1000] [--seed 1]\n');
  process.exit(2);
}
const PART = { situation: 'S', background: 'B', assessment: 'A', recommendation: 'R' } as const;
const all = generateCases(Number(values.seed));
const step = Math.max(1, Math.floor(all.length / Number(values.cases)));
const out = createWriteStream(values.out);
let written = 0;
for (const [index, one] of all.entries()) {
  if (index % step !== 0) continue;
  const { assessment, evidence } = assessCase(one);
  const sheet = writeFactSheet(assessment, evidence);
  const check = createSentenceCheck(sheet, assessment.asOf);
  for (const kind of DRAFT_KINDS) {
    const { system, user } = writePrompt(kind, sheet);
    const lines = keepWhatHolds(writeTemplate(kind, sheet), check).sentences.map(lineOf);
    if (lines.length === 0) continue;
    const facts = sheet.facts.map(({ id, text }) => ({ id, text }));
    const chance = ((index * 7919) % 997) / 997;
    const rejected = MISDEEDS.flatMap(({ id, write }) => {
      const bad = write({ facts }, chance);
      const at = Math.floor(chance * lines.length);
      const part = /^[SBAR]: /.exec(lines[at] ?? '')?.[0] ?? '';
      return bad === undefined
        ? []
        : [{ rule: id, answer: [...lines.slice(0, at), part + bad, ...lines.slice(at + 1)].join('\n') }];
    });
    // Three of them, other ones each time: all would make one case weigh as much as a register.
    const chosen = rejected.filter((_one, place) => (place + index) % Math.ceil(rejected.length / 3) === 0);
    out.write(
      `${JSON.stringify({ id: `${one.id}/${kind}`, kind, split: splitOf(one), system, user, answer: lines.join('\n'), rejected: chosen })}\n`,
    );
    written += 1;
  }
}
out.end();
process.stdout.write(`${written} examples in ${values.out}\n`);

function lineOf({ section, text, cites }: WrittenSentence): string {
  return `${section === undefined ? '' : `${PART[section]}: `}${text} [${cites.join(' ')}]`;
}

function splitOf({ split, condition }: Case): 'train' | 'validation' | 'test' {
  if (split === 'report') return 'test';
  const hash = [...condition].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7);
  return hash % 10 === 0 ? 'validation' : 'train';
}
