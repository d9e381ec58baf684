import type { Reference, Signature } from 'fhir/r4';
import { PRESCREEN_BASE } from '#terminology/coding.ts';
import type { Assessment } from '../assessment.ts';
import type { Review } from '../review.ts';

/** Everything that a write-back is made of. */
export interface WriteBackInput {
  readonly review: Review;
  readonly assessment: Assessment;
  /** Practitioner or PractitionerRole who concludes, with the name to show. */
  readonly practitioner: { readonly reference: string; readonly display: string };
  /** ISO instant of the conclusion. */
  readonly asOf: string;
  /** Goes into the nurse's Provenance; absent in a preview. */
  readonly signature?: Signature;
  /**
   * `transaction` (default) writes a ClinicalImpression; `document` a DocumentReference in its place, for an EHR that
   * stores no ClinicalImpression.
   */
  readonly mode?: 'transaction' | 'document';
}

/** System of the identifiers and tags that make a second write find the first. */
export const ASSESSMENT_SYSTEM = `${PRESCREEN_BASE}/NamingSystem/assessment`;

/** Parts of a write-back, each with its place in the derived ids. */
const PARTS = [
  'impression',
  'handover',
  'escalation',
  'proposal',
  'signature',
  'follow-up/physician-review',
  'follow-up/additional-testing',
  'follow-up/medication-reconciliation',
  'follow-up/repeat-observations',
  'follow-up/interpreter',
] as const;

export type WriteBackPart = (typeof PARTS)[number];

/**
 * `fullUrl` of a part inside the Bundle.
 *
 * Derived from the assessment's UUID (its last byte is replaced), so that preview, signed Bundle and every retry are
 * the same bytes without a source of randomness.
 */
export function urnOf(assessmentId: string, part: WriteBackPart): string {
  return `urn:uuid:${assessmentId.slice(0, -2)}${PARTS.indexOf(part).toString(16).padStart(2, '0')}`;
}

/** Business identifier of a part: the assessment's id, with the part's name for all but the impression. */
export function identifierValue(assessmentId: string, part: WriteBackPart): string {
  return part === 'impression' ? assessmentId : `${assessmentId}/${part}`;
}

export function subjectOf({ assessment }: WriteBackInput): Reference {
  return { reference: `Patient/${assessment.subject.patient}` };
}

export function encounterOf({ assessment }: WriteBackInput): Reference | undefined {
  const { encounter } = assessment.subject;
  return encounter === undefined ? undefined : { reference: `Encounter/${encounter}` };
}

export function practitionerOf({ practitioner }: WriteBackInput): Reference {
  return { reference: practitioner.reference, display: practitioner.display };
}

/** Security label "Artificial Intelligence asserted" (HL7 v3 ObservationValue). */
export const AI_ASSERTED = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'AIAST',
  display: 'Artificial Intelligence asserted',
} as const;
