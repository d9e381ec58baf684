import type { Config } from './config.ts';
import type { Split } from './example.ts';
import type { Store } from './store.ts';

/**
 * Splits the clinic's candidates by patient and by time: a patient is in one split, and every conclusion that is tested
 * on is later than every one that was learnt from.
 *
 * Patients are put in the order of their last conclusion; the newest are for the test. What a patient of the test or
 * validation split had before that split begins is not used, because others of that time were learnt from.
 *
 * @returns How many conclusions are not used for that reason.
 */
export function splitPatients(store: Store, splits: Config['splits']): number {
  const { db } = store;
  const patients = db
    .prepare(
      "SELECT grp, max(time) AS last, count(*) AS n FROM candidate WHERE source = 'clinic' GROUP BY grp ORDER BY last DESC, grp",
    )
    .all() as unknown as readonly { grp: string; last: string; n: number }[];
  const all = patients.reduce((sum, { n }) => sum + n, 0);
  const update = db.prepare(
    "UPDATE candidate SET split = ?, json = json_set(json, '$.metadata.split', ?) WHERE grp = ?",
  );
  const begins: Partial<Record<Split, string>> = {};
  let seen = 0;
  store.together(() => {
    for (const { grp, last, n } of patients) {
      const share = (seen + n / 2) / Math.max(1, all);
      const split: Split =
        share < splits.test ? 'test' : share < splits.test + splits.validation ? 'validation' : 'train';
      begins[split] = last;
      update.run(split, split, grp);
      seen += n;
    }
  });
  let dropped = 0;
  for (const split of ['test', 'validation'] as const) {
    const before = patients.find(({ last }) => last < (begins[split] ?? ''))?.last;
    if (before === undefined) continue;
    dropped += Number(
      db
        .prepare("DELETE FROM candidate WHERE source = 'clinic' AND split = ? AND time <= ?")
        .run(split, before).changes,
    );
  }
  return dropped;
}
