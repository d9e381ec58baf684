/**
 * Measures de-identification on notes with planted identifiers of every kind.
 *
 * usage: npm run evaluate:deidentification -- [--half tune|report] [--notes 2400] [--seed 1] [--errors 40]
 *
 * The report half has templates, names, places and clinical terms of its own; `--errors` lists what was missed, for the
 * tune half only. Ends with exit code 1 when recall is below 99.5% or 1% of the clinical terms were removed.
 */
import { parseArgs } from 'node:util';
import { IDENTIFIER_KINDS } from '../deidentify/kinds.ts';
import { type Count, intervalOf, measure } from './measure.ts';
import { plantNotes } from './notes.ts';

const LEAST_RECALL = 0.995;
const MOST_CLINICAL = 0.01;

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'report' },
    notes: { type: 'string', default: '2400' },
    seed: { type: 'string', default: '1' },
    errors: { type: 'string', default: '0' },
  },
});
const which = values.half === 'tune' ? 'tune' : 'report';
if (which === 'report' && values.errors !== '0') {
  process.stderr.write('The report half is only counted: read errors with --half tune.\n');
  process.exit(2);
}
const measured = measure(plantNotes(which, Number(values.notes), Number(values.seed)));
const line = (text: string): void => void process.stdout.write(`${text}\n`);
const shown = (count: Count): string => {
  const [low, high] = intervalOf(count);
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  return `${percent(count.found / Math.max(1, count.all)).padStart(8)}  ${String(count.found).padStart(6)} of ${String(count.all).padEnd(6)} (95%: ${percent(low)} to ${percent(high)})`;
};
line(`${measured.notes} notes of the ${which} half, seed ${values.seed}, without any knowledge of a chart`);
line(`recall            ${shown(measured.overall)}`);
for (const kind of IDENTIFIER_KINDS)
  line(`  ${kind.padEnd(16)}${shown(measured.byKind.get(kind) ?? { found: 0, all: 0 })}`);
for (const [casing, count] of [...measured.byCasing].sort()) line(`  ${casing.padEnd(16)}${shown(count)}`);
line(`clinical removed  ${shown(measured.clinical)}`);
line(`other removed     ${shown(measured.otherWords)}`);
for (const { kind, casing, text, template, note } of measured.misses.slice(0, Number(values.errors)))
  line(`${kind} [${casing}] ${text} | ${template}\n    ${note}`);
const passed =
  measured.overall.found / measured.overall.all >= LEAST_RECALL &&
  measured.clinical.found / measured.clinical.all < MOST_CLINICAL;
process.exit(passed ? 0 : 1);
