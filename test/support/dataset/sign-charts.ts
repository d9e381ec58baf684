import { randomUUID } from 'node:crypto';
import type { Bundle, FhirResource, Resource } from 'fhir/r4';
import { nextSteps } from '#cds-service/assess/next-steps.ts';
import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { KNOWN_EMPTY, type Loaded, present } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { type Review, reviewSchema } from '#fhir-mappers/review.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { writeBack } from '#fhir-mappers/write-back.ts';
import { anAssessment } from '../assessment.ts';

/** A visit that gets a conclusion. */
export interface Visit {
  readonly patient: string;
  readonly encounter: string;
  readonly asOf: string;
}

const NURSE = { reference: 'Practitioner/nurse-made', display: 'Robin Ashworth, RN' };

/**
 * The transaction with which a nurse who agrees with rules and protocol concludes a visit; undefined when the chart tells
 * no complaint.
 *
 * The signature is not one that could be verified: only that there is one matters to who reads an export.
 */
export function concluded(
  resources: readonly Resource[],
  { patient, encounter, asOf }: Visit,
): Bundle | undefined {
  const snapshot = takeSnapshot(dataOf(resources, encounter), { asOf, hook: 'patient-view' });
  if (snapshot.complaint.state !== 'present') return undefined;
  const findings = triage(snapshot);
  const priority = rulePriority(findings);
  const id = randomUUID();
  const assessment = anAssessment({
    id,
    asOf,
    subject: { patient, encounter },
    priority,
    complaint: { text: snapshot.complaint.value.text, readable: true },
    findings: snapshot.findings.map(({ concept, display, text, state, source }) => ({
      code: concept,
      display,
      text,
      state,
      source,
    })),
  });
  const steps = nextSteps(snapshot, { priority, escalate: priority === 'critical', hits: findings.hits });
  const review: Review = reviewSchema.parse({
    assessmentId: id,
    priority,
    findings: snapshot.findings
      .filter(({ state }) => state === 'present')
      .slice(0, 6)
      .map(({ concept, display }) => ({ code: concept, display, verdict: 'confirmed' })),
    answers: [],
    summary: `Triaged as ${priority}.`,
    nextSteps: steps.map(({ text }) => text).slice(0, 5),
    handover: { to: priority === 'low' ? 'triage-nurse' : 'physician', withinMinutes: 10 },
    escalate: priority === 'critical',
    followUps: [],
  });
  return writeBack({
    review,
    assessment,
    practitioner: NURSE,
    asOf,
    signature: {
      type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.5' }],
      when: asOf,
      who: NURSE,
      sigFormat: 'application/jose',
      data: Buffer.from('made for a test').toString('base64'),
    },
  });
}

function dataOf(resources: readonly Resource[], encounterId: string): PatientData {
  const of = <T extends FhirResource>(type: T['resourceType']): readonly T[] =>
    resources.filter(({ resourceType }) => resourceType === type) as unknown as readonly T[];
  const list = <T>(items: readonly T[]): Loaded<readonly T[]> =>
    items.length === 0 ? KNOWN_EMPTY : present(items);
  const one = <T>(item: T | undefined): Loaded<T> => (item === undefined ? KNOWN_EMPTY : present(item));
  return {
    patient: one(of('Patient')[0]),
    encounter: one(of('Encounter').find(({ id }) => id === encounterId)),
    conditions: list(of('Condition')),
    medicationStatements: list(of('MedicationStatement')),
    medicationRequests: list(of('MedicationRequest')),
    allergies: list(of('AllergyIntolerance')),
    observations: list(of('Observation')),
    questionnaireResponses: list(of('QuestionnaireResponse')),
  } as PatientData;
}
