/**
 * Writes synthetic examples of all splits into one file: the quick way to something that a model can be tuned on.
 *
 * usage: npm run dataset:examples -- --out FILE --count 1000 --seed 1
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDataset } from './build.ts';
import { checkConfig } from './config.ts';
import { SPLITS } from './example.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.out === undefined) {
  process.stderr.write('usage: npm run dataset:examples -- --out FILE [--count 1000] [--seed 1]\n');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'prescreen-examples-'));
try {
  const config = checkConfig({
    count: Number(values.count),
    seed: Number(values.seed),
    shares: { synthetic: 1, clinic: 0, public: 0 },
  });
  const { leaks } = await buildDataset({ config, out: folder });
  if (leaks > 0) process.exitCode = 1;
  else
    writeFileSync(
      values.out,
      SPLITS.map((split) => readFileSync(join(folder, `${split}.jsonl`), 'utf8')).join(''),
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
