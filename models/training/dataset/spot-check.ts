import { createHash } from 'node:crypto';
import type { Store } from './store.ts';

/**
 * Texts before and after de-identification, for a person to look at: half of them with replacements, half without.
 *
 * Holds identifiers on purpose; it never leaves the clinic and is deleted when it has been read.
 */
export function writeSpotCheck(store: Store, count: number, seed: number): string {
  store.db.function('spot_rank', { deterministic: true }, (place) =>
    createHash('sha256')
      .update(`${seed}\u0000${String(place)}`)
      .digest('hex'),
  );
  const pick = (where: string, most: number): readonly Row[] =>
    store.db
      .prepare(`SELECT * FROM text_seen WHERE ${where} ORDER BY spot_rank(place) LIMIT ?`)
      .all(most) as unknown as readonly Row[];
  const changed = pick("kinds <> ''", Math.ceil(count / 2));
  const same = pick("kinds = ''", count - changed.length);
  const lines = [...changed, ...same].map(
    ({ place, before, after, kinds }) =>
      `## ${place}\n\nbefore: ${oneLine(before)}\n\nafter: ${oneLine(after)}\n\nfound: ${kinds === '' ? 'nothing' : kinds}\n\n- [ ] nobody can be recognised\n- [ ] nothing clinical is missing\n`,
  );
  return `# Spot check of de-identification\n\nThis file holds identifiers. Keep it inside the clinic and delete it after reading. ${lines.length} of ${all(store)} texts.\n\nOne identifier that was missed means: stop, add it to the rules, build again.\n\n${lines.join('\n')}`;
}

interface Row {
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly kinds: string;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

function all(store: Store): number {
  return (store.db.prepare('SELECT count(*) AS n FROM text_seen').get() as { n: number }).n;
}
