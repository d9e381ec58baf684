import type { CodeableConcept } from 'fhir/r4';

/** The words of a coded value: its text, else the first display, else the bare code. Undefined for nothing. */
export function conceptText(concept: CodeableConcept | undefined): string | undefined {
  const coding = concept?.coding?.find(({ display }) => display !== undefined) ?? concept?.coding?.[0];
  return concept?.text ?? coding?.display ?? coding?.code;
}
