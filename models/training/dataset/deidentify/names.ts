import { correctStem } from '#fhir-mappers/text/spelling.ts';
import { plainWord, stemOf } from '#terminology/lexicon/normal-form.ts';
import { EVERYDAY_NAMES } from './everyday-names.ts';
import type { Span } from './kinds.ts';
import {
  DEGREES,
  followsLabel,
  isAdjacent,
  isCertainlyPerson,
  isListed,
  isTitled,
  type NoteWords,
  ownsRelation,
  RELATIONS,
  ROLES,
  speaks,
  TITLES,
} from './name-cues.ts';
import { addWordsBefore, nameFrom, namesBeforeDegrees } from './name-runs.ts';
import { eponymsIn, type Word, wordsOf } from './name-words.ts';

/**
 * Names of people, whoever they are.
 *
 * In a note with capitals every capital word that neither English nor medicine explains is a name; in a note of one case
 * every word that they do not explain is. Lists, titles, labels and relations decide about words that are both.
 */
export function findNames(text: string): readonly Span[] {
  const words = wordsOf(text);
  const cased =
    words.some(({ form }) => form === 'lower') &&
    words.some(({ form, raw }) => form === 'capital' && raw.length > 1);
  const note: NoteWords = { text, words, cased };
  const eponyms = eponymsIn(words, (index) => isCertainlyPerson(note, index));
  const names = new Set<number>();
  for (const at of words.keys()) {
    if (names.has(at) || eponyms.has(at)) continue;
    if (isTitled(note, at) || followsLabel(note, at) || isName(note, at))
      for (const index of nameFrom(note, at, eponyms)) names.add(index);
  }
  for (const index of namesBeforeDegrees(note)) if (!eponyms.has(index)) names.add(index);
  addWordsBefore(note, names, eponyms);
  addPairs(note, names, eponyms);
  addRepeated(words, names, eponyms);
  return [...[...names].map((index) => withInitials(text, words[index])), ...findInitials(text)];
}

function isName(note: NoteWords, at: number): boolean {
  const word = note.words[at];
  if (word === undefined || word.raw.length === 1) return false;
  // "reviewed by m. carter"
  if (
    !note.cased &&
    /^\s\p{L}\.\s$/u.test(word.gap) &&
    /^(?:by|dr|prof|signed|with|from|to)$/u.test(note.words[at - 1]?.base ?? '')
  )
    return true;
  if (TITLES.has(word.base) || (word.form === 'upper' && DEGREES.has(word.base))) return false;
  if (word.form === 'lower' || !note.cased) return isPlainName(note, at, word);
  return word.form === 'upper' ? isShoutedName(note, at, word) : isCapitalName(note, at, word);
}

function isCapitalName(note: NoteWords, at: number, word: Word): boolean {
  const next = note.words[at + 1];
  const previous = note.words[at - 1];
  const before = previous !== undefined && isAdjacent(word) && isNameLike(previous) ? previous : undefined;
  const after =
    next !== undefined && isAdjacent(next) && !word.possessive && isNameLike(next) ? next : undefined;
  if (word.allowed) return word.given && (after?.family === true || (after !== undefined && !after.english));
  if (!isListed(word))
    return (!word.clinical && !word.english) || (word.opens && speaks(note, at)) || ownsRelation(note, at);
  if (!word.english && !word.clinical) return true;
  if (after !== undefined && (isListed(after) || !after.english)) return true;
  if (
    before !== undefined &&
    (before.given || !before.english) &&
    !(before.opens && EVERYDAY_NAMES.has(before.base) && !before.given)
  )
    return true;
  if (word.clinical && !EVERYDAY_NAMES.has(word.base)) return false;
  if (!word.opens) return !word.clinical;
  return speaks(note, at) || (word.possessive && !word.clinical);
}

function isNameLike({ form, clinical }: Word): boolean {
  return form !== 'lower' && !clinical;
}

/** Capitals in a note that has both cases: an abbreviation, unless it is long and unknown, or listed. */
function isShoutedName(note: NoteWords, at: number, word: Word): boolean {
  if (word.clinical) return false;
  const next = note.words[at + 1];
  const beside = next !== undefined && isAdjacent(next) && isNameLike(next);
  if (isListed(word)) return !word.english || beside;
  return word.base.length >= 5 && !word.english && !word.allowed;
}

/** A word without a capital: lists tell, and in notes of one case what no list explains is taken for a name. */
function isPlainName({ words, cased }: NoteWords, at: number, word: Word): boolean {
  if (word.clinical) return false;
  const next = words[at + 1];
  if (isListed(word) && !word.english && !word.allowed) return word.base.length > 2;
  if (!cased && (isUnknown(word) || (word.opens && speaks({ text: '', words, cased }, at)))) return true;
  return (
    word.given &&
    !EVERYDAY_NAMES.has(word.base) &&
    next !== undefined &&
    isAdjacent(next) &&
    isListed(next) &&
    !next.english
  );
}

/** Words with a slip of one of ours are left; shorter ones have too many neighbours to know. */
const SLIPS_FROM = 7;

function isUnknown(word: Word): boolean {
  if (word.english || word.clinical || word.allowed || word.base.length < 3) return false;
  if (word.form === 'upper' && word.base.length < 5) return false;
  if (RELATIONS.has(word.base) || ROLES.has(word.base)) return false;
  const plain = plainWord(word.base);
  const stem = stemOf(plain);
  return word.base.length < SLIPS_FROM || correctStem(plain, stem) === stem;
}

/** "Katlyn and Lee", "Bell and Oliver": a capital word beside a name. */
function addPairs({ words, cased }: NoteWords, names: Set<number>, eponyms: ReadonlySet<number>): void {
  if (!cased) return;
  for (const [index, word] of words.entries()) {
    if (word.base !== 'and') continue;
    for (const [one, other] of [
      [index - 1, index + 1],
      [index + 1, index - 1],
    ] as const) {
      const beside = words[other];
      if (!names.has(one) || beside === undefined || names.has(other) || eponyms.has(other)) continue;
      if (
        beside.form !== 'capital' ||
        beside.raw.length === 1 ||
        RELATIONS.has(beside.base) ||
        ROLES.has(beside.base)
      )
        continue;
      if (word.gap !== ' ' || words[index + 1]?.gap !== ' ' || TITLES.has(beside.base)) continue;
      if (!beside.clinical || EVERYDAY_NAMES.has(beside.base) || isListed(beside)) names.add(other);
    }
  }
}

/** What is a name once is one wherever it stands again, unless it is a word of English without its capital. */
function addRepeated(words: readonly Word[], names: Set<number>, eponyms: ReadonlySet<number>): void {
  const known = new Set([...names].map((index) => words[index]?.base ?? ''));
  for (const [index, word] of words.entries()) {
    if (names.has(index) || eponyms.has(index) || word.base.length < 3 || !known.has(word.base)) continue;
    const common = word.english || word.clinical;
    if (common && (word.form === 'lower' || (word.opens && !word.given))) continue;
    names.add(index);
  }
}

/** The span of a word with the initials that belong to it: "J. Smith", "John Q. Public". */
function withInitials(text: string, word: Word | undefined): Span {
  if (word === undefined) return { start: 0, end: 0, kind: 'name', by: 'name' };
  const end = word.end - (word.possessive ? word.raw.length - word.raw.replace(/['’`´]s$/iu, '').length : 0);
  const before = /(?:^|[\s,(:])((?:\p{Lu}\.\s?){1,3}|(?:[a-z]\.\s){1,2})$/u.exec(
    text.slice(Math.max(0, word.start - 12), word.start),
  );
  const after = /^,?\s\p{Lu}\.(?=[\s,)]|$)/u.exec(text.slice(end, end + 8));
  return {
    start: word.start - (before?.[1]?.length ?? 0),
    end: end + (after?.[0].length ?? 0),
    kind: 'name',
    by: 'name',
  };
}

/** Initials that stand for a person: "pt J.S.", "Dr. K.". */
function findInitials(text: string): readonly Span[] {
  const form =
    /(?<=\b(?:patient|pt|client|initials|resident|mr|mrs|ms|miss|dr)\.?(?:['’]s)?(?:\sis)?[:\s]\s?(?:initials[:\s]\s?)?)(?:[A-Z]\.\s?){1,3}(?=\s|,|$|:)/gu;
  return [...text.matchAll(form)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    kind: 'name' as const,
    by: 'initials',
  }));
}
