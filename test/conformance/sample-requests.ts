import { randomUUID } from 'node:crypto';
import type { Bundle, Observation, Patient, Resource } from 'fhir/r4';

export const PATIENT_ID = 'conformance-patient';
export const ENCOUNTER_ID = 'conformance-encounter';

const SUBJECT = { reference: `Patient/${PATIENT_ID}` };

/** A synthetic adult; nobody's data. */
export function samplePatient(): Patient {
  return {
    resourceType: 'Patient',
    id: PATIENT_ID,
    birthDate: '1961-04-05',
    gender: 'male',
    name: [{ family: 'Probe' }],
  };
}

function observation(id: string, code: string, value: Partial<Observation>): Observation {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: SUBJECT,
    effectiveDateTime: new Date(Date.now() - 5 * 60_000).toISOString(),
    ...value,
  };
}

const quantity = (value: number, code: string) => ({
  valueQuantity: { value, unit: code, code, system: 'http://unitsofmeasure.org' },
});

export function bundle(resources: readonly Resource[]): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })) as Bundle['entry'],
  };
}

/** Vital signs and a complaint for which any triage service has something to say. */
export function sampleObservations(complaint = 'Chest pain with sweating for one hour'): Observation[] {
  return [
    observation('o-complaint', '8661-1', { valueString: complaint }),
    observation('o-sbp', '8480-6', quantity(128, 'mm[Hg]')),
    observation('o-hr', '8867-4', quantity(96, '/min')),
    observation('o-rr', '9279-1', quantity(18, '/min')),
    observation('o-spo2', '59408-5', quantity(96, '%')),
    observation('o-temp', '8310-5', quantity(36.8, 'Cel')),
  ];
}

export function samplePrefetch(complaint?: string): Record<string, unknown> {
  return {
    patient: samplePatient(),
    encounter: {
      resourceType: 'Encounter',
      id: ENCOUNTER_ID,
      status: 'arrived',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject: SUBJECT,
    },
    conditions: bundle([
      {
        resourceType: 'Condition',
        id: 'c-1',
        code: { text: 'Hypertension' },
        subject: SUBJECT,
      } as Resource,
    ]),
    medicationStatements: null,
    medicationRequests: bundle([]),
    allergies: null,
    observations: bundle(sampleObservations(complaint)),
    questionnaireResponses: null,
  };
}

const KEY_BY_TYPE: Readonly<Record<string, string>> = {
  Patient: 'patient',
  Encounter: 'encounter',
  Condition: 'conditions',
  MedicationStatement: 'medicationStatements',
  MedicationRequest: 'medicationRequests',
  AllergyIntolerance: 'allergies',
  Observation: 'observations',
  QuestionnaireResponse: 'questionnaireResponses',
};

/** The sample resources of one type, as a read or a search would answer; an empty searchset for any other type. */
export function sampleAnswer(type: string, complaint?: string): unknown {
  const key = KEY_BY_TYPE[type];
  return key === undefined ? bundle([]) : (samplePrefetch(complaint)[key] ?? bundle([]));
}

/** What a service asks for, by its own keys: the sample data of the type that each template names. */
export function prefetchFor(service: SampleService, complaint?: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(service.prefetch ?? {}).map(([key, template]) => [
      key,
      sampleAnswer(template.split(/[/?]/)[0] ?? '', complaint),
    ]),
  );
}

interface SampleService {
  readonly hook: string;
  readonly prefetch?: Readonly<Record<string, string>>;
}

/** A complete, valid request for a service. */
export function sampleRequest(
  service: SampleService,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return { ...sampleInvocation(service.hook), prefetch: prefetchFor(service), ...changes };
}

function sampleInvocation(hook: string): Record<string, unknown> {
  return {
    hook,
    hookInstance: randomUUID(),
    context: {
      userId: 'Practitioner/conformance-nurse',
      patientId: PATIENT_ID,
      ...(hook === 'encounter-start' ? { encounterId: ENCOUNTER_ID } : {}),
    },
  };
}
