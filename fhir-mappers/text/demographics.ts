import type { PregnancyFact } from '../clinical-snapshot.ts';
import { ELDERS } from './context-words.ts';
import type { Token } from './tokens.ts';

/** What the text says of the patient's age, sex and pregnancy. */
export interface Demographics {
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly pregnancy?: PregnancyFact;
}

const FEMALE = new Set(
  'female woman girl lady f she her daughter wife mother mom grandmother grandma sister aunt niece girlfriend schoolgirl granddaughter lmp'.split(
    ' ',
  ),
);
const MALE = new Set(
  'male man boy gentleman m he his him son husband father dad grandfather grandpa brother uncle nephew boyfriend guy schoolboy grandson'.split(
    ' ',
  ),
);
/** Words that tell the patient's sex only beside an age: elsewhere they may be another person's. */
const NOUNS_F = new Set([
  'female',
  'woman',
  'girl',
  'lady',
  'f',
  'schoolgirl',
  'daughter',
  'granddaughter',
  'wife',
  'mother',
  'grandmother',
  'mom',
]);
const NOUNS_M = new Set([
  'male',
  'man',
  'boy',
  'gentleman',
  'm',
  'guy',
  'schoolboy',
  'son',
  'grandson',
  'husband',
  'father',
  'grandfather',
  'dad',
]);

const YEAR_UNITS: Readonly<Record<string, number>> = {
  y: 1,
  yo: 1,
  'y/o': 1,
  yr: 1,
  yrs: 1,
  year: 1,
  years: 1,
  yro: 1,
  yom: 1,
  yof: 1,
  yoa: 1,
  m: 1 / 12,
  mo: 1 / 12,
  mos: 1 / 12,
  mth: 1 / 12,
  month: 1 / 12,
  months: 1 / 12,
  mths: 1 / 12,
  w: 7 / 365.25,
  wk: 7 / 365.25,
  wks: 7 / 365.25,
  week: 7 / 365.25,
  weeks: 7 / 365.25,
  d: 1 / 365.25,
  day: 1 / 365.25,
  days: 1 / 365.25,
  hour: 1 / 8766,
  hours: 1 / 8766,
  hr: 1 / 8766,
  hrs: 1 / 8766,
};

const OLD = new Set(['old', 'o', 'o/o', 'of', 'yo']);
const AGE_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
};

interface Age {
  readonly years: number;
  readonly at: number;
  readonly to: number;
}

function sexNear(tokens: readonly Token[], from: number, to: number): 'female' | 'male' | undefined {
  for (let at = from; at < Math.min(tokens.length, to); at += 1) {
    const { plain } = tokens[at]!;
    if (NOUNS_F.has(plain)) return 'female';
    if (NOUNS_M.has(plain)) return 'male';
  }
  return undefined;
}

function skipHyphens(tokens: readonly Token[], at: number): number {
  let next = at;
  while (tokens[next]?.plain === '-') next += 1;
  return next;
}

const HAS_AGE = new Set(
  'i im he hes she shes mum mom dad mother father husband wife nan gran grandad granddad grandma'.split(' '),
);

/** "I am 69 and", "she's 81,": an age without its unit, said of the speaker or the patient. */
function saysAge(tokens: readonly Token[], at: number, value: number): boolean {
  if (tokens[at]!.kind !== 'number' || value < 12 || value > 110 || !Number.isInteger(value)) return false;
  const before = tokens[at - 1]?.plain ?? '';
  const said =
    ['im', 'hes', 'shes', 'whos'].includes(before) ||
    (['am', 'is'].includes(before) && HAS_AGE.has(tokens[at - 2]?.plain ?? ''));
  const next = tokens[at + 1];
  const ends =
    next === undefined || [',', '.', 'and', 'with', 'but', 'now', 'male', 'female'].includes(next.plain);
  return said && ends && tokens[at + 2]?.kind !== 'number';
}

/** "54 yo", "3-week-old", "78F", "6 mo old", "aged 60", "age 5", "two year old". */
function ageAt(tokens: readonly Token[], at: number, text: string): Age | undefined {
  const token = tokens[at]!;
  const value = token.kind === 'number' ? token.value : AGE_WORDS[token.plain];
  if (value === undefined || value > 130) return undefined;
  if (saysAge(tokens, at, value)) return { years: value, at, to: at + 1 };
  const unitAt = skipHyphens(tokens, at + 1);
  const unit = tokens[unitAt];
  const before = tokens[at - 1]?.plain ?? '';
  const older = [before, tokens[at - 2]?.plain ?? ''];
  if (token.kind === 'number' && unit !== undefined) {
    // "78F" and "54 M": a letter directly after the number, the sex.
    const sexLetter = unit.plain === 'f' || unit.plain === 'm';
    const heat = older.some((word) =>
      ['temp', 't', 'fever', 'temperature', 'tmax', 'febrile'].includes(word),
    );
    const opens =
      at === 0 ||
      tokens[at - 1]!.kind === 'mark' ||
      ['a', 'pt', 'patient', 'an', 'is', 'this'].includes(before);
    const capital = /[FM]/.test(text[unit.start] ?? '');
    const glued = unit.start === token.end;
    const isAge = sexLetter && (capital || glued) && opens && !heat && value >= (glued ? 1 : 10);
    if (isAge && (unit.plain === 'm' || value < 94 || at === 0) && tokens[unitAt + 1]?.plain !== '/')
      return { years: value, at, to: unitAt + 1 };
  }
  if (unit === undefined || unit.kind !== 'word') {
    return ['aged', 'age'].includes(before) ||
      (['age', 'aged'].includes(tokens[at - 2]?.plain ?? '') && [':', 'is', 'of', '='].includes(before))
      ? { years: value, at, to: at + 1 }
      : undefined;
  }
  const scale = YEAR_UNITS[unit.plain];
  if (scale === undefined) {
    return before === 'aged' || before === 'age' ? { years: value, at, to: at + 1 } : undefined;
  }
  if (['yo', 'y/o', 'yom', 'yof', 'yro', 'yoa'].includes(unit.plain))
    return { years: value, at, to: unitAt + 1 };
  let after = skipHyphens(tokens, unitAt + 1);
  // "2 years 3 months old"
  if (tokens[after]?.plain === 'and') after += 1;
  const nextWord = tokens[after]?.plain ?? '';
  if (OLD.has(nextWord) && nextWord !== 'of') return { years: value * scale, at, to: after + 1 };
  if (nextWord === 'of' && tokens[after + 1]?.plain === 'age')
    return { years: value * scale, at, to: after + 2 };
  const noun = [
    'male',
    'female',
    'm',
    'f',
    'boy',
    'girl',
    'man',
    'woman',
    'gentleman',
    'lady',
    'infant',
    'baby',
    'child',
    'neonate',
    'toddler',
  ].includes(nextWord);
  if (noun && before !== 'for' && before !== 'x' && before !== 'past')
    return { years: value * scale, at, to: after + 1 };
  return before === 'aged' || before === 'age' ? { years: value * scale, at, to: unitAt + 1 } : undefined;
}

const STAGE_AGES: Readonly<Record<string, number>> = { newborn: 0.02, neonate: 0.04 };

/** Another person's age: "his 5 yo brother", "her 3 month old baby" when a child is not the patient. */
function isOthersAge(tokens: readonly Token[], age: Age): boolean {
  const before = tokens[age.at - 1]?.plain ?? '';
  const after = tokens[age.to]?.plain ?? '';
  // "grandfather stroke aged 78", "my dad had a heart attack at age 50": theirs, when it struck.
  if (['aged', 'age'].includes(before)) {
    for (let at = age.at - 2; at >= 0 && at > age.at - 8; at -= 1) {
      if (tokens[at]!.kind === 'mark') break;
      if (ELDERS.has(tokens[at]!.plain)) return true;
    }
  }
  const others = ['brother', 'sister', 'husband', 'wife', 'sibling', 'cousin', 'roommate', 'friend'];
  return ['her', 'his', 'their', 'my'].includes(before) && others.includes(after);
}

/**
 * Reads age and sex of the patient.
 *
 * The first age that is nobody else's counts. Sex comes from the word beside the age, else from pronouns, and
 * only where they all agree: "her husband says he" says nothing certain.
 */
export function readDemographics(
  tokens: readonly Token[],
  text: string,
): { readonly ageYears?: number; readonly sex?: 'female' | 'male' } {
  let age: Age | undefined;
  for (let at = 0; at < tokens.length && age === undefined; at += 1) {
    const found = ageAt(tokens, at, text);
    if (found !== undefined && !isOthersAge(tokens, found)) age = found;
  }
  let sex: 'female' | 'male' | undefined;
  if (age !== undefined) {
    const last = tokens[age.to - 1]!.plain;
    if (last === 'f' || last === 'yof') sex = 'female';
    else if (last === 'm' || last === 'yom') sex = 'male';
    sex ??= sexNear(tokens, age.to, age.to + 4) ?? sexNear(tokens, Math.max(0, age.at - 3), age.at);
  }
  if (sex === undefined) {
    let female = 0;
    let male = 0;
    for (const { plain } of tokens) {
      if (FEMALE.has(plain) && plain !== 'f') female += 1;
      else if (MALE.has(plain) && plain !== 'm') male += 1;
    }
    if (female > 0 && male === 0) sex = 'female';
    else if (male > 0 && female === 0) sex = 'male';
  }
  const stage =
    age === undefined
      ? tokens.map(({ plain }) => STAGE_AGES[plain]).find((years) => years !== undefined)
      : undefined;
  const years = age?.years ?? stage;
  return {
    ...(years === undefined ? {} : { ageYears: Math.round(years * 10_000) / 10_000 }),
    ...(sex === undefined ? {} : { sex }),
  };
}
