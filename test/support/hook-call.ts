import { randomUUID } from 'node:crypto';

/** Where hook calls go. */
export const SERVICE = '/cds-services/nurse-triage';
export const FEEDBACK = `${SERVICE}/feedback`;

function vital(code: string, value: number, unit: string, at: string) {
  return {
    resourceType: 'Observation',
    id: `obs-${code}`,
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: at,
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  };
}

function bundle(...resources: readonly unknown[]) {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({ resource })),
  };
}

/** A complete prefetch: a woman of 46 in shock, by one blood pressure, with a plain complaint. */
export function aPrefetch(): Record<string, unknown> {
  const now = new Date().toISOString();
  return {
    patient: { resourceType: 'Patient', id: 'p1', birthDate: '1980-01-01', gender: 'female' },
    encounter: {
      resourceType: 'Encounter',
      id: 'e1',
      status: 'arrived',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'EMER' },
      subject: { reference: 'Patient/p1' },
      reasonCode: [{ text: 'feels dizzy and weak' }],
    },
    conditions: bundle(),
    medicationStatements: bundle(),
    medicationRequests: bundle(),
    allergies: bundle(),
    observations: bundle(
      vital('8480-6', 78, 'mm[Hg]', now),
      vital('8867-4', 128, '/min', now),
      vital('59408-5', 97, '%', now),
    ),
    questionnaireResponses: bundle(),
  };
}

/** A valid `encounter-start` call that leads to a proposal; say what is different in `changes`. */
export function aHookCall(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    hook: 'encounter-start',
    hookInstance: randomUUID(),
    context: { userId: 'Practitioner/n1', patientId: 'p1', encounterId: 'e1' },
    prefetch: aPrefetch(),
    ...changes,
  };
}

/** A `patient-view` of somebody about whom there is nothing to say. */
export function aQuietCall(): Record<string, unknown> {
  const { patient } = aPrefetch();
  const empty = bundle();
  return aHookCall({
    hook: 'patient-view',
    context: { userId: 'Practitioner/n1', patientId: 'p1' },
    prefetch: {
      patient,
      conditions: empty,
      medicationStatements: empty,
      medicationRequests: empty,
      allergies: empty,
      observations: empty,
      questionnaireResponses: empty,
    },
  });
}
