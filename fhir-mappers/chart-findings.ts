import type { CodeableConcept, Observation } from 'fhir/r4';
import { conceptsOfCoding, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { Finding, FindingState } from './clinical-snapshot.ts';
import { codingsOf, loincCodes } from './codeable-concept.ts';
import { COMPLAINT_WINDOW_MS } from './complaint-parts.ts';
import { isFuture, isoOf } from './fhir-time.ts';
import { kindOfCode } from './measured-kind.ts';
import { timeOfObservation } from './observed-values.ts';
import { parseReference, referenceTo } from './reference.ts';

/** LOINC "Symptom" and SNOMED CT "finding observed": the value names the symptom. From memory: unverified. */
const SYMPTOM_QUESTIONS = new Set(['75325-1', '56817-9']);

/** Answers that say whether the coded finding is there. LOINC and SNOMED CT; from memory: unverified. */
const PRESENCE: Readonly<Record<string, FindingState>> = {
  'LA9633-4': 'present',
  'LA33-6': 'present',
  '52101004': 'present',
  '373066001': 'present',
  Y: 'present',
  'LA9634-2': 'absent',
  'LA32-8': 'absent',
  '2667000': 'absent',
  '373067005': 'absent',
  N: 'absent',
};

/**
 * Findings that the chart holds as coded Observations of today: a symptom that is present or absent.
 *
 * @param asOf - Milliseconds since 1970.
 * @param encounterId - Observations of another encounter are left out.
 */
export function readChartFindings(
  observations: readonly Observation[],
  { asOf, encounterId }: { readonly asOf: number; readonly encounterId?: string },
): readonly Finding[] {
  return observations.flatMap((observation) => {
    const time = timeOfObservation(observation);
    const visit = parseReference(observation.encounter?.reference)?.id;
    const isOfOther = encounterId !== undefined && visit !== undefined && visit !== encounterId;
    const isVoid = observation.status === 'entered-in-error' || observation.status === 'cancelled';
    if (time === undefined || isVoid || isOfOther || kindOfCode(observation.code) !== undefined) return [];
    if (isFuture(time, asOf) || time.end < asOf - COMPLAINT_WINDOW_MS) return [];

    const named = namedFinding(observation);
    if (named === undefined) return [];
    const reference = referenceTo(observation);
    return conceptsOf(named.concept).map(({ concept, text }) => ({
      concept,
      display: lookUpConcept(concept)?.display ?? concept,
      text,
      state: named.state,
      source: {
        origin: 'chart' as const,
        at: isoOf(Math.min(time.start, asOf)),
        ...(reference === undefined ? {} : { reference }),
      },
    }));
  });
}

/** The concept that an Observation speaks of, and whether it is there. `undefined` when it does not say. */
function namedFinding(
  observation: Observation,
): { readonly concept: CodeableConcept | undefined; readonly state: FindingState } | undefined {
  const { code, valueBoolean, valueCodeableConcept: value } = observation;
  if (loincCodes(code).some((one) => SYMPTOM_QUESTIONS.has(one))) return { concept: value, state: 'present' };
  if (valueBoolean !== undefined) return { concept: code, state: valueBoolean ? 'present' : 'absent' };
  const state = (value?.coding ?? []).flatMap(({ code: one }) => PRESENCE[one ?? ''] ?? [])[0];
  return state === undefined ? undefined : { concept: code, state };
}

function conceptsOf(concept: CodeableConcept | undefined) {
  return codingsOf(concept).flatMap((coding) =>
    conceptsOfCoding(coding).map((id) => ({ concept: id, text: concept?.text ?? coding.display ?? id })),
  );
}
