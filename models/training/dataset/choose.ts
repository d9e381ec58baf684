import { createHash } from 'node:crypto';
import type { Config } from './config.ts';
import { type Example, SOURCES, type Source, SPLITS, type Split } from './example.ts';
import { bandsOf, comparedText, likeness, plainWords, shinglesOf } from './likeness.ts';
import type { StartProgress } from './progress.ts';
import type { Store } from './store.ts';

/** Why candidates were not chosen. */
export type Unchosen = 'exact duplicate' | 'near duplicate' | 'in another split' | 'more than wanted';

/** What was chosen and what was not, for the datasheet. */
export interface Choice {
  /** Wanted and chosen by source and split. */
  readonly counts: readonly {
    readonly source: Source;
    readonly split: Split;
    readonly wanted: number;
    readonly chosen: number;
  }[];
  readonly unchosen: Readonly<Record<Unchosen, number>>;
}

/** Complaints of fewer words are too short to say who copied whom: "chest pain" may stand in every split. */
export const SHORTEST_COPY = 8;

/** Splits in the order in which they choose: what is for testing is never given up for training. */
const ORDER: readonly Split[] = ['test', 'validation', 'train'];

/**
 * Chooses the examples: test first, then validation, then train, each source by its share, in an order that the seed
 * alone decides. A candidate that is like one already chosen, in any split, is not.
 */
export function chooseExamples(store: Store, config: Config, start: StartProgress): Choice {
  const { db } = store;
  db.exec(`
    DROP TABLE IF EXISTS chosen; DROP TABLE IF EXISTS band; DROP TABLE IF EXISTS words;
    CREATE TABLE chosen (id TEXT PRIMARY KEY, split TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE band (key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
    CREATE TABLE words (key TEXT PRIMARY KEY, split TEXT NOT NULL) WITHOUT ROWID;
    UPDATE candidate SET state = '';
  `);
  rankCandidates(store, config.seed);
  const quota = quotas(store, config);
  const total = [...quota.values()].reduce((sum, wanted) => sum + wanted, 0);
  const progress = start('choosing', total);
  const unchosen: Record<Unchosen, number> = {
    'exact duplicate': 0,
    'near duplicate': 0,
    'in another split': 0,
    'more than wanted': 0,
  };
  const counts: Choice['counts'][number][] = [];
  let done = 0;
  for (const split of ORDER)
    for (const source of SOURCES) {
      const wanted = quota.get(`${source}/${split}`) ?? 0;
      let chosen = 0;
      store.together(() => {
        for (const row of db
          .prepare('SELECT id, json FROM candidate WHERE source = ? AND split = ? ORDER BY rank')
          .iterate(source, split)) {
          if (chosen >= wanted) {
            unchosen['more than wanted'] += 1;
            continue;
          }
          const { id, json } = row as { id: string; json: string };
          const why = take(store, { id, split, example: JSON.parse(json) as Example }, config.nearDuplicate);
          if (why === undefined) chosen += 1;
          else unchosen[why] += 1;
          progress.done(done + chosen);
        }
      });
      done += chosen;
      counts.push({ source, split, wanted, chosen });
    }
  progress.end();
  return { counts, unchosen };
}

/** Gives every candidate a place that depends on the seed and its id alone. */
function rankCandidates(store: Store, seed: number): void {
  const { db } = store;
  db.function('rank_of', { deterministic: true }, (id) =>
    createHash('sha256')
      .update(`${seed}\u0000${String(id)}`)
      .digest('hex')
      .slice(0, 16),
  );
  db.exec(
    'UPDATE candidate SET rank = rank_of(id); CREATE INDEX IF NOT EXISTS by_rank ON candidate (source, split, rank);',
  );
}

/** How many of each source and split are wanted; with `shrink`, as many as the scarcest source allows. */
function quotas(store: Store, { count, shares, splits, whenShort }: Config): ReadonlyMap<string, number> {
  const there = (source: Source): number =>
    (store.db.prepare('SELECT count(*) AS n FROM candidate WHERE source = ?').get(source) as { n: number }).n;
  const possible = SOURCES.filter((source) => shares[source] > 0).map(
    (source) => there(source) / shares[source],
  );
  const all = whenShort === 'shrink' ? Math.min(count, Math.floor(Math.min(...possible))) : count;
  return new Map(
    SOURCES.flatMap((source) =>
      SPLITS.map(
        (split) => [`${source}/${split}`, Math.round(all * shares[source] * splits[split])] as const,
      ),
    ),
  );
}

function take(
  store: Store,
  { id, split, example }: { readonly id: string; readonly split: Split; readonly example: Example },
  near: number,
): Unchosen | undefined {
  const { db } = store;
  const text = comparedText(example);
  const complaint = plainWords(example.input.symptoms).join(' ');
  const exact = `=${plainWords(text).join(' ')}`;
  const keyOf = db.prepare('SELECT split FROM words WHERE key = ?');
  if (keyOf.get(exact) !== undefined) return 'exact duplicate';
  const isLong = complaint.split(' ').length >= SHORTEST_COPY;
  const told = keyOf.get(`~${complaint}`) as { split: string } | undefined;
  if (isLong && told !== undefined && told.split !== split) return 'in another split';
  const shingles = shinglesOf(text);
  const bands = bandsOf(shingles);
  const alike = db.prepare(
    `SELECT DISTINCT b.id, c.split FROM band b JOIN chosen c ON c.id = b.id WHERE b.key IN (${bands.map(() => '?').join(',')})`,
  );
  const jsonOf = db.prepare('SELECT json FROM candidate WHERE id = ?');
  for (const row of alike.all(...bands)) {
    const other = row as { id: string; split: string };
    const { json } = jsonOf.get(other.id) as { json: string };
    if (likeness(shingles, shinglesOf(comparedText(JSON.parse(json) as Example))) >= near)
      return other.split === split ? 'near duplicate' : 'in another split';
  }
  db.prepare('INSERT INTO chosen VALUES (?, ?)').run(id, split);
  const addWords = db.prepare('INSERT OR IGNORE INTO words VALUES (?, ?)');
  addWords.run(exact, split);
  if (isLong) addWords.run(`~${complaint}`, split);
  const addBand = db.prepare('INSERT INTO band VALUES (?, ?)');
  for (const band of bands) addBand.run(band, id);
  return undefined;
}
