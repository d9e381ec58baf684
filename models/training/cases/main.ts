/**
 * Writes the synthetic cases of one seed as JSON lines.
 *
 * usage: node models/training/cases/main.ts [--seed 1] [--split tune|report] > cases.jsonl
 */
import { parseArgs } from 'node:util';
import { generateCases } from './generate.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, split: { type: 'string' } },
});
for (const one of generateCases(Number(values.seed)))
  if (values.split === undefined || one.split === values.split)
    process.stdout.write(`${JSON.stringify(one)}\n`);
