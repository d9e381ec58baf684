import type { FindingState } from '#fhir-mappers/clinical-snapshot.ts';
import { type Narrative, readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { isA } from '#terminology/lexicon/lexicon.ts';

/** Reads a text as a complaint written on the morning of the tests. */
export function read(text: string): Narrative {
  return readNarrative(text, { asOf: '2026-11-21T10:00:00.000Z', origin: 'complaint' });
}

/** States in which a concept, or something narrower, was read; empty when it was not. */
export function statesOf(text: string, concept: string): readonly FindingState[] {
  return read(text)
    .findings.filter((finding) => isA(finding.concept, concept))
    .map(({ state }) => state);
}

/** True when the concept is there in this patient now: `uncertain` counts. */
export function isPresent(text: string, concept: string): boolean {
  return statesOf(text, concept).some((state) => state === 'present' || state === 'uncertain');
}
