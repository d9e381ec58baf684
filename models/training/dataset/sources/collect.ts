import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SPLITS, type Split } from '../example.ts';
import type { StartProgress } from '../progress.ts';
import type { Store } from '../store.ts';
import { publicExample, splitOfYear } from './public.ts';
import { syntheticExamples } from './synthetic.ts';

/** More candidates than wanted, because copies fall away. */
const SPARE = 1.5;
/** Seeds after which nothing new is to be had from the generator. */
const MOST_SEEDS = 200;

/** Draws seeds of the generator until every split has enough to choose from. */
export function collectSynthetic(
  store: Store,
  {
    seed,
    wanted,
  }: { readonly seed: number; readonly wanted: Readonly<Record<(typeof SPLITS)[number], number>> },
  start: StartProgress,
): void {
  const count = store.db.prepare(
    "SELECT count(*) AS n FROM candidate WHERE source = 'synthetic' AND split = ?",
  );
  const lacking = (): boolean =>
    SPLITS.some(
      (split) => (count.get(split) as { n: number }).n < wanted[split] * SPARE && wanted[split] > 0,
    );
  const need = (): Record<Split, number> => ({
    train: missing('train'),
    validation: missing('validation'),
    test: missing('test'),
  });
  const missing = (split: Split): number =>
    Math.ceil(wanted[split] * SPARE) - (count.get(split) as { n: number }).n;
  const all = SPLITS.reduce((sum, split) => sum + wanted[split] * SPARE, 0);
  const progress = start('synthetic cases', Math.ceil(all));
  for (let at = Number(store.mark('seeds') ?? '0'); at < MOST_SEEDS && lacking(); at += 1) {
    store.together(() => {
      for (const candidate of syntheticExamples(seed * MOST_SEEDS + at, need()))
        store.addCandidate(candidate);
      store.setMark('seeds', String(at + 1));
    });
    progress.done(SPLITS.reduce((sum, split) => sum + (count.get(split) as { n: number }).n, 0));
  }
  progress.end();
}

/** Lines between two commits. */
const BATCH = 2000;

/** Reads the visits of the survey, each year from a file of lines that is made when it is not there. */
export async function collectPublic(
  store: Store,
  { years, folder }: { readonly years: readonly number[]; readonly folder: string },
  start: StartProgress,
): Promise<void> {
  for (const year of years) {
    const file = join(folder, `visits-${year}.jsonl`);
    if (!existsSync(file) && !makeVisits(year, file)) {
      store.addProblem({ source: 'public', where: `NHAMCS ${year}`, why: 'the visits could not be read' });
      continue;
    }
    await readYear(store, year, file, { split: splitOfYear(year, years), start });
  }
}

async function readYear(
  store: Store,
  year: number,
  file: string,
  { split, start }: { readonly split: ReturnType<typeof splitOfYear>; readonly start: StartProgress },
): Promise<void> {
  const mark = `year/${year}`;
  const from = Number(store.mark(mark) ?? '0');
  const progress = start(`NHAMCS ${year}`, statSync(file).size);
  let at = 0;
  let bytes = 0;
  let batch: (readonly [number, string])[] = [];
  const flush = (): void => {
    store.together(() => {
      for (const [line, text] of batch) {
        const candidate = publicExample(text, year, split);
        if (candidate === undefined)
          store.addProblem({
            source: 'public',
            where: `visits-${year}.jsonl:${line}`,
            why: 'no visit that can be used',
          });
        else store.addCandidate(candidate);
      }
      store.setMark(mark, String(at));
    });
    batch = [];
    progress.done(bytes);
  };
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    at += 1;
    bytes += Buffer.byteLength(text) + 1;
    if (at <= from || text.trim() === '') continue;
    batch.push([at, text]);
    if (batch.length >= BATCH) flush();
  }
  flush();
  progress.end();
}

/** Runs the survey's reader in the training environment; false when it or the survey is not there. */
function makeVisits(year: number, file: string): boolean {
  mkdirSync(join(file, '..'), { recursive: true });
  const run = fileURLToPath(new URL('../../run.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [run, 'triage.report_visits', String(year), file], {
    stdio: ['ignore', 2, 2],
  });
  return status === 0 && existsSync(file);
}
