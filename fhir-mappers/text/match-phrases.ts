import { GAP } from '#terminology/lexicon/phrase-notation.ts';
import { joinParts } from './join-parts.ts';
import { BREAKS } from './layout.ts';
import type { PhraseIndex, PhraseNode } from './phrase-index.ts';
import type { Term } from './terms.ts';

/** Something of the lexicon at a place in the text, before it is known whose and when it is. */
export interface Mention {
  readonly ids: readonly string[];
  /** Half-open range of terms. */
  readonly from: number;
  readonly to: number;
  /** How many of its terms belong to the phrase; the rest were skipped. */
  readonly weight: number;
  /** Where the parts of a saying stand, when other words stand between them. */
  readonly members?: readonly (readonly [number, number])[];
}

/** What was found, by what it is. Each list is in order of `from`. */
export interface Mentions {
  readonly concepts: readonly Mention[];
  readonly sites: readonly Mention[];
  readonly attributes: readonly Mention[];
  /** Concepts said in parts that stand apart; they take no words from the others. */
  readonly joined: readonly Mention[];
}

/** Words that may stand inside a phrase without being part of it ("chest *feels* tight"). */
export const SKIPPABLE: ReadonlySet<string> = new Set(
  (
    'hav feel seem get keep start begin becom all both left right side big bad sever terribl awful constant sudden new ' +
    'more again still almost like now look sound appear signific mild moderat acut horribl intens activ complet today ' +
    'continu can rt lt increas kind sort most half whole other worse real hard chron excruciat intermittent persist ' +
    'lot little self'
  ).split(' '),
);

/** Words that a gap in a phrase never spans: what follows is denied, another's, or another thought. */
const ENDS_GAP: ReadonlySet<string> = new Set(
  'not no cannot never without deny den deni nor or but if when because although unless'.split(' '),
);

const DENIALS: ReadonlySet<string> = new Set(['not', 'no', 'cannot']);
const DEGREES: ReadonlySet<string> = new Set(
  'worse more bad sever new increas constant all almost most hav'.split(' '),
);

const MOST_SKIPS = 2;
const WIDEST_GAP = 3;
const LONGEST = 12;

interface Candidates {
  readonly concepts: Mention[];
  readonly sites: Mention[];
  readonly attributes: Mention[];
  readonly parts: Mention[];
}

/** Follows the trie from one start. Few words may be skipped, so the walk is bounded and never backtracks far. */
function walk(
  terms: readonly Term[],
  start: number,
  node: PhraseNode,
  state: { readonly at: number; readonly weight: number; readonly skips: number },
  found: Candidates,
): void {
  const { at, weight, skips } = state;
  if (at >= terms.length || at - start >= LONGEST || node.next.size === 0) return;
  const term = terms[at]!;
  if (at > start && term.breakBefore >= BREAKS.comma) return;
  const next = node.next.get(term.stem);
  if (next !== undefined) {
    const range = { from: start, to: at + 1, weight: weight + 1 };
    if (next.concepts !== undefined) found.concepts.push({ ids: next.concepts, ...range });
    if (next.sites !== undefined) found.sites.push({ ids: next.sites, ...range });
    if (next.attributes !== undefined) found.attributes.push({ ids: next.attributes, ...range });
    if (next.parts !== undefined) found.parts.push({ ids: next.parts, ...range });
    walk(terms, start, next, { at: at + 1, weight: weight + 1, skips }, found);
  }
  const gap = at > start ? node.next.get(GAP) : undefined;
  if (gap !== undefined) {
    for (let to = at; to < terms.length && to - at <= WIDEST_GAP && to - start < LONGEST; to += 1) {
      const { stem, breakBefore } = terms[to]!;
      if (breakBefore >= BREAKS.comma) break;
      if (gap.next.has(stem)) walk(terms, start, gap, { at: to, weight, skips }, found);
      if (ENDS_GAP.has(stem)) break;
    }
  }
  // "not worse on waking" is not "not waking": after a negation a word of degree is what is denied.
  const denied = DENIALS.has(terms[at - 1]?.stem ?? '') && DEGREES.has(term.stem);
  if (at > start && skips < MOST_SKIPS && SKIPPABLE.has(term.stem) && !denied)
    walk(terms, start, node, { at: at + 1, weight, skips: skips + 1 }, found);
}

/** Keeps the heaviest of overlapping mentions: one bucket a weight, so the time stays linear. */
function heaviest(candidates: readonly Mention[], length: number): Mention[] {
  const buckets: Mention[][] = Array.from({ length: LONGEST + 1 }, () => []);
  for (const mention of candidates) buckets[mention.weight]!.push(mention);
  const taken = new Uint8Array(length);
  const kept: Mention[] = [];
  for (let weight = LONGEST; weight > 0; weight -= 1) {
    for (const mention of buckets[weight]!) {
      let free = true;
      for (let at = mention.from; at < mention.to && free; at += 1) free = taken[at] === 0;
      if (!free) continue;
      taken.fill(1, mention.from, mention.to);
      kept.push(mention);
    }
  }
  return kept.sort((a, b) => a.from - b.from);
}

/**
 * Drops attributes that are part of a longer concept ("tight" in "tight cast").
 *
 * "severe pain" is no such thing: what it adds says only how bad or since when, and the pain may have a site.
 */
function freeAttributes(
  attributes: readonly Mention[],
  concepts: readonly Mention[],
  terms: readonly Term[],
): Mention[] {
  let next = 0;
  return attributes.filter(({ from, to, weight }) => {
    while (next < concepts.length && concepts[next]!.to <= from) next += 1;
    const concept = concepts[next];
    if (concept === undefined || concept.from >= to || concept.weight <= weight) return true;
    for (let at = concept.from; at < concept.to; at += 1)
      if ((at < from || at >= to) && !SKIPPABLE.has(terms[at]!.stem)) return false;
    return true;
  });
}

/**
 * Finds every phrase of the lexicon in the terms: of overlapping concepts the one with most words.
 *
 * Sites stay even inside a concept, since an attribute beside it may need them ("chest and jaw pain").
 */
export function matchPhrases(terms: readonly Term[], index: PhraseIndex): Mentions {
  const found: Candidates = { concepts: [], sites: [], attributes: [], parts: [] };
  for (let start = 0; start < terms.length; start += 1) {
    if (index.root.next.has(terms[start]!.stem))
      walk(terms, start, index.root, { at: start, weight: 0, skips: 0 }, found);
  }
  const concepts = heaviest(found.concepts, terms.length);
  return {
    concepts,
    sites: heaviest(found.sites, terms.length),
    attributes: freeAttributes(heaviest(found.attributes, terms.length), concepts, terms),
    joined: joinParts(found.parts, terms, index),
  };
}
