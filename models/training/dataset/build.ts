import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { leakFinder } from './check-leaks.ts';
import { type Choice, chooseExamples } from './choose.ts';
import { collectClinic } from './clinic/collect.ts';
import { exportFiles, importExport } from './clinic/import.ts';
import type { Config } from './config.ts';
import { type Balance, newBalance, writeDatasheet } from './datasheet.ts';
import { RULES_VERSION } from './deidentify/deidentify-text.ts';
import { type Example, exampleSchema, SPLITS, type Split } from './example.ts';
import { noProgress, type StartProgress } from './progress.ts';
import { collectPublic, collectSynthetic } from './sources/collect.ts';
import { splitPatients } from './split-patients.ts';
import { writeSpotCheck } from './spot-check.ts';
import { openStore, type Problem, type Store } from './store.ts';

/** How a build ended. */
export interface BuildResult {
  readonly examples: number;
  readonly problems: readonly Problem[];
  readonly leaks: number;
}

/** Changes when a stage gives another result for the same input. */
const BUILDER_VERSION = '1';

/**
 * Builds a dataset into a folder: train.jsonl, validation.jsonl, test.jsonl, DATASHEET.md, report.json, problems.jsonl,
 * and for the clinic private/spot-check.md.
 *
 * The same configuration, input and secret give the same bytes. A build that was killed goes on where it was. With a leak
 * between splits no split is written.
 *
 * @param secret - Of de-identification; needed when the configuration names a clinic.
 */
export async function buildDataset(
  { config, out, secret }: { readonly config: Config; readonly out: string; readonly secret?: string },
  start: StartProgress = noProgress,
): Promise<BuildResult> {
  mkdirSync(out, { recursive: true });
  const store = openStore(join(out, '.work'), fingerprintOf(config, secret));
  try {
    const tooEarly = await collect(store, { config, out, secret }, start);
    const choice = chooseExamples(store, config, start);
    const { balance, leaks } = inspect(store, config, start);
    const problems = store.problems();
    if (leaks.length === 0) writeSplits(store, out);
    else writeFileSync(join(out, 'leaks.json'), JSON.stringify(leaks, null, 2));
    writeReports(store, out, { config, choice, balance, problems, leaks: leaks.length, tooEarly });
    if (leaks.length === 0) {
      store.close();
      store.remove();
    }
    return { examples: balance.count({}), problems, leaks: leaks.length };
  } finally {
    if (store.db.isOpen) store.close();
  }
}

async function collect(
  store: Store,
  { config, out, secret }: { readonly config: Config; readonly out: string; readonly secret?: string },
  start: StartProgress,
): Promise<number> {
  const { count, seed, shares, splits, clinic } = config;
  if (shares.synthetic > 0) {
    const wanted = Object.fromEntries(
      SPLITS.map((split) => [split, Math.round(count * shares.synthetic * splits[split])]),
    );
    collectSynthetic(store, { seed, wanted: wanted as Record<Split, number> }, start);
  }
  if (config.public !== undefined && shares.public > 0)
    await collectPublic(
      store,
      { years: config.public.years, folder: config.public.folder ?? join(out, 'visits') },
      start,
    );
  if (clinic === undefined || shares.clinic === 0) return 0;
  if (secret === undefined) throw new Error('a clinic needs the secret of de-identification');
  await importExport(clinic.folder, store, start);
  collectClinic(store, { secret, licence: clinic.licence }, start);
  const known = store.mark('too-early');
  if (known !== undefined) return Number(known);
  const tooEarly = splitPatients(store, splits);
  store.setMark('too-early', String(tooEarly));
  return tooEarly;
}

/** Counts what was chosen and looks for leaks, in one pass over it. */
function inspect(
  store: Store,
  config: Config,
  start: StartProgress,
): { readonly balance: Balance; readonly leaks: ReturnType<ReturnType<typeof leakFinder>['leaks']> } {
  const balance = newBalance();
  const finder = leakFinder(config.nearDuplicate);
  const all = (store.db.prepare('SELECT count(*) AS n FROM chosen').get() as { n: number }).n;
  const progress = start('leak check', all);
  let done = 0;
  for (const example of chosenExamples(store)) {
    exampleSchema.parse(example);
    balance.add(example);
    finder.add(example);
    done += 1;
    progress.done(done);
  }
  progress.end();
  return { balance, leaks: finder.leaks() };
}

function* chosenExamples(store: Store, split?: Split): Generator<Example> {
  const rows = store.db
    .prepare(
      `SELECT c.json FROM chosen h JOIN candidate c ON c.id = h.id ${split === undefined ? '' : 'WHERE h.split = ?'} ORDER BY c.rank, c.id`,
    )
    .iterate(...(split === undefined ? [] : [split]));
  for (const row of rows) yield JSON.parse((row as { json: string }).json) as Example;
}

/** Each split to a file of its own, whole or not at all. */
function writeSplits(store: Store, out: string): void {
  for (const split of SPLITS) {
    const file = join(out, `${split}.jsonl`);
    const handle = openSync(`${file}.part`, 'w');
    for (const example of chosenExamples(store, split)) writeSync(handle, `${JSON.stringify(example)}\n`);
    closeSync(handle);
    renameSync(`${file}.part`, file);
  }
}

interface Told {
  readonly config: Config;
  readonly choice: Choice;
  readonly balance: Balance;
  readonly problems: readonly Problem[];
  readonly leaks: number;
  readonly tooEarly: number;
}

function writeReports(store: Store, out: string, told: Told): void {
  const tally = store.db.prepare('SELECT name, count FROM tally ORDER BY name').all() as unknown as readonly {
    name: string;
    count: number;
  }[];
  const deidentified = Object.fromEntries(tally.map(({ name, count }) => [name, count]));
  const licences = store.db
    .prepare(
      "SELECT DISTINCT c.source || ': ' || json_extract(c.json, '$.metadata.licence') AS terms FROM chosen h JOIN candidate c ON c.id = h.id ORDER BY terms",
    )
    .all()
    .map((row) => String((row as { terms: string }).terms));
  const { choice, problems, leaks, tooEarly } = told;
  writeFileSync(join(out, 'DATASHEET.md'), writeDatasheet({ ...told, deidentified, licences }));
  writeFileSync(
    join(out, 'problems.jsonl'),
    problems.map((problem) => `${JSON.stringify(problem)}\n`).join(''),
  );
  writeFileSync(
    join(out, 'report.json'),
    `${JSON.stringify({ builder: BUILDER_VERSION, rules: RULES_VERSION, choice, leaks, tooEarly, deidentified, skipped: problems.length }, null, 2)}\n`,
  );
  const { clinic, seed } = told.config;
  if (clinic === undefined || clinic.spotCheck === 0) return;
  mkdirSync(join(out, 'private'), { recursive: true, mode: 0o700 });
  writeFileSync(join(out, 'private', 'spot-check.md'), writeSpotCheck(store, clinic.spotCheck, seed), {
    mode: 0o600,
  });
}

/** What a half-finished build was made for: another configuration, secret or export begins anew. */
function fingerprintOf(config: Config, secret: string | undefined): string {
  const hash = createHash('sha256').update(JSON.stringify([BUILDER_VERSION, RULES_VERSION, config]));
  if (secret !== undefined) hash.update(createHash('sha256').update(`fingerprint ${secret}`).digest());
  for (const folder of [config.clinic?.folder, config.public?.folder]) {
    if (folder === undefined) continue;
    for (const name of exportFiles(folder)) {
      const { size, mtimeMs } = statSync(join(folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** The secret of a file or of PRESCREEN_DEID_SECRET; undefined when there is none. */
export function readSecret(config: Config, environment: NodeJS.ProcessEnv): string | undefined {
  const file = config.clinic?.secretFile;
  const secret = file === undefined ? environment.PRESCREEN_DEID_SECRET : readFileSync(file, 'utf8');
  return secret?.trim() || undefined;
}
