import type { Encounter, Observation } from 'fhir/r4';
import type { ClinicalSnapshot } from './clinical-snapshot.ts';
import { loincCodes, wordsOf } from './codeable-concept.ts';

/** LOINC "Transport mode to hospital". From memory: unverified. */
const TRANSPORT_MODE = '11459-5';

/**
 * Reads status, class and way of arrival of the encounter.
 *
 * @returns `arrival` is undefined when nothing says it: most charts do not.
 */
export function readEncounter(
  encounter: Encounter,
  observations: readonly Observation[],
): NonNullable<ClinicalSnapshot['encounter']> {
  const transport = observations.find(
    ({ code, encounter: visit }) =>
      loincCodes(code).includes(TRANSPORT_MODE) && visit?.reference?.endsWith(`/${encounter.id}`),
  );
  const arrival =
    readArrival(wordsOf(encounter.hospitalization?.admitSource)) ??
    readArrival(transport?.valueString ?? wordsOf(transport?.valueCodeableConcept));
  return {
    id: encounter.id ?? '',
    status: encounter.status ?? 'unknown',
    ...(encounter.class?.code === undefined ? {} : { class: encounter.class.code }),
    ...(arrival === undefined ? {} : { arrival }),
  };
}

function readArrival(text: string | undefined): 'ambulance' | 'walk-in' | undefined {
  if (text === undefined) return undefined;
  if (/ambulance|paramedic|\bems\b|helicopter/i.test(text)) {
    return /\b(no|not|without)\b/i.test(text) ? undefined : 'ambulance';
  }
  return /walk.?in|private (car|vehicle)|on foot|self.?referr|public transport|taxi/i.test(text)
    ? 'walk-in'
    : undefined;
}
