import { isKnownWord } from '#fhir-mappers/text/spelling.ts';
import { tokenise } from '#fhir-mappers/text/tokens.ts';
import { plainWord, stemOf } from '#terminology/lexicon/normal-form.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';

/** What takes the place of something that might tell who the patient is. */
export const MASK = '[removed]';

const PATTERNS: readonly RegExp[] = [
  /\S{1,64}@\S{1,64}/gu,
  /\b(?:https?:\/\/|www\.)\S{1,200}/giu,
  // Full dates, in digits or with the month's name; a year alone or "3/7" (three days) stays.
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/gu,
  /\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b\.?(?:,?\s\d{4})?/giu,
  /\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s\d{4})?/giu,
  // Telephone, record and insurance numbers: five digits or more, however they are grouped.
  /\+?\d(?:[\s().-]{0,2}\d){6,20}/gu,
  /\b[A-Z]{0,4}[-#]?\d{5,}[A-Z]?\b/gu,
  /\b\d{3}-\d{2}-\d{4}\b/gu,
  /\b(?:mrn|nhs|ssn|nhi|dob|chi|pid|id|ref|case|acct|account|policy|passport|licen[cs]e|record|insurance|member)\b[\s:#.-]{0,3}(?:no|number|nr)?[\s:#.-]{0,3}[a-z]{0,3}\d[\w-]{2,20}/giu,
  // House number and street.
  /\b\d{1,5}[a-z]?\s(?:\p{Lu}[\p{L}'’-]*\s){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|place|pl|close|square)\b\.?/giu,
];

const TITLED =
  /\b(?:mrs?|ms|miss|mx|dr|prof|sir|nurse|named|called|name is|name:|i am|i['’]m|this is|it['’]s)\.?\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+){0,3})/giu;

/** English words that are people's names as well: with a capital they are taken for names. */
const NAMES: ReadonlySet<string> = new Set(
  `alan alice amber amy andy angel anna april art august autumn barb basil beau bella ben bert beth bill billy bob bobby
  brad brook brown bud carol carter chad charity chase chris chuck clay cliff cook curt daisy dale dan dean don dot drew
  duke earl eve faith fay fern frank gene georgia ginger glen grace grant guy hank harry hazel heather henry holly hope
  hunter iris ivory ivy jack jade james jan jasmine jay jean jerry jersey jess jim jo joe john jordan joy june kay ken
  kitty lance lane lily logan louis luke maria mark mason matt max may mel merry mike miles moss myrtle nat neil nick
  nova oliver olive otto pam pat patience paul pearl penny pete piper pop prince rachel ralph ray rex rich rob robin rod
  rose ruby rusty sally sam sandy scarlet sean shawn sky smith sonny stan star stella sterling sue summer tad taylor ted
  terry tim tom tony trinity troy turner val van vera victor victoria viola violet walker wally wayne will willow woody`.split(
    /\s+/,
  ),
);

/**
 * A free text without what could tell whom it is about: chart identifiers, contacts, numbers, dates, names.
 *
 * Careful rather than exact. Words that the patient's chart names (`known`) go wherever they stand; a capital inside a
 * sentence goes unless it is a medicine, an English word that opens a sentence, or an abbreviation; what is neither
 * English nor a medicine and has a capital goes too. The text then leaves this machine only in that form.
 */
export function deIdentify(text: string, known: readonly string[]): string {
  let result = text.normalize('NFC');
  for (const word of [...known].sort((a, b) => b.length - a.length)) {
    if (word.trim().length < 2) continue;
    result = result.replace(
      new RegExp(`(?<![\\p{L}\\d])${escapeRegExp(word.trim())}(?![\\p{L}\\d])`, 'giu'),
      MASK,
    );
  }
  for (const pattern of PATTERNS) result = result.replace(pattern, MASK);
  result = result.replace(TITLED, (whole, name: string) =>
    name.split(/\s+/).every((word) => !isCapital(word) || isPlainWord(word))
      ? whole
      : whole.replace(name, MASK),
  );
  return maskCapitals(result).replaceAll(`${MASK} ${MASK}`, MASK).replace(/\s+/g, ' ').trim();
}

function maskCapitals(text: string): string {
  let result = '';
  let at = 0;
  let opensSentence = true;
  for (const token of tokenise(text)) {
    if (token.kind === 'word') {
      const raw = text.slice(token.start, token.end);
      const isSafe =
        !isCapital(raw) ||
        token.capitals ||
        raw === 'I' ||
        isMedical(raw) ||
        isClinical(raw) ||
        (opensSentence && isPlainWord(raw)) ||
        /[\d_/-]/.test(text.charAt(token.end)) ||
        text.slice(token.start - 1, token.end + 1) === MASK;
      result += text.slice(at, token.start) + (isSafe ? raw : MASK);
      at = token.end;
    }
    opensSentence = token.kind === 'mark' && /[.!?:\n"“]/.test(token.plain);
  }
  return result + text.slice(at);
}

function isCapital(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) || /^\p{Lu}['’]\p{Lu}/u.test(word);
}

/** A word of the language or of medicine, and no name. */
function isPlainWord(word: string): boolean {
  const plain = plainWord(word);
  if (isName(word)) return false;
  return isKnownWord(plain, stemOf(plain)) || CLINICAL.has(plain) || isMedical(word);
}

/** True for an English word that is a person's name as well. */
export function isName(word: string): boolean {
  return NAMES.has(plainWord(word));
}

/** Words with a capital that stand in charts wherever they like. */
const CLINICAL: ReadonlySet<string> = new Set(
  `pmh pmhx fhx hx rx dx sx tx meds allergies allergy obs bp hr rr spo sats temp gcs pt pts type grade stage monday
  tuesday wednesday thursday friday saturday sunday known history current chronic acute primary secondary essential`.split(
    /\s+/,
  ),
);

function isClinical(word: string): boolean {
  return CLINICAL.has(plainWord(word));
}

function isMedical(word: string): boolean {
  return readMedicine(word, []).ingredients.length > 0;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
