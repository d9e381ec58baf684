import type { EvidenceKind, EvidenceQuery } from '../contract.ts';
import { isShown, relevanceOf, type Signals, weightedScore } from './fuse.ts';

/** A passage that a search found, by whatever the store calls it. */
export interface Found<K> extends Signals {
  readonly key: K;
  readonly kind: EvidenceKind;
}

/** Candidates for each place: some say the same as another and fall out. */
const SPARE = 3;

/** Those of the found passages that are worth showing, best weighted score first; three for each place at most. */
export function rankShown<K>(
  found: readonly Found<K>[],
  { limit, recognised }: Pick<EvidenceQuery, 'limit' | 'recognised'>,
): readonly { readonly key: K; readonly score: number }[] {
  const all = found.map((one) => ({ one, relevant: relevanceOf(one) }));
  const best = all.reduce((most, { relevant }) => Math.max(most, relevant), 0);
  return all
    .filter(({ relevant }) => isShown(relevant, best, recognised))
    .map(({ one, relevant }) => ({ key: one.key, score: weightedScore(relevant, one.kind) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit * SPARE);
}

/** The weighted score of a passage that a rule names, however little it is about the query. */
export function scoreOf({ kind, ...signals }: Signals & { readonly kind: EvidenceKind }): number {
  return weightedScore(relevanceOf(signals), kind);
}
