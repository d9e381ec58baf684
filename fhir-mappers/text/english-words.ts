import { ENGLISH_WORDS } from '#terminology/data/english-words.ts';

let words: ReadonlySet<string> | undefined;

/** True for a common English word: it is never corrected into a symptom, and it counts as read. */
export function isEnglishWord(word: string): boolean {
  words ??= new Set(ENGLISH_WORDS.split(/\s/));
  return words.has(word);
}
