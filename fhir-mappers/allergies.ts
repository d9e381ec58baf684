import type { AllergyIntolerance } from 'fhir/r4';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import type { AllergyFact, DataProblem } from './clinical-snapshot.ts';
import { codingsOf, nameOf, statusCode } from './codeable-concept.ts';
import { KNOWN_EMPTY, type Loaded, listOf, mapList, unavailable } from './data-state.ts';
import { referenceTo } from './reference.ts';

/** "No known allergies" and "no known drug allergies": SNOMED CT, and the IPS code system for absent data. */
const NONE_KNOWN = new Set(['716186003', '409137002', 'no-known-allergies', 'no-known-medication-allergies']);
/** Narrower or emptier statements: they neither are an allergy nor rule one out. */
const OTHER_STATEMENTS = new Set([
  '428607008',
  '429625007',
  'no-known-food-allergies',
  'no-known-environmental-allergies',
  'no-allergy-info',
]);
const NOT_TRUE = new Set(['refuted', 'entered-in-error']);
const OVER = new Set(['inactive', 'resolved']);

/** Allergies, and whether the chart itself says that there are none. */
export interface Allergies {
  readonly allergies: Loaded<readonly AllergyFact[]>;
  readonly noKnownAllergies: boolean;
  readonly problems: readonly DataProblem[];
}

/**
 * Reads allergies; an empty list is never taken for "no known allergies".
 *
 * A statement of none beside an allergy is a contradiction: the allergy counts.
 */
export function readAllergies(loaded: Loaded<readonly AllergyIntolerance[]>): Allergies {
  const valid = listOf(loaded).filter(
    ({ verificationStatus, clinicalStatus }) =>
      !NOT_TRUE.has(statusCode(verificationStatus) ?? '') && !OVER.has(statusCode(clinicalStatus) ?? ''),
  );
  const statesNone = valid.some((allergy) => says(allergy, NONE_KNOWN));
  const real = valid.filter((allergy) => !says(allergy, NONE_KNOWN) && !says(allergy, OTHER_STATEMENTS));
  const onlyUnknown = real.length === 0 && !statesNone && valid.some((one) => says(one, OTHER_STATEMENTS));

  const allergies = onlyUnknown
    ? unavailable('not-provided', 'the chart does not say')
    : mapList(loaded, () => real.flatMap((allergy) => allergyFact(allergy) ?? []));
  const isContradictory = statesNone && real.length > 0;
  return {
    allergies: statesNone && real.length === 0 ? KNOWN_EMPTY : allergies,
    noKnownAllergies: statesNone && real.length === 0,
    problems: isContradictory
      ? [
          {
            code: 'contradictory',
            about: 'allergies',
            text: 'The chart says "no known allergies" and lists an allergy: ask the patient.',
          },
        ]
      : [],
  };
}

function says(allergy: AllergyIntolerance, codes: ReadonlySet<string>): boolean {
  return (allergy.code?.coding ?? []).some(({ code }) => codes.has(code ?? ''));
}

function allergyFact(allergy: AllergyIntolerance): AllergyFact | undefined {
  const codings = codingsOf(allergy.code);
  const display = nameOf(allergy.code) ?? codings[0]?.code;
  if (display === undefined) return undefined;
  const reference = referenceTo(allergy);
  const reaction = reactionOf(allergy);
  const { criticality, recordedDate } = allergy;
  const { ingredients, classes } = readMedicine(display, codings);
  return {
    display,
    codings,
    ingredients,
    classes,
    ...(reaction === undefined ? {} : { reaction }),
    ...(criticality === 'low' || criticality === 'high' ? { criticality } : {}),
    source: {
      origin: 'chart',
      ...(reference === undefined ? {} : { reference }),
      ...(recordedDate === undefined ? {} : { at: recordedDate }),
    },
  };
}

function reactionOf(allergy: AllergyIntolerance): string | undefined {
  const words = (allergy.reaction ?? []).flatMap(({ manifestation, description }) => {
    const coded = (manifestation ?? []).flatMap((concept) => nameOf(concept) ?? []);
    return coded.length > 0 ? coded : (description ?? []);
  });
  return words.length === 0 ? undefined : [...new Set(words)].join(', ');
}
