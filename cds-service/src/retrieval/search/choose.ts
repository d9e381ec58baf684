import type { Passage, RetrievedPassage } from '../contract.ts';
import { shinglesOf } from '../corpus/lint-corpus.ts';

/** A passage that may be shown, with its weighted score. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
}

/** Shown to back the reasons; the rest of the places is for what the search found. */
const SHARE_OF_RULES = 2 / 3;

/** Two passages of one answer that share more five-word runs than this are shown once. */
const SAME_TEXT = 0.5;

/**
 * Chooses what is shown: passages of the rules that fired first, then what the search found, best first.
 *
 * Every rule gets its best passage before any rule gets a second one. Rules fill at most two thirds of the
 * places as long as the search has something to offer.
 *
 * @param byRule - Candidates of each rule that fired, in the order of the rules.
 */
export function choose(
  byRule: readonly (readonly Candidate[])[],
  found: readonly Candidate[],
  limit: number,
): readonly RetrievedPassage[] {
  const ranked = byRule.map((candidates) => [...candidates].sort(byScore));
  const rounds = Math.max(0, ...ranked.map((candidates) => candidates.length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    ranked.flatMap((candidates) => candidates.slice(round, round + 1)),
  ).flat();
  const ofRules = distinct(inTurn);
  const first = ofRules.slice(0, Math.max(1, Math.floor(limit * SHARE_OF_RULES)));
  const searched = distinct([...first, ...[...found].sort(byScore)])
    .slice(first.length)
    .slice(0, limit - first.length);
  const spare = ofRules.slice(first.length, ofRules.length);
  const rest = distinct([...first, ...searched, ...spare]).slice(first.length + searched.length);
  const rules = [...first, ...rest.slice(0, Math.max(0, limit - first.length - searched.length))];
  return [
    ...rules.map((candidate) => ({ ...candidate, by: 'rule' as const })),
    ...searched.map((candidate) => ({ ...candidate, by: 'search' as const })),
  ].slice(0, limit);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1);
}

/** Keeps the first of passages that are the same or say the same. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: { readonly candidate: Candidate; readonly shingles: ReadonlySet<string> }[] = [];
  for (const candidate of candidates) {
    const shingles = shinglesOf(candidate.passage.text);
    const repeated = kept.some(
      (other) =>
        isSame(other.candidate.passage, candidate.passage) || overlap(other.shingles, shingles) > SAME_TEXT,
    );
    if (!repeated) kept.push({ candidate, shingles });
  }
  return kept.map(({ candidate }) => candidate);
}

function isSame(a: Passage, b: Passage): boolean {
  return a.id === b.id && a.clinic === b.clinic;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const run of a) if (b.has(run)) shared += 1;
  return shared / Math.min(a.size, b.size);
}
