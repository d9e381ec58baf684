import type { Coding } from '#terminology/coding.ts';

/** What sort of thing a concept is; rules may ask for a kind, the reader chooses context by it. */
export const CONCEPT_KINDS = [
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'history',
  'mechanism',
  'exposure',
  'site',
  'onset',
  'course',
  'severity',
  'quality',
  'radiation',
  'device',
  'pregnancy',
  'medicine',
  'behaviour',
  'social',
  'reassurance',
  'reassuring',
  'minor',
  'administrative',
  'group',
] as const;

export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/**
 * One thing that a narrative or a chart may say, with its place in the hierarchy.
 *
 * `broader` lists direct parents only; `isA` follows them. A `group` is never found in a text: it exists so
 * that a rule can ask for any of its children. `codings` are SNOMED CT or ICD-10-CM, unverified unless the
 * lexicon's README says otherwise.
 */
export interface Concept {
  readonly id: string;
  readonly display: string;
  readonly kind: ConceptKind;
  readonly broader: readonly string[];
  /** Wordings besides the display, in the notation of `phrase-notation.ts`. */
  readonly phrases: readonly string[];
  readonly codings: readonly Coding[];
}
