/**
 * Builds a dataset of instruction examples.
 *
 * usage: npm run dataset -- --config models/training/dataset/sandbox.yaml --out DIR
 *
 * Exit code 0: done; 2: done, and some records were skipped (problems.jsonl names them); 1: a leak between splits, or
 * trouble. A build that was stopped goes on with the same command.
 */
import { parseArgs } from 'node:util';
import { buildDataset, readSecret } from './build.ts';
import { readConfig } from './config.ts';
import { showProgress } from './progress.ts';

const { values } = parseArgs({ options: { config: { type: 'string' }, out: { type: 'string' } } });
if (values.config === undefined || values.out === undefined) {
  process.stderr.write('usage: npm run dataset -- --config FILE --out DIR\n');
  process.exit(1);
}
const config = readConfig(values.config);
const { examples, problems, leaks } = await buildDataset(
  { config, out: values.out, secret: readSecret(config, process.env) },
  showProgress,
);
process.stdout.write(
  `${examples} examples, ${problems.length} records skipped, ${leaks} leaks between splits\n`,
);
process.exit(leaks > 0 ? 1 : problems.length > 0 ? 2 : 0);
