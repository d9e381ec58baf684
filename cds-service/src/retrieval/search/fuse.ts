import { type EvidenceKind, KIND_WEIGHT } from '../contract.ts';

/** What the two searches say of one passage. */
export interface Signals {
  /** Cosine of query and passage; undefined when either was not embedded. */
  readonly cosine: number | undefined;
  /** BM25 as a share of the best possible for this query, 0 to 1 (`LexicalHit`). */
  readonly share: number;
}

/**
 * Coefficients of the two logistic functions that turn signals into a relevance, fitted on the tune half of the
 * labelled queries by `npm run tune:retrieval`. See this folder's README for what was measured.
 */
const FUSED = { bias: -6, cosine: 10, share: 5 } as const;
const WORDS_ONLY = { bias: -3, share: 12 } as const;

/** Passages below this relevance are not shown: better nothing than something else. */
export const RELEVANCE_FLOOR = 0.3;

/** How far the kind weights reach: a weight of 2.0 moves a passage past another at most 2^0.2 = 1.15 as relevant. */
const WEIGHT_REACH = 0.2;

const HEAVIEST = Math.max(...Object.values(KIND_WEIGHT));

/**
 * The relevance of a passage, 0 to 1 and comparable between queries.
 *
 * Words add to meaning only as far as BM25 knows the query (`share`), so a lay sentence of which it knows one word
 * cannot pull up a passage that merely repeats that word.
 */
export function relevanceOf({ cosine, share }: Signals): number {
  if (cosine === undefined) return logistic(WORDS_ONLY.bias + WORDS_ONLY.share * share);
  return logistic(FUSED.bias + FUSED.cosine * cosine + FUSED.share * share);
}

/**
 * Relevance after the weight of its kind, 0 to 1.
 *
 * The floor is asked before, of the unweighted relevance: a weight orders what is relevant, it never makes
 * anything relevant.
 */
export function weightedScore(relevance: number, kind: EvidenceKind): number {
  return relevance * (KIND_WEIGHT[kind] / HEAVIEST) ** WEIGHT_REACH;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
