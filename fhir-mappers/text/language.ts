import { FILLERS } from '#terminology/lexicon/normal-form.ts';
import { isKnownWord } from './spelling.ts';
import type { Token } from './tokens.ts';

/** Function words of other languages in Latin letters that English and clinical shorthand do not have. */
const FOREIGN = new Set(
  (
    'el los las que de del una unos por para con sin muy esta tiene tengo mi su le les des du und der die das ist nicht ich habe mit ' +
    'seit einen eine zu von auf je ai mal depuis dans est pas avec sur il elle mon ma ne et une estoy desde hace dolor duele ' +
    'nao uma tem estou meu minha dor faz il mio ho da che non sono molto ang ng sa ko mga ako hindi at na nang po si ' +
    'mucho mucha puedo puede siento cuando pero tambien respirar pecho cabeza kann keine sehr weh tut bin suis peux respirer poitrine tres fait nicht ' +
    'nie jest mam boli od bardzo się ve bir cok agri var benim ben nin yok khong toi bi dau anh chi em rat met'
  ).split(' '),
);

/** Small words of other languages that look like an English abbreviation or word of the lexicon. */
const FALSE_FRIENDS = new Set('ich con mal met sin pas em es si at mi al'.split(' '));

/** True for "ich", "con", "mal" in a sentence of another language: no phrase may match them. */
export function isFalseFriend(plain: string): boolean {
  return FALSE_FRIENDS.has(plain);
}

/** Least share of words that must be known for a text to count as read. */
const LEAST_KNOWN = 0.4;
const FOREIGN_SHARE = 0.25;

/**
 * Whether the text is in a language and script that this reader knows.
 *
 * A short English telegram ("CP x3d") is readable as soon as one of its words is of the lexicon; a text is not
 * when most of its words are unknown, when foreign function words prevail, or when it has no Latin words at all.
 *
 * @param matched - Number of words that belong to concepts found in English.
 */
export function isReadable(tokens: readonly Token[], matched: number): boolean {
  let words = 0;
  let known = 0;
  let foreign = 0;
  let otherScript = 0;
  for (const { kind, plain, stem } of tokens) {
    if (kind !== 'word') continue;
    words += 1;
    if (/[^a-z/'-]/.test(plain)) {
      otherScript += 1;
      continue;
    }
    const english = FILLERS.has(plain) || isKnownWord(plain, stem);
    if (english) known += 1;
    if (FOREIGN.has(plain)) foreign += 1;
  }
  if (words === 0) return tokens.some(({ kind }) => kind === 'number');
  if (otherScript / words > 0.3) return false;
  if (foreign >= 2 && foreign / words >= FOREIGN_SHARE) return false;
  if (matched / words >= 0.25) return true;
  return known / words >= LEAST_KNOWN;
}

/** A phrase with this share of another language's function words is that language's. */
const FOREIGN_PHRASE = 0.2;

/**
 * Words of sentences in another language, inside a text that is mostly English.
 *
 * They are matched as they stand and never corrected: "le molesta la luz" is no misspelt English.
 */
export function foreignWords(tokens: readonly Token[], sentence: ArrayLike<number>): ReadonlySet<Token> {
  const found = new Set<Token>();
  for (let start = 0; start < tokens.length; ) {
    let end = start;
    let words = 0;
    let foreign = 0;
    let certain = 0;
    while (end < tokens.length && sentence[end] === sentence[start]) {
      if (tokens[end]!.kind === 'word') {
        words += 1;
        const { plain } = tokens[end]!;
        if (FOREIGN.has(plain)) foreign += 1;
        // "grandfather MI at 80" has two of them and is English.
        if (FOREIGN.has(plain) && (plain === 'ich' || !FALSE_FRIENDS.has(plain))) certain += 1;
      }
      end += 1;
    }
    if (words >= 3 && certain > 0 && foreign / words >= FOREIGN_PHRASE)
      for (let at = start; at < end; at += 1) found.add(tokens[at]!);
    start = end;
  }
  return found;
}

/** A sentence with two of another language's function words, none of them English, and so large a share of them. */
const LEAST_FOREIGN = 2;

/** True when a sentence of the text is in another language: what it says was not read, and that must be named. */
export function isPartlyForeign(tokens: readonly Token[], sentence: ArrayLike<number>): boolean {
  const count = { words: 0, foreign: 0 };
  for (let at = 0; at < tokens.length; at += 1) {
    if (at > 0 && sentence[at] !== sentence[at - 1]) Object.assign(count, { words: 0, foreign: 0 });
    const { kind, plain, stem } = tokens[at]!;
    if (kind !== 'word') continue;
    count.words += 1;
    if (FOREIGN.has(plain) && !FILLERS.has(plain) && !isKnownWord(plain, stem)) count.foreign += 1;
    const ends = at + 1 === tokens.length || sentence[at + 1] !== sentence[at];
    if (ends && count.foreign >= LEAST_FOREIGN && count.foreign / count.words >= FOREIGN_PHRASE) return true;
  }
  return false;
}
