import type { ClinicalImpression, ClinicalImpressionFinding, Extension } from 'fhir/r4';
import { PRESCREEN_BASE, SYSTEMS } from '#terminology/coding.ts';
import { priorityCoding } from '#terminology/priority.ts';
import { OVERRIDE_REASONS } from '../review.ts';
import { factsUsed, isInvestigation } from './facts-used.ts';
import {
  AI_ASSERTED,
  ASSESSMENT_SYSTEM,
  encounterOf,
  identifierValue,
  practitionerOf,
  subjectOf,
  type WriteBackInput,
} from './input.ts';
import { asNarrative, noteBlocks } from './note-text.ts';

/** Extensions of this project, by name. */
export const EXTENSIONS = {
  priority: `${PRESCREEN_BASE}/StructureDefinition/triage-priority`,
  overrideReason: `${PRESCREEN_BASE}/StructureDefinition/triage-override-reason`,
  belowFloor: `${PRESCREEN_BASE}/StructureDefinition/triage-below-floor`,
  firstImpression: `${PRESCREEN_BASE}/StructureDefinition/triage-first-impression`,
  verdict: `${PRESCREEN_BASE}/StructureDefinition/triage-finding-verdict`,
} as const;

/**
 * The nurse's conclusion as a completed ClinicalImpression.
 *
 * The priority is a coded extension: R4 has no element for it, `prognosis` would claim a course of disease, and a
 * `finding` would mix it with symptoms. It holds no `urn:uuid` reference, because servers rewrite those inside a
 * transaction and the signature over this resource would break; Tasks and Provenance point here instead.
 */
export function impressionResource(input: WriteBackInput): ClinicalImpression {
  const { review, assessment, asOf } = input;
  const encounter = encounterOf(input);
  const facts = factsUsed(assessment);
  const investigated = facts.filter(isInvestigation);
  const supporting = facts.filter((fact) => !isInvestigation(fact));
  const findings = review.findings.filter(({ verdict }) => verdict !== 'rejected').map(findingItem);
  const protocols = [...new Set(assessment.passages.flatMap(({ link }) => link ?? []))];
  const notes = [
    ...review.answers.map(({ text, answer }) => `${text} ${answer}`),
    ...review.findings
      .filter(({ verdict }) => verdict === 'rejected')
      .map(({ display }) => `Proposed finding not confirmed: ${display}`),
  ];
  return {
    resourceType: 'ClinicalImpression',
    meta: { security: [AI_ASSERTED] },
    text: asNarrative(noteBlocks(input)),
    extension: conclusionExtensions(input),
    identifier: [{ system: ASSESSMENT_SYSTEM, value: identifierValue(assessment.id, 'impression') }],
    status: 'completed',
    // SNOMED CT "Triage". From memory: unverified.
    code: {
      coding: [{ system: SYSTEMS.snomed, code: '225390008', display: 'Triage' }],
      text: 'Nurse triage assessment',
    },
    ...(assessment.complaint === undefined ? {} : { description: assessment.complaint.text }),
    subject: subjectOf(input),
    ...(encounter === undefined ? {} : { encounter }),
    effectiveDateTime: asOf,
    date: asOf,
    assessor: practitionerOf(input),
    ...(review.amends === undefined ? {} : { previous: { reference: review.amends } }),
    ...(investigated.length === 0
      ? {}
      : { investigation: [{ code: { text: 'Measurements and answers used' }, item: investigated }] }),
    ...(protocols.length === 0 ? {} : { protocol: protocols }),
    summary: review.summary,
    ...(findings.length === 0 ? {} : { finding: findings }),
    ...(supporting.length === 0 ? {} : { supportingInfo: supporting }),
    ...(notes.length === 0 ? {} : { note: notes.map((text) => ({ text })) }),
  };
}

/** Priority, and how it differs from what was proposed. Used on the fallback document too. */
export function conclusionExtensions({ review }: WriteBackInput): Extension[] {
  const { overrideReason, belowFloor, firstImpression } = review;
  return [
    { url: EXTENSIONS.priority, valueCodeableConcept: { coding: [priorityCoding(review.priority)] } },
    ...(overrideReason === undefined
      ? []
      : [
          {
            url: EXTENSIONS.overrideReason,
            valueCodeableConcept: {
              coding: [
                {
                  system: SYSTEMS.overrideReason,
                  code: overrideReason.code,
                  display: OVERRIDE_REASONS[overrideReason.code],
                },
              ],
              ...(overrideReason.text === undefined || overrideReason.text.trim() === ''
                ? {}
                : { text: overrideReason.text }),
            },
          },
        ]),
    ...(belowFloor === undefined
      ? []
      : [{ url: EXTENSIONS.belowFloor, valueCoding: { system: SYSTEMS.rule, code: belowFloor.rule } }]),
    ...(firstImpression === undefined
      ? []
      : [
          {
            url: EXTENSIONS.firstImpression,
            valueCodeableConcept: { coding: [priorityCoding(firstImpression)] },
          },
        ]),
  ];
}

function findingItem(finding: WriteBackInput['review']['findings'][number]): ClinicalImpressionFinding {
  const { code, display, text, verdict } = finding;
  const coding = code.trim() === '' ? undefined : [{ system: SYSTEMS.concept, code, display }];
  return {
    extension: [{ url: EXTENSIONS.verdict, valueCode: verdict }],
    itemCodeableConcept: { ...(coding === undefined ? {} : { coding }), text: display },
    ...(text === undefined || text.trim() === '' ? {} : { basis: text }),
  };
}
