import type { DocumentReference } from 'fhir/r4';
import { SYSTEMS } from '#terminology/coding.ts';
import { base64Of } from './base64.ts';
import { factsUsed } from './facts-used.ts';
import { conclusionExtensions } from './impression.ts';
import {
  AI_ASSERTED,
  ASSESSMENT_SYSTEM,
  encounterOf,
  identifierValue,
  practitionerOf,
  subjectOf,
  type WriteBackInput,
} from './input.ts';
import { asPlainText, noteBlocks } from './note-text.ts';

/**
 * The same conclusion as a signed note, for an EHR that stores no ClinicalImpression (SM-44).
 *
 * Plain text, because every viewer shows it. It takes the impression's place in the Bundle: same identifier, same
 * `fullUrl`, and no `urn:uuid` inside.
 */
export function triageNote(input: WriteBackInput): DocumentReference {
  const { assessment, asOf } = input;
  const encounter = encounterOf(input);
  const facts = factsUsed(assessment);
  return {
    resourceType: 'DocumentReference',
    meta: { security: [AI_ASSERTED] },
    extension: conclusionExtensions(input),
    identifier: [{ system: ASSESSMENT_SYSTEM, value: identifierValue(assessment.id, 'impression') }],
    status: 'current',
    docStatus: 'final',
    // LOINC "Emergency department Triage note". From memory: unverified.
    type: { coding: [{ system: SYSTEMS.loinc, code: '54094-8' }], text: 'Triage note' },
    category: [
      {
        coding: [
          {
            system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
            code: 'clinical-note',
            display: 'Clinical Note',
          },
        ],
      },
    ],
    subject: subjectOf(input),
    date: asOf,
    author: [practitionerOf(input)],
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          title: 'Nurse triage note',
          creation: asOf,
          data: base64Of(asPlainText(noteBlocks(input))),
        },
      },
    ],
    // An empty element is no FHIR: without encounter and facts there is no context.
    ...(encounter === undefined && facts.length === 0
      ? {}
      : {
          context: {
            ...(encounter === undefined ? {} : { encounter: [encounter] }),
            ...(facts.length === 0 ? {} : { related: [...facts] }),
          },
        }),
  };
}
