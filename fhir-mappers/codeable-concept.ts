import type { CodeableConcept, Coding as FhirCoding } from 'fhir/r4';
import { type Coding, SYSTEMS } from '#terminology/coding.ts';

/**
 * Other names under which the same code systems travel: HL7's OIDs, and ICD-10, whose codes ICD-10-CM shares where we
 * read them.
 */
const SAME_SYSTEM: Readonly<Record<string, string>> = {
  'urn:oid:2.16.840.1.113883.6.1': SYSTEMS.loinc,
  'urn:oid:2.16.840.1.113883.6.96': SYSTEMS.snomed,
  'urn:oid:2.16.840.1.113883.6.88': SYSTEMS.rxnorm,
  'urn:oid:2.16.840.1.113883.6.90': SYSTEMS.icd10cm,
  'urn:oid:2.16.840.1.113883.6.3': SYSTEMS.icd10cm,
  'http://hl7.org/fhir/sid/icd-10': SYSTEMS.icd10cm,
};

function systemOf({ system = '' }: FhirCoding): string {
  return SAME_SYSTEM[system] ?? system;
}

/** Codings that name both a system and a code; others cannot be compared. Systems by the name that we use. */
export function codingsOf(concept: CodeableConcept | undefined): readonly Coding[] {
  return (concept?.coding ?? []).flatMap((coding) => {
    const { code, display } = coding;
    const system = systemOf(coding);
    if (system === '' || code === undefined) return [];
    return [display === undefined ? { system, code } : { system, code, display }];
  });
}

// The semantic tag that SNOMED CT's full names end with: part of the catalogue, not of the patient's words.
const SEMANTIC_TAG =
  /\s*\((?:finding|disorder|situation|procedure|event|substance|product|medicinal product)\)$/i;

/** Longest name that is kept, UTF-16 units: no condition or medicine needs more, and reading time grows with it. */
const LONGEST_NAME = 500;

/** `wordsOf` for names of things: cut at a length that no real name has. */
export function nameOf(concept: CodeableConcept | undefined): string | undefined {
  return wordsOf(concept)?.slice(0, LONGEST_NAME);
}

/** What a person would read: the text, else the first display. `undefined` when there is neither. */
export function wordsOf(concept: CodeableConcept | undefined): string | undefined {
  const words = concept?.text ?? concept?.coding?.find(({ display }) => display !== undefined)?.display;
  const plain = words?.replace(SEMANTIC_TAG, '').trim();
  return plain === '' ? undefined : plain;
}

/** True when the concept carries one of these codes of this system. */
export function hasCode(
  concept: CodeableConcept | undefined,
  system: string,
  codes: ReadonlySet<string>,
): boolean {
  return (concept?.coding ?? []).some((coding) => coding.system === system && codes.has(coding.code ?? ''));
}

/** The LOINC codes of a concept, in order. A coding without a system counts when it looks like LOINC. */
export function loincCodes(concept: CodeableConcept | undefined): readonly string[] {
  return (concept?.coding ?? []).flatMap((coding) => {
    const { code = '' } = coding;
    const system = systemOf(coding);
    const isLoinc = system === SYSTEMS.loinc || (system === '' && /^\d{1,7}-\d$/.test(code));
    return isLoinc && code !== '' ? [code] : [];
  });
}

/** The first code of a status-like concept (`clinicalStatus`), whatever its system. */
export function statusCode(concept: CodeableConcept | undefined): string | undefined {
  return concept?.coding?.find(({ code }) => code !== undefined)?.code ?? concept?.text?.toLowerCase();
}
