import nlp from 'compromise';
import { isEnglishWord } from '#fhir-mappers/text/english-words.ts';
import { phraseIndex } from '#fhir-mappers/text/phrase-index.ts';
import { LAB_RESULTS } from '#terminology/lab-results.ts';
import { conceptIds, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { plainWord, stemOf } from '#terminology/lexicon/normal-form.ts';
import { INGREDIENTS } from '#terminology/medicines/ingredients.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import { VITAL_SIGNS } from '#terminology/vital-signs.ts';
import { CLINICAL_WORDS, FIRST_NAMES_TOO, MEDICAL_ENDINGS } from './clinical-words.ts';

/** Lists of names and places of `compromise`, by lower-case word. */
interface NameLists {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  /** Verbs, nouns and adjectives with their inflections. */
  readonly english: ReadonlySet<string>;
  /** States, provinces, countries, peoples, months, weekdays: capital words that may stay or that others look for. */
  readonly allowed: ReadonlySet<string>;
}

let lists: NameLists | undefined;

const GIVEN = new Set(['FirstName', 'MaleName', 'FemaleName']);
const ENGLISH =
  /^(?:Infinitive|PastTense|PresentTense|Gerund|Participle|Adjective|Adverb|Singular|Plural|Uncountable|Comparative|Superlative|Preposition|Conjunction|Determiner|Pronoun|Modal|Expression|Duration|Unit|Cardinal|Ordinal)$/;
const ALLOWED = new Set(['Country', 'Demonym', 'Month', 'WeekDay']);
/** The states of the United States, which the rule lets stand. */
const STATES = new Set(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming'.split(
    ' ',
  ),
);

function nameLists(): NameLists {
  if (lists !== undefined) return lists;
  const { one } = nlp.model() as unknown as {
    one: { lexicon: Readonly<Record<string, string | readonly string[]>> };
  };
  const sets = {
    given: new Set<string>(),
    family: new Set<string>(),
    cities: new Set<string>(),
    english: new Set<string>(),
    allowed: new Set<string>(),
  };
  for (const [word, tags] of Object.entries(one.lexicon))
    for (const tag of typeof tags === 'string' ? [tags] : tags) {
      if (GIVEN.has(tag)) sets.given.add(word);
      else if (tag === 'LastName') sets.family.add(word);
      else if (tag === 'City') sets.cities.add(word);
      else if (ALLOWED.has(tag)) sets.allowed.add(word);
      else if (ENGLISH.test(tag)) sets.english.add(word);
    }
  lists = sets;
  return sets;
}

/** A given name of the list, in lower case. */
export function isGivenName(word: string): boolean {
  return nameLists().given.has(word) || FIRST_NAMES_TOO.has(word);
}

export function isFamilyName(word: string): boolean {
  return nameLists().family.has(word);
}

export function isCity(word: string): boolean {
  return nameLists().cities.has(word);
}

/** States, countries and peoples, which Safe Harbor lets stand. */
export function isAllowedPlace(word: string): boolean {
  return (
    nameLists().allowed.has(word) ||
    STATES.has(word) ||
    (/i[sz]ed$/.test(word) && nameLists().allowed.has(word.replace(/i[sz]ed$/, '')))
  );
}

/** A common English word, in any inflection. */
export function isEnglish(word: string): boolean {
  const plain = plainWord(word);
  if (isEnglishWord(word) || isEnglishWord(plain) || nameLists().english.has(word)) return true;
  const base = /^([a-z]{4,})(?:less|ness|like|wise|able)$/.exec(plain)?.[1];
  return base !== undefined && (isEnglishWord(base) || isEnglishWord(base.replace(/i$/, 'y')));
}

let known: ReadonlySet<string> | undefined;

/** Words of our own terminology: displays of concepts and vital signs, names of medicines. */
function terms(): ReadonlySet<string> {
  if (known !== undefined) return known;
  const texts = [
    ...conceptIds().map((id) => lookUpConcept(id)?.display ?? ''),
    ...Object.values(VITAL_SIGNS).map(({ display }) => display),
    ...Object.values(LAB_RESULTS).map(({ display }) => display),
    INGREDIENTS,
  ];
  known = new Set(texts.flatMap((text) => text.toLowerCase().match(/[a-z]{4,}/g) ?? []));
  return known;
}

/** A word of medicine: of the lexicon, a medicine, an abbreviation of charts, or one with a medical ending. */
export function isClinical(word: string): boolean {
  const plain = plainWord(word);
  if (CLINICAL_WORDS.has(word) || CLINICAL_WORDS.has(plain)) return true;
  const index = phraseIndex();
  if (index.words.has(plain) || terms().has(word) || terms().has(plain)) return true;
  if (isEnglishWord(plain) && index.stems.has(stemOf(plain))) return true;
  if (plain.length >= 6 && MEDICAL_ENDINGS.test(plain)) return true;
  return readMedicine(word, []).ingredients.length > 0;
}
