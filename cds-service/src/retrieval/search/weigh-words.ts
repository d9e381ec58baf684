import type { Stemmer } from './stemmer.ts';
import { STOP_WORDS } from './stop-words.ts';

/** How often words are held in a library. */
export interface WordStatistics {
  /** Passages of the library. */
  readonly size: number;
  /** Passages that hold a stem; 0 when none does. */
  holdersOf(stem: string): number;
}

/** A word of a query with what it tells. */
export interface QueryWord {
  readonly word: string;
  readonly stem: string;
  /** Inverse document frequency as SQLite's bm25() has it; never below zero. */
  readonly idf: number;
  /** False for a word that the library does not know, or that too many passages hold: it is not searched. */
  readonly known: boolean;
}

/** Saturation and length normalisation of SQLite's bm25(). From the FTS5 documentation. */
export const BM25 = { k1: 1.2, b: 0.75 } as const;
/** A word that half of the passages hold tells nothing. */
const TOO_COMMON = 0.5;
/** In a large library a word that a tenth hold costs more time than it tells. */
const LARGE = { holders: 1_000, share: 0.1 } as const;
const MAX_WORDS = 32;

/** The words of a text that tell something, rarest first, one for each stem. */
export function weighWords(text: string, stemmer: Stemmer, statistics: WordStatistics): readonly QueryWord[] {
  const words = contentWords(text);
  const byStem = new Map<string, string>();
  stemmer.stem(words.map((word) => [word])).forEach(([stems = []], index) => {
    for (const stem of stems) if (!byStem.has(stem)) byStem.set(stem, words[index]!);
  });
  const { size } = statistics;
  return [...byStem]
    .map(([stem, word]) => {
      const held = statistics.holdersOf(stem);
      const idf = Math.max(1e-6, Math.log((size - held + 0.5) / (held + 0.5)));
      return { word, stem, idf, known: held > 0 && tells(held, size) };
    })
    .sort((a, b) => b.idf - a.idf)
    .slice(0, MAX_WORDS);
}

/** The score of a passage that holds every word of the query, known or not, as often as can count. */
export function bestPossible(words: readonly QueryWord[]): number {
  return words.reduce((sum, { idf }) => sum + idf * (BM25.k1 + 1), 0);
}

function tells(held: number, size: number): boolean {
  if (held > LARGE.holders && held > size * LARGE.share) return false;
  return held <= Math.max(1, size * TOO_COMMON);
}

/** Letters and digits only, so that nothing of a query can act as query syntax. */
function contentWords(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length > 1 && !STOP_WORDS.has(word)).slice(0, 200);
}
