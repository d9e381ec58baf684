import { EVERYDAY_NAMES } from './everyday-names.ts';
import {
  DEGREES,
  isAdjacent,
  isCertainlyPerson,
  isFunctionWord,
  isListed,
  isSpeech,
  type NoteWords,
  PARTICLES,
  RELATIONS,
  ROLES,
  TITLES,
} from './name-cues.ts';

/** A name has no more words than this. */
const LONGEST = 6;

/** Indexes of the words of one name, from its first. */
export function nameFrom(note: NoteWords, at: number, eponyms: ReadonlySet<number>): readonly number[] {
  const run = [at];
  const first = note.words[at];
  const certain = isCertainlyPerson(note, at);
  const capitals =
    first !== undefined && (first.form !== 'lower' || (note.cased && PARTICLES.has(first.base)));
  for (let index = at + 1; index < note.words.length && run.length < LONGEST; index += 1) {
    const word = note.words[index];
    const last = note.words[index - 1];
    if (word === undefined || last === undefined || last.possessive || eponyms.has(index)) break;
    const comma = /^,\s$/u.test(word.gap) && run.length === 1 && isAfterComma(note, index);
    if (!isAdjacent(word) && !comma) break;
    if (capitals ? !goesOnInCapitals(note, index) : !goesOn(note, index, certain)) break;
    run.push(index);
  }
  return run;
}

/** "Smith, John": the part after the comma, when it is a given name or unknown, or stands before a mark. */
function isAfterComma(note: NoteWords, at: number): boolean {
  const word = note.words[at];
  const last = note.words[at - 1];
  if (word === undefined || last === undefined || isFunctionWord(word) || DEGREES.has(word.base))
    return false;
  if (RELATIONS.has(word.base) || ROLES.has(word.base)) return false;
  if (note.cased && word.form === 'lower') return false;
  if (word.given || (!word.english && !word.clinical && !word.allowed)) return true;
  const next = note.words[at + 1];
  const ends = next === undefined || /^[.:;)]/u.test(next.gap);
  return (
    ends &&
    (last.gap.includes(':') || last.opens) &&
    (next === undefined || !/^[.]/u.test(next.gap) || last.gap.includes(':'))
  );
}

function goesOnInCapitals({ words }: NoteWords, at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (word.form === 'lower') {
    const next = words[at + 1];
    return (
      PARTICLES.has(word.base) &&
      next !== undefined &&
      isAdjacent(next) &&
      (next.form !== 'lower' || PARTICLES.has(next.base))
    );
  }
  if (/\p{Lu}\./u.test(word.gap)) return true;
  if (word.form === 'upper' && DEGREES.has(word.base)) return false;
  if (word.opens && (TITLES.has(word.base) || RELATIONS.has(word.base))) return false;
  return !(word.form === 'upper' && word.clinical && words[at - 1]?.form !== 'upper');
}

/** In a note of one case: lists, unknown words, and an English word with which the name ends. */
function goesOn({ words }: NoteWords, at: number, certain: boolean): boolean {
  const word = words[at];
  const last = words[at - 1];
  if (word === undefined || last === undefined) return false;
  if (/\p{L}\./u.test(word.gap)) return true;
  if (isFunctionWord(word)) return false;
  if (DEGREES.has(word.base) || RELATIONS.has(word.base) || ROLES.has(word.base)) return false;
  if (PARTICLES.has(word.base) || word.possessive) return true;
  if (isListed(word) && !word.english) return true;
  const next = words[at + 1];
  if ((EVERYDAY_NAMES.has(word.base) || !word.english) && next !== undefined && isSpeech(next)) return true;
  const ends = next === undefined || !/^\s$/u.test(next.gap) || isFunctionWord(next);
  if (word.clinical) return certain && ends;
  if (!word.english) return true;
  return (last.given || !last.english) && ends;
}

/** "Jo Kelly, RN" and "KELLY RN": indexes of the words before the degree. */
export function namesBeforeDegrees({ words }: NoteWords): readonly number[] {
  const found: number[] = [];
  for (const [index, word] of words.entries()) {
    if (word.form !== 'upper' && word.base !== 'phd' && word.base !== 'pharmd') continue;
    if (!DEGREES.has(word.base) || !/^,?\s$/u.test(word.gap)) continue;
    for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
      const name = words[at];
      if (name === undefined || name.form === 'lower' || name.clinical || TITLES.has(name.base)) break;
      if (name.english && !isListed(name) && !(at === index - 1 && words[at - 1]?.given)) break;
      found.push(at);
      if (!isAdjacent(name)) break;
    }
  }
  return found;
}

/** Particles that stand before a name without a capital, even where it opens the sentence: "van de Meer, Isra". */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'los',
  'ten',
  'ter',
  'du',
  'bin',
  'ibn',
]);

/** "DARE, Cicero," and "Ferry, Darby:": a word that opens a sentence, before a name that ends with a mark. */
function isListedBackwards({ words, cased }: Pick<NoteWords, 'words' | 'cased'>, at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !/^,\s$/u.test(next.gap) || !word.opens) return false;
  if (cased && word.form === 'lower') return false;
  if (isFunctionWord(word) || RELATIONS.has(word.base) || ROLES.has(word.base)) return false;
  const after = words.slice(at + 2, at + 4).find(({ gap }) => /[,:.]/u.test(gap));
  return after !== undefined && /^[,:]/u.test(after.gap);
}

/** Adds the word before a name that was found: "Ginger Okonkwo", "Delta Grant-Thiel". */
export function addWordsBefore(
  { words, cased }: NoteWords,
  names: Set<number>,
  eponyms: ReadonlySet<number>,
): void {
  for (let at = words.length - 2; at >= 0; at -= 1) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || names.has(at) || !names.has(at + 1) || eponyms.has(at))
      continue;
    if (isListedBackwards({ words, cased }, at)) {
      names.add(at);
      continue;
    }
    if (!isAdjacent(next) || word.possessive || word.raw.length < 2) continue;
    if (
      cased &&
      word.form === 'lower' &&
      (next.form !== 'lower' || BEFORE_NAMES.has(next.base)) &&
      BEFORE_NAMES.has(word.base)
    ) {
      names.add(at);
      continue;
    }
    if (
      cased
        ? word.form === 'lower'
        : !word.given && word.english && !(word.opens && EVERYDAY_NAMES.has(word.base))
    )
      continue;
    // A capital inside a sentence, right before a name, is part of it whatever it means elsewhere.
    const inside = cased && word.form === 'capital' && !word.opens;
    if (ROLES.has(word.base) || (!inside && (TITLES.has(word.base) || RELATIONS.has(word.base)))) continue;
    if (!inside && (isFunctionWord(word) || (word.clinical && !word.given && !EVERYDAY_NAMES.has(word.base))))
      continue;
    if (inside && TITLES.has(word.base) && word.raw.length < 5) continue;
    if (word.form === 'upper' && next.form !== 'upper') continue;
    names.add(at);
  }
}
