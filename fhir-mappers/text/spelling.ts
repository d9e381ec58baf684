import { stemOf } from '#terminology/lexicon/normal-form.ts';
import { isEnglishWord } from './english-words.ts';
import { phraseIndex } from './phrase-index.ts';
import { VITAL_WORDS } from './vital-words.ts';

/** Shorter words have too many neighbours; longer ones are no words. */
const SHORTEST = 5;
const LONGEST = 22;
/** Two slips are allowed only in words of this length. */
const TWO_SLIPS_FROM = 9;

interface SpellingIndex {
  /** Words by each form with one letter left out. */
  readonly deletes: ReadonlyMap<string, readonly string[]>;
}

let spelling: SpellingIndex | undefined;

function* withoutOneLetter(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

function build(): SpellingIndex {
  const deletes = new Map<string, string[]>();
  for (const word of phraseIndex().words) {
    if (word.length < SHORTEST) continue;
    for (const form of [word, ...withoutOneLetter(word)]) {
      const list = deletes.get(form);
      if (list === undefined) deletes.set(form, [word]);
      else if (!list.includes(word)) list.push(word);
    }
  }
  return { deletes };
}

/** Damerau-Levenshtein distance up to `most`; `most + 1` when it is more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, before[j - 2]! + 1);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** Names of vital signs are no misspelt medicines ("systolic" is not Bystolic). */
const VITAL_NAMES = new Set(Object.keys(VITAL_WORDS).flatMap((name) => name.split(' ')));

/** True for a stem or word that needs no correction: of the lexicon, or common English. */
export function isKnownWord(plain: string, stem: string): boolean {
  const index = phraseIndex();
  return (
    VITAL_NAMES.has(plain) ||
    index.stems.has(stem) ||
    index.words.has(plain) ||
    UNCORRECTED.has(plain) ||
    isEnglishWord(plain) ||
    isEnglishWord(stem)
  );
}

/** Words of medicine and of homes that the list of English words lacks, one letter from a symptom. */
const UNCORRECTED = new Set(
  'systole diastole systolic diastolic steri steristrip steristrips bluey blippi stoma stomas'.split(' '),
);

/** "afebrile", "unconcerned": what such a letter too many says is the opposite, not a slip. */
const NEGATING = ['a', 'an', 'un', 'in', 'im', 'non', 'no', 'de'];

const corrected = new Map<string, string>();
const MEMORY = 20_000;

/**
 * The stem of the lexicon's word that a misspelt word most likely is, or the word's own stem.
 *
 * Only for words that are neither of the lexicon nor common English, of five letters and more, with one slip
 * (two from nine letters): a real word must never become a symptom.
 */
export function correctStem(plain: string, stem: string): string {
  if (
    plain.length < SHORTEST ||
    plain.length > LONGEST ||
    !/^[a-z]+$/.test(plain) ||
    isKnownWord(plain, stem)
  )
    return stem;
  const known = corrected.get(plain);
  if (known !== undefined) return known;
  spelling ??= build();
  const most = plain.length >= TWO_SLIPS_FROM ? 2 : 1;
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const form of [plain, ...withoutOneLetter(plain)]) {
    for (const word of spelling.deletes.get(form) ?? []) {
      if (word[0] !== plain[0] && word.length < 7) continue;
      if (NEGATING.some((prefix) => plain === prefix + word)) continue;
      const slips = distance(plain, word, most);
      if (slips <= most && (best === undefined || slips < best.slips)) best = { word, slips };
    }
  }
  const result = best === undefined ? stem : stemOf(best.word);
  if (corrected.size < MEMORY) corrected.set(plain, result);
  return result;
}
