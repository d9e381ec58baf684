import type { MedicationRequest } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { codeOf, nameMedicines, unresolvedMedications } from '#fhir-mappers/cds-hooks/name-medicines.ts';

const request = (reference: string): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationReference: { reference },
});
const included = {
  names: ['urn:uuid:m1', 'Medication/m1'],
  medication: { resourceType: 'Medication' as const, id: 'm1', code: { text: 'warfarin' } },
};

describe('nameMedicines', () => {
  it.each([
    'Medication/m1',
    'urn:uuid:m1',
    'https://ehr.example/fhir/Medication/m1',
  ])('finds %s', (reference) => {
    expect(nameMedicines([request(reference)], [included])[0]?.medicationCodeableConcept?.text).toBe(
      'warfarin',
    );
  });

  it('leaves what it cannot name as it is, and tells which could still be read', () => {
    const medicines = nameMedicines(
      [request('Medication/m2'), request('#c'), request('Medication/m2')],
      [included],
    );
    expect(medicines[0]).not.toHaveProperty('medicationCodeableConcept');
    expect(unresolvedMedications(medicines)).toEqual(['Medication/m2']);
  });
});

describe('codeOf', () => {
  it('reads ingredients where there is no code', () => {
    const ingredient = [
      { itemCodeableConcept: { text: 'codeine' } },
      { itemCodeableConcept: { text: 'paracetamol' } },
    ];
    expect(codeOf({ resourceType: 'Medication', ingredient })).toEqual({ text: 'codeine / paracetamol' });
    expect(codeOf(undefined)).toBeUndefined();
  });
});
