import { CLINICAL_WORDS } from './clinical-words.ts';
import { EPONYM_NOUNS, LONG_EPONYMS, PLAIN_EPONYMS, SURNAME_EPONYMS } from './eponyms.ts';
import { EVERYDAY_NAMES } from './everyday-names.ts';
import { isAllowedPlace, isClinical, isEnglish, isFamilyName, isGivenName } from './words.ts';

/** A word with all that the search for names asks of it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Lower case without accents and possessive. */
  readonly base: string;
  readonly possessive: boolean;
  /** Has letters that English lacks: no English word, whatever it looks like without its accents. */
  readonly foreign: boolean;
  readonly form: 'lower' | 'capital' | 'upper';
  /** Opens a sentence, a line or a list entry. */
  readonly opens: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
  readonly given: boolean;
  readonly family: boolean;
  readonly english: boolean;
  readonly clinical: boolean;
  readonly allowed: boolean;
}

/** Accents and case away, letters that do not decompose spelt out. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/đ/gu, 'd')
    .replace(/ı/gu, 'i')
    .replace(/ß/gu, 'ss')
    .replace(/æ/gu, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’`´]/gu, "'");
}

export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(/(?<!\d)\p{L}[\p{L}\p{M}]*(?:['’`´-]\p{L}[\p{L}\p{M}]*)*/gu)) {
    const raw = match[0];
    const start = match.index;
    // An initial is part of the gap between two names, no word of its own.
    if (raw.length === 1 && /^\.(?:\s|\p{L}\.)/u.test(text.slice(start + 1, start + 4))) continue;
    // "L4", "FiO2": no word, and no name.
    if (raw.length <= 4 && /\d/u.test(text[start + raw.length] ?? '')) continue;
    const gap = text.slice(last, start);
    const base = plainName(raw).replace(/'s$/u, '');
    const given = isListed(base, isGivenName);
    const family = isListed(base, isFamilyName);
    const everyday = EVERYDAY_NAMES.has(base);
    const listed = given || family;
    const foreign = base.length < 5 && plainName(raw) !== raw.toLowerCase().replace(/[’`´]/gu, "'");
    found.push({
      start,
      end: start + raw.length,
      raw,
      base,
      foreign,
      possessive: /['’`´]s$/iu.test(raw),
      form: formOf(raw),
      opens:
        found.length === 0 ||
        /[.!?:;\n•*"“(]\s*["“(]?$|\n|\s-\s?$|^\s*$/u.test(
          gap === '' ? 'x' : gap.trim() === '' && !gap.includes('\n') ? 'x' : gap,
        ),
      gap,
      given,
      family,
      english: foreign ? false : listed ? everyday : isPlain(base, isEnglish),
      clinical: listed
        ? CLINICAL_WORDS.has(base) || (everyday && isClinical(base))
        : isPlain(base, isClinical),
      allowed: isAllowedPlace(base) || isAllowedPlace(`${base}s`),
    });
    last = start + raw.length;
  }
  return found;
}

function isListed(base: string, test: (word: string) => boolean): boolean {
  return test(base) || base.split('-').some((part) => part.length > 2 && test(part));
}

function formOf(raw: string): Word['form'] {
  const letters = raw.replace(/['’`´]s$/u, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return 'upper';
  return /^\p{Lu}/u.test(raw) ? 'capital' : 'lower';
}

function isPlain(base: string, test: (word: string) => boolean): boolean {
  if (test(base.replace(/'/gu, ''))) return true;
  const parts = base.split(/[-']/).filter((part) => part.length > 1);
  return /[-']/u.test(base) && parts.length > 0 && parts.every(test);
}

/** Clinical words that make an eponym of a surname near them: "Murphy's negative", "positive Murphy". */
const FOUND_OR_NOT = /^(?:positive|negative|pos|neg|equivocal|elicited|signs?)$/u;

/**
 * Indexes of words that are eponyms where they stand.
 *
 * A plain eponym is one unless a person is meant; a surname, or a capital word of no list, only before a clinical noun.
 */
export function eponymsIn(words: readonly Word[], isPerson: (index: number) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < words.length; at += 1) {
    for (const long of LONG_EPONYMS) {
      const parts = long.split(' ');
      const bases = words
        .slice(at, at + parts.length)
        .flatMap(({ base, raw }) => [base, plainName(raw).replace(/'/gu, '')]);
      const fits = parts.every((part, index) => bases[index * 2] === part || bases[index * 2 + 1] === part);
      if (fits && parts.length <= words.length - at)
        for (let index = at; index < at + parts.length; index += 1) found.add(index);
    }
    const word = words[at];
    if (word === undefined || found.has(at)) continue;
    const bare = plainName(word.raw).replace(/'/gu, '');
    if (LONG_EPONYMS.includes(word.base.replaceAll('-', ' '))) found.add(at);
    const parts = word.base.split('-');
    const plain =
      PLAIN_EPONYMS.has(word.base) ||
      PLAIN_EPONYMS.has(bare) ||
      (parts.length > 1 && parts.every((part) => PLAIN_EPONYMS.has(part)));
    const surname = SURNAME_EPONYMS.has(word.base) || SURNAME_EPONYMS.has(bare);
    const noun = nounAfter(words, at);
    if (isPerson(at)) continue;
    if (plain && !surname) found.add(at);
    else if (surname && (noun || foundOrNot(words, at) || (word.possessive && plain))) found.add(at);
    else if (plain && /^(?:normal|abnormal|downgoing|upgoing)$/u.test(words[at + 1]?.base ?? ''))
      found.add(at);
    else if (
      (word.form !== 'lower' || word.possessive) &&
      noun &&
      !word.given &&
      !(word.gap === ' ' && (words[at - 1]?.given ?? false))
    )
      found.add(at);
  }
  return found;
}

function nounAfter(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || !/^[\s-]{1,2}$/u.test(next.gap)) return false;
  if (EPONYM_NOUNS.has(next.base)) return true;
  const second = words[at + 2];
  return (
    second !== undefined &&
    /^[\s-]{1,2}$/u.test(second.gap) &&
    EPONYM_NOUNS.has(second.base) &&
    (next.clinical || PLAIN_EPONYMS.has(next.base) || SURNAME_EPONYMS.has(next.base))
  );
}

function foundOrNot(words: readonly Word[], at: number): boolean {
  const near = [words[at - 1]?.base, words[at + 1]?.base];
  return near.some((base) => base !== undefined && FOUND_OR_NOT.test(base));
}
