import type { Reference } from 'fhir/r4';
import type { Assessment } from '../assessment.ts';

/** More references than a nurse would follow; keeps the resource small on a long chart. */
const MAX_FACTS = 60;

/**
 * References to every chart resource that the proposal rests on, each once: measurements, findings, and the facts
 * behind rules and reasons.
 */
export function factsUsed(assessment: Assessment): readonly Reference[] {
  const sources = [
    ...assessment.measurements.map(({ source }) => source),
    ...assessment.findings.map(({ source }) => source),
    ...assessment.rules.flatMap(({ facts }) => facts.map(({ source }) => source)),
    ...assessment.reasons.flatMap(({ facts }) => facts.map(({ source }) => source)),
    ...assessment.against.map(({ source }) => source),
  ];
  const references = sources.flatMap((source) => source?.reference ?? []);
  return [...new Set(references)]
    .filter((reference) => /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(reference))
    .slice(0, MAX_FACTS)
    .map((reference) => ({ reference }));
}

/** True for what R4 lets stand in `ClinicalImpression.investigation.item`. */
export function isInvestigation({ reference = '' }: Reference): boolean {
  return /^(?:Observation|QuestionnaireResponse|DiagnosticReport)\//.test(reference);
}
