import type { AllergyFact, ClinicalSnapshot, MedicineFact } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Loaded } from '#fhir-mappers/data-state.ts';
import { isKnownWord } from '#fhir-mappers/text/spelling.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { plainWord, stemOf } from '#terminology/lexicon/normal-form.ts';
import { wordingFaults } from '../../gates/wording.ts';
import { deIdentify, isName } from '../de-identify.ts';
import type { DraftFact } from './fact.ts';

export type NewFact = Omit<DraftFact, 'id'>;

/** Entries of a list that a draft may speak of; the rest is counted. */
const MOST = 10;

/** Child: spoken of, not spoken to. Years. */
export const CHILD_UNDER = 14;

/** What the chart says beside the assessment: person, pregnancy, problems, medicines, allergies. */
export function backgroundFacts(snapshot: ClinicalSnapshot, known: readonly string[]): readonly NewFact[] {
  return [
    person(snapshot.patient),
    ...pregnancyFacts(snapshot),
    ...conditionFacts(snapshot, known),
    ...medicineFacts(snapshot, known),
    ...allergyFacts(snapshot, known),
  ];
}

/** Who it is, as a note begins: "67-year-old woman". Ages above 89 are told as 90 or over (Safe Harbor). */
export function person({ ageYears, sex }: Pick<ClinicalSnapshot['patient'], 'ageYears' | 'sex'>): NewFact {
  const noun = nounFor(ageYears, sex);
  const name = ageYears === undefined ? `${noun} of unknown age` : `${ageWords(ageYears)} ${noun}`;
  const sexWords = sex === 'female' || sex === 'male' ? [sex] : [];
  const text = `${name}.`;
  return {
    kind: 'person',
    name,
    text: text.charAt(0).toUpperCase() + text.slice(1),
    alsoSaid: [noun, ...sexWords, ...PRONOUNS[sex === 'female' || sex === 'male' ? sex : 'other']],
  };
}

const PRONOUNS = {
  female: ['she', 'her', 'woman', 'girl'],
  male: ['he', 'him', 'his', 'man', 'boy'],
  other: ['person', 'child'],
} as const;

function nounFor(ageYears: number | undefined, sex: ClinicalSnapshot['patient']['sex']): string {
  const isChild = ageYears !== undefined && ageYears < 18;
  if (sex === 'female') return isChild ? 'girl' : 'woman';
  if (sex === 'male') return isChild ? 'boy' : 'man';
  return isChild ? 'child' : 'person';
}

function ageWords(years: number): string {
  if (years >= 90) return '90-year-old or older';
  if (years >= 2) return `${Math.floor(years)}-year-old`;
  const months = Math.floor(years * 12);
  if (months >= 1) return `${months}-month-old`;
  return `${Math.max(0, Math.floor(years * 365.25))}-day-old`;
}

function pregnancyFacts({ pregnancy }: ClinicalSnapshot): readonly NewFact[] {
  const { state, weeks, source } = pregnancy;
  const at = source?.reference === undefined ? {} : { reference: source.reference };
  if (state === 'pregnant')
    return [
      {
        kind: 'pregnancy',
        text: weeks === undefined ? 'Pregnant.' : `Pregnant, ${Math.floor(weeks)} weeks.`,
        name: weeks === undefined ? 'pregnant' : `pregnant, ${Math.floor(weeks)} weeks`,
        ...at,
      },
    ];
  if (state === 'postpartum')
    return [
      {
        kind: 'pregnancy',
        text: weeks === undefined ? 'Gave birth recently.' : `Gave birth ${Math.floor(weeks)} weeks ago.`,
        name: weeks === undefined ? 'gave birth recently' : `gave birth ${Math.floor(weeks)} weeks ago`,
        ...at,
      },
    ];
  return [];
}

function conditionFacts({ conditions }: ClinicalSnapshot, known: readonly string[]): readonly NewFact[] {
  if (conditions.state !== 'present') return [stateOfList('conditions', 'problem list', conditions)];
  const active = conditions.value.filter((condition) => condition.active);
  return [
    ...active.slice(0, MOST).map(({ display, concepts, source }): NewFact => {
      const name = chartWords(display, known) ?? UNSHOWN;
      return {
        kind: 'condition',
        name,
        text: `On the problem list: ${name}.`,
        alsoSaid: concepts.map((id) => lookUpConcept(id)?.display ?? ''),
        ...referenceOf(source),
      };
    }),
    ...(active.length > MOST ? [moreThan('conditions', 'problems', active.length - MOST)] : []),
    ...(conditions.partial ? [partOf('conditions', 'problem list')] : []),
    ...(active.length === 0 ? [stateOfList('conditions', 'problem list', { state: 'known-empty' })] : []),
  ];
}

function medicineFacts({ medicines }: ClinicalSnapshot, known: readonly string[]): readonly NewFact[] {
  if (medicines.state !== 'present') return [stateOfList('medicines', 'medicine list', medicines)];
  const active = medicines.value.filter(
    ({ active: isActive, ingredients }) => isActive && ingredients[0] !== 'water',
  );
  const named = new Map<string, MedicineFact>();
  for (const medicine of active) {
    const name = medicineName(medicine, known);
    if (named.get(name)?.source.origin !== 'chart') named.set(name, medicine);
  }
  const shown = [...named].slice(0, MOST);
  return [
    ...shown.map(
      ([name, { ingredients, source }]): NewFact => ({
        kind: 'medicine',
        name,
        ingredients,
        // A medicine that somebody speaks of, or asks for, is not one that the chart says is taken.
        ...(source.origin === 'chart'
          ? { text: `Takes, by the medicine list: ${name}.` }
          : { key: 'said', text: `Named as a medicine by the patient: ${name}.` }),
        ...referenceOf(source),
      }),
    ),
    ...(named.size > MOST ? [moreThan('medicines', 'medicines', named.size - MOST)] : []),
    ...(medicines.partial ? [partOf('medicines', 'medicine list')] : []),
    ...(active.length === 0 ? [stateOfList('medicines', 'medicine list', { state: 'known-empty' })] : []),
  ];
}

function allergyFacts(snapshot: ClinicalSnapshot, known: readonly string[]): readonly NewFact[] {
  const { allergies, noKnownAllergies } = snapshot;
  if (noKnownAllergies)
    return [
      { kind: 'allergy', key: 'none-known', text: 'The chart says that there are no known allergies.' },
    ];
  if (allergies.state !== 'present') return [stateOfList('allergies', 'allergy list', allergies)];
  return [
    ...allergies.value.slice(0, MOST).map((allergy): NewFact => {
      const name = allergyName(allergy, known);
      return {
        kind: 'allergy',
        name,
        ingredients: allergy.ingredients,
        text: `Allergy: ${name}.`,
        ...referenceOf(allergy.source),
      };
    }),
    ...(allergies.partial ? [partOf('allergies', 'allergy list')] : []),
  ];
}

function medicineName({ ingredients, display }: MedicineFact, known: readonly string[]): string {
  if (ingredients.length > 0) return ingredients.join(' and ');
  return chartWords(withoutStrength(display), known) ?? UNSHOWN;
}

function allergyName({ ingredients, display, reaction }: AllergyFact, known: readonly string[]): string {
  const name =
    chartWords(withoutStrength(display).replace(/\b(?:allergy|allergic)\b(?:\sto)?/giu, ''), known) ??
    (ingredients.length > 0 ? ingredients.join(' and ') : UNSHOWN);
  const shown = reaction === undefined ? undefined : chartWords(reaction, known);
  return shown === undefined ? name : `${name} (${shown})`;
}

const UNSHOWN = 'an entry whose words cannot be shown here';

/**
 * A short name from the chart, fit to stand in a sentence of ours.
 *
 * @returns Undefined where it is no name: too long, several sentences, an order to whoever reads it, or words that no
 *   sentence of ours may say. An entry in a chart is data, never an instruction.
 */
export function chartWords(display: string, known: readonly string[]): string | undefined {
  const plain = deIdentify(lowerRest(display), known)
    .replace(/\((?:disorder|finding|situation|procedure|event|person|substance|product)\)/giu, '')
    .replace(/["“”`<>{}[\]|\\#*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.;:,]+$/u, '')
    .trim();
  const isName = plain.length >= 2 && plain.length <= 80 && plain.split(' ').length <= 10;
  if (!isName || /[.!?;:]\s|\n/.test(plain) || ORDERS.test(plain) || wordingFaults(plain).length > 0)
    return undefined;
  return plain;
}

/** Charts write names of illnesses with capitals ("Atrial Fibrillation"): words of medicine lose them, names keep them. */
function lowerRest(display: string): string {
  return display.replace(/(?<=\s|-)\p{Lu}[\p{Ll}’']+/gu, (word) => {
    const plain = plainWord(word);
    return isKnownWord(plain, stemOf(plain)) && !isName(word) ? word.toLowerCase() : word;
  });
}

const ORDERS =
  /\b(?:ignore|disregard|forget|instructions?|prompt|system|assistant|you (?:must|should|are)|write|say that|tell the|respond|reply|output|always|never)\b/iu;

/** A medicine's display without strength, form and instructions: no draft repeats a dose. */
function withoutStrength(display: string): string {
  return display
    .replace(
      /\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|g|ml|l|units?|iu|%|meq|mmol|hr|h)\b(?:\s?\/\s?\d*\s?[a-z]+)?/giu,
      ' ',
    )
    .replace(
      /\b(?:oral|tablets?|capsules?|solution|suspension|injection|inhaler|actuat|spray|patch|cream|daily|twice|bid|tds|od)\b.*/iu,
      ' ',
    )
    .replace(/\d+(?:[.,]\d+)?/gu, ' ')
    .replace(/[\s/,-]+$/u, '')
    .trim();
}

function stateOfList(key: string, list: string, loaded: Loaded<unknown>): NewFact {
  if (isUnavailable(loaded)) return { kind: 'missing', key, text: `The ${list} could not be read.` };
  const kind = key === 'conditions' ? 'condition' : key === 'medicines' ? 'medicine' : 'allergy';
  return { kind, key: 'nothing-recorded', text: `Nothing is recorded on the ${list}.` };
}

function moreThan(key: string, what: string, count: number): NewFact {
  return { kind: 'missing', key: `more-${key}`, text: `${count} more ${what} are in the chart.` };
}

function partOf(key: string, list: string): NewFact {
  return { kind: 'missing', key: `part-${key}`, text: `Only a part of the ${list} could be read.` };
}

function referenceOf({ reference }: { readonly reference?: string }): { readonly reference?: string } {
  return reference === undefined ? {} : { reference };
}
