import type { Bundle, FhirResource } from 'fhir/r4';
import { minutesAgo } from './canned-assessment.ts';

const text = (words: string) => ({ text: words });
const of = { reference: 'Patient/p1' };
const active = { coding: [{ code: 'active' }] };

function vital(
  id: string,
  [code, value, unit]: readonly [string, number, string],
  minutes: number,
): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: of,
    category: [{ coding: [{ code: 'vital-signs' }] }],
    code: { coding: [{ system: 'http://loinc.org', code }] },
    effectiveDateTime: minutesAgo(minutes),
    valueQuantity: { value, code: unit, unit },
  };
}

/** The chart of one made-up patient, by resource type. */
export function cannedChart(): Record<string, FhirResource[]> {
  return {
    Patient: [
      {
        resourceType: 'Patient',
        id: 'p1',
        name: [{ use: 'official', given: ['Ana'], family: 'Ruiz' }],
        gender: 'female',
        birthDate: '1972-03-12',
        identifier: [{ type: { coding: [{ code: 'MR' }] }, value: '0042' }],
      },
    ],
    AllergyIntolerance: [
      {
        resourceType: 'AllergyIntolerance',
        id: 'a1',
        patient: of,
        clinicalStatus: active,
        code: text('Penicillin'),
        criticality: 'high',
      },
    ],
    Condition: [
      {
        resourceType: 'Condition',
        id: 'c1',
        subject: of,
        clinicalStatus: active,
        code: text('Atrial fibrillation'),
        onsetDateTime: '2019-05-02',
      },
      {
        resourceType: 'Condition',
        id: 'c2',
        subject: of,
        clinicalStatus: active,
        code: text('Type 2 diabetes'),
        onsetDateTime: '2011',
      },
    ],
    MedicationStatement: [],
    MedicationRequest: [
      {
        resourceType: 'MedicationRequest',
        id: 'm1',
        subject: of,
        status: 'active',
        intent: 'order',
        medicationCodeableConcept: text('warfarin 5 mg tablet'),
        dosageInstruction: [{ text: 'one each evening' }],
        authoredOn: '2026-02-01',
      },
    ],
    Observation: [
      vital('bp1', ['8480-6', 142, 'mm[Hg]'], 60 * 24 * 30),
      vital('bp2', ['8480-6', 118, 'mm[Hg]'], 60),
      vital('bp3', ['8480-6', 88, 'mm[Hg]'], 8),
      vital('hr1', ['8867-4', 84, '/min'], 60),
      vital('hr2', ['8867-4', 118, '/min'], 8),
      vital('rr', ['9279-1', 22, '/min'], 8),
      vital('ox', ['59408-5', 95, '%'], 8),
      vital('pain', ['72514-3', 2, '{score}'], 60 * 9),
    ],
    Encounter: [
      {
        resourceType: 'Encounter',
        id: 'e1',
        status: 'arrived',
        class: { code: 'AMB', display: 'ambulatory' },
        subject: of,
        period: { start: minutesAgo(25) },
        reasonCode: [text('Chest pain')],
      },
    ],
  };
}

/** A searchset of some resources. */
export function searchset(resources: readonly FhirResource[]): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
  };
}
