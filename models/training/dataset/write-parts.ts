import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import type { ConceptKind } from '#terminology/lexicon/concept.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { PRIORITY_MEANING, type Priority } from '#terminology/priority.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { Example } from './example.ts';

/** A number of one kind, in the unit of `VITAL_SIGNS`. */
export interface Measured {
  readonly kind: VitalKind;
  readonly value: number;
}

/** Units as people read them. */
const UNITS: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  '/min': 'per minute',
  Cel: 'degrees Celsius',
  '%': '%',
  '{score}': 'points',
};

/**
 * Borders of normal for adults: the values to which NEWS2 gives no point (Royal College of Physicians, 2017).
 *
 * Nothing is said of children: their borders depend on the age, and a wrong flag would be learnt.
 */
const ADULT_NORMAL: Readonly<Partial<Record<VitalKind, readonly [low: number, high: number]>>> = {
  'respiratory-rate': [12, 20],
  spo2: [96, 100],
  systolic: [111, 219],
  'heart-rate': [51, 90],
  temperature: [36.1, 38],
};
const ADULT_FROM = 16;

const LEVELS = ['alert', 'newly confused', 'responds to voice', 'responds to pain', 'unresponsive'] as const;

/** Below or above the border of an adult; undefined where there is no border or nothing to say. */
function flagOf({ kind, value }: Measured, ageYears: number | undefined): string | undefined {
  const range = ADULT_NORMAL[kind];
  if (range === undefined || ageYears === undefined || ageYears < ADULT_FROM) return undefined;
  if (value < range[0]) return 'below normal';
  return value > range[1] ? 'above normal' : undefined;
}

function valueText(measured: Measured, ageYears: number | undefined): string {
  const { kind, value } = measured;
  const { unit } = VITAL_SIGNS[kind];
  if (kind === 'consciousness') return `${value} (${LEVELS[value] ?? 'unknown'})`;
  const flag = flagOf(measured, ageYears);
  return `${value} ${UNITS[unit] ?? unit}${flag === undefined ? '' : ` (${flag})`}`;
}

/** Vital signs as the input tells them; null when nothing was measured. */
export function writeVitals(
  measured: readonly Measured[],
  ageYears: number | undefined,
): Example['input']['vitals'] {
  if (measured.length === 0) return null;
  return Object.fromEntries(measured.map((one) => [VITAL_SIGNS[one.kind].display, valueText(one, ageYears)]));
}

/** "62-year-old man", "4-month-old girl", "age and sex unknown": the first line of the history. */
export function writePerson(ageYears: number | undefined, sex: string): string {
  const known = sex === 'female' || sex === 'male';
  if (ageYears === undefined) return known ? `${sex}, age unknown` : 'age and sex unknown';
  if (ageYears >= 90) return `${known ? sex : 'sex unknown'}, 90 years or older`;
  const [count, unit] =
    ageYears < 1 / 6
      ? [Math.max(1, Math.floor(ageYears * 52)), 'week']
      : ageYears < 2
        ? [Math.floor(ageYears * 12), 'month']
        : [Math.floor(ageYears), 'year'];
  const child = sex === 'female' ? 'girl' : 'boy';
  const grown = sex === 'female' ? 'woman' : 'man';
  return `${count}-${unit}-old ${known ? (ageYears < 16 ? child : grown) : 'patient, sex unknown'}`;
}

/** What the concerns, questions and actions are written from. */
export interface Facts {
  readonly ageYears: number | undefined;
  readonly sex: string;
  readonly measured: readonly Measured[];
  readonly findings: readonly Finding[];
  readonly input: Example['input'];
  readonly pregnancyKnown: boolean;
  /** The complaint itself names medicines. */
  readonly medicinesTold: boolean;
}

/** Kinds of finding that a nurse would name as a concern. */
const CONCERNS: ReadonlySet<ConceptKind> = new Set([
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'mechanism',
  'exposure',
  'pregnancy',
  'behaviour',
]);

const MOST_FINDINGS = 6;
const MOST_QUESTIONS = 6;
const QUOTED = 140;

/**
 * Concerns that the input itself supports: findings that are present, abnormal vital signs; where the reader found
 * nothing, the complaint's own words. Nothing is added from outside.
 */
export function writeConcerns({ findings, measured, ageYears, input }: Facts): string[] {
  const present = findings.filter(({ state, concept }) => {
    const kind = lookUpConcept(concept)?.kind;
    return (state === 'present' || state === 'uncertain') && kind !== undefined && CONCERNS.has(kind);
  });
  const told = [...new Set(present.map(({ display }) => display))].slice(0, MOST_FINDINGS);
  const abnormal = measured
    .filter((one) => flagOf(one, ageYears) !== undefined)
    .map((one) => `${VITAL_SIGNS[one.kind].display} ${valueText(one, ageYears)}`);
  const concerns = [...told, ...abnormal];
  return concerns.length > 0 ? concerns : [`Reported: ${input.symptoms.slice(0, QUOTED)}`];
}

const FIRST_LOOK: readonly VitalKind[] = [
  'respiratory-rate',
  'spo2',
  'systolic',
  'heart-rate',
  'temperature',
];

/** Questions about what is not known: vital signs of a first look, onset, medicines, allergies, pregnancy. */
export function writeQuestions({
  measured,
  findings,
  input,
  ageYears,
  sex,
  pregnancyKnown,
  medicinesTold,
}: Facts): string[] {
  const missing = FIRST_LOOK.filter((kind) => !measured.some((one) => one.kind === kind));
  const timed = findings.some(
    ({ durationHours, onset }) => durationHours !== undefined || onset !== undefined,
  );
  const mayBePregnant = sex === 'female' && ageYears !== undefined && ageYears >= 12 && ageYears <= 55;
  return [
    ...(timed ? [] : ['When did it begin, and how has it changed since?']),
    ...(missing.length === 0
      ? []
      : [
          `What are the vital signs that are missing: ${missing.map((kind) => VITAL_SIGNS[kind].display).join(', ')}?`,
        ]),
    ...(input.medicines === null && !medicinesTold
      ? ['Which medicines does the patient take, and since when?']
      : []),
    ...(input.allergies === null ? ['Are there allergies to medicines, food or latex?'] : []),
    ...(mayBePregnant && !pregnancyKnown ? ['Could the patient be pregnant?'] : []),
  ].slice(0, MOST_QUESTIONS);
}

/** What happens next at each priority, in the words of a handover: no medicine, no dose, no order. */
const ACTIONS: Readonly<Record<Priority, readonly string[]>> = {
  critical: [
    'Take the patient to the resuscitation area now and stay with them',
    'Call the physician to the bedside at once',
  ],
  high: ['Tell the physician on duty now', 'Place the patient where they can be seen all the time'],
  medium: ['Look again sooner if anything changes'],
  low: ['Tell the patient what would be a reason to come back to the desk at once'],
};

/** Recommended actions of a priority with what must be measured. */
export function writeActions(priority: Priority, { measured }: Facts): string[] {
  const { withinMinutes } = PRIORITY_MEANING[priority];
  const missing = FIRST_LOOK.some((kind) => !measured.some((one) => one.kind === kind));
  return [
    withinMinutes === 0 ? 'To be seen now' : `To be seen within ${withinMinutes} minutes`,
    ...ACTIONS[priority],
    ...(missing
      ? ['Measure the vital signs that are missing']
      : priority === 'low'
        ? []
        : ['Repeat the vital signs while waiting']),
  ];
}
