import type { EvidenceQuery } from '../contract.ts';
import type { PassageTable } from './passage-table.ts';

/**
 * The slots of the `limit` passages nearest to a vector, by exact scan, with their cosine.
 *
 * Keeps the best in a short sorted list: `limit` is small, so an insertion is cheaper than a heap.
 */
export function topSlots(
  table: PassageTable,
  search: { readonly query: EvidenceQuery; readonly vector: Float32Array; readonly limit: number },
): readonly { readonly slot: number; readonly cosine: number }[] {
  const { query, vector, limit } = search;
  const best: { slot: number; cosine: number }[] = [];
  for (let slot = 0; slot < table.idOf.length; slot += 1) {
    if (table.idOf[slot] === undefined || !table.admits(slot, query)) continue;
    const cosine = table.cosine(slot, vector);
    if (cosine === undefined) continue;
    if (best.length === limit && cosine <= best[limit - 1]!.cosine) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.cosine < cosine) at -= 1;
    best.splice(at, 0, { slot, cosine });
    if (best.length > limit) best.pop();
  }
  return best;
}
