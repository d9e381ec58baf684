/**
 * Exports the sandbox clinic with signed conclusions, as a clinic's EHR would by Bulk Data.
 *
 * usage: npm run dataset:sandbox -- --out DIR [--patients 200] [--seed 1]
 */
import { parseArgs } from 'node:util';
import { exportSandbox } from './export-sandbox.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    patients: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.out === undefined) {
  process.stderr.write('usage: npm run dataset:sandbox -- --out DIR [--patients 200] [--seed 1]\n');
  process.exit(1);
}
const { patients, signed, resources } = await exportSandbox(values.out, {
  patients: Number(values.patients),
  seed: Number(values.seed),
});
process.stdout.write(`${patients} patients, ${signed} signed conclusions, ${resources} resources\n`);
