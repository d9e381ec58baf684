import { describe, expect, it } from 'vitest';
import { parseReference, pointsTo, referenceTo } from '#fhir-mappers/reference.ts';

describe('parseReference', () => {
  it.each([
    ['Patient/1', 'Patient', '1'],
    ['https://ehr.example/fhir/Patient/1', 'Patient', '1'],
    ['Patient/1/_history/3', 'Patient', '1'],
    ['urn:uuid:abc', undefined, 'abc'],
  ])('%s', (reference, type, id) => {
    expect(parseReference(reference)).toEqual(type === undefined ? { id } : { type, id });
  });

  it.each([
    undefined,
    '',
    '#x',
    'Patient?identifier=1',
    'Patient',
    'patient/1',
    `Patient/${'1'.repeat(65)}`,
  ])('%j points nowhere that could be told', (reference) => {
    expect(parseReference(reference)).toBeUndefined();
  });
});

describe('pointsTo', () => {
  it('compares type and id', () => {
    expect(pointsTo({ reference: 'Patient/1' }, 'Patient', '1')).toBe(true);
    expect(pointsTo({ reference: 'Patient/2' }, 'Patient', '1')).toBe(false);
    expect(pointsTo({ reference: 'Group/1' }, 'Patient', '1')).toBe(false);
  });

  it('says nothing about what names nobody', () => {
    expect(pointsTo(undefined, 'Patient', '1')).toBeUndefined();
    expect(pointsTo({ display: 'Ana' }, 'Patient', '1')).toBeUndefined();
    expect(pointsTo({ reference: '#p' }, 'Patient', '1')).toBeUndefined();
  });
});

describe('referenceTo', () => {
  it('needs an id', () => {
    expect(referenceTo({ resourceType: 'Observation', id: '1' })).toBe('Observation/1');
    expect(referenceTo({ resourceType: 'Observation' })).toBeUndefined();
  });
});
