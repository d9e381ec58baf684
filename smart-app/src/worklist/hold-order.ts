import type { WorkRow } from './rows.ts';

/** What is shown, and what waits to be shown. */
export interface HeldRows {
  readonly rows: readonly WorkRow[];
  /** Patients who are not in the list that is shown. */
  readonly fresh: readonly WorkRow[];
  /** True when the order or the members would change. */
  readonly hasChanged: boolean;
}

/**
 * New facts in the old order: rows never move under the pointer. Values of shown rows are updated in place; who is
 * gone is kept out; who is new, and any other order, waits until the nurse asks.
 */
export function holdOrder(shown: readonly string[], latest: readonly WorkRow[]): HeldRows {
  const rows = shown.flatMap((id) => latest.find(({ encounter }) => encounter === id) ?? []);
  const fresh = latest.filter(({ encounter }) => !shown.includes(encounter));
  const order = latest.map(({ encounter }) => encounter).join();
  return { rows, fresh, hasChanged: order !== rows.map(({ encounter }) => encounter).join() };
}
