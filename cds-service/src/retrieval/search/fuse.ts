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
 * labelled queries by `npm run tune:retrieval` on 2026-11-21. See this folder's README for what was measured.
 */
const FUSED = { bias: -8.62, cosine: 15.51, share: 7.76 } as const;
const WORDS_ONLY = { bias: -4.67, share: 12.03 } as const;

/** Passages below this relevance are not shown: better nothing than something else. The biases are fitted to it. */
export const RELEVANCE_FLOOR = 0.2;

/** The same when nothing medical was recognised in the words, as in a question about the car park. */
const UNRECOGNISED_FLOOR = 0.6;

/** Nor those whose odds are less than this share of the best passage's odds: they would only dilute it. */
const LEAST_OF_BEST = 0.01;

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
 * True for a passage worth showing beside the best one. Both are relevances before any weight.
 *
 * The floor is asked of the unweighted relevance: a weight orders what is relevant, it makes nothing relevant.
 */
export function isShown(relevance: number, best: number, recognised = true): boolean {
  const floor = recognised ? RELEVANCE_FLOOR : UNRECOGNISED_FLOOR;
  return relevance >= floor && odds(relevance) >= LEAST_OF_BEST * odds(best);
}

/**
 * Relevance after the weight of its kind, 0 to 1: the weight multiplies the odds.
 *
 * So a weight moves a passage past another only when its odds were at least half of the other's (2.0 to 1.0).
 */
export function weightedScore(relevance: number, kind: EvidenceKind): number {
  const weighted = (odds(relevance) * KIND_WEIGHT[kind]) / HEAVIEST;
  return weighted / (1 + weighted);
}

function odds(probability: number): number {
  return probability / Math.max(1 - probability, Number.EPSILON);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
