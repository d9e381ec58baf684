import type { Patient } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readDemographics } from '#fhir-mappers/age-and-sex.ts';

const AS_OF = Date.parse('2024-05-10T15:00:00Z');
const of = (patient: Partial<Patient>) =>
  readDemographics({ resourceType: 'Patient', id: 'p1', gender: 'female', ...patient }, AS_OF);
const age = (birthDate: string | undefined) => of({ birthDate }).patient.ageYears;
const codes = (patient: Partial<Patient>) =>
  of(patient).problems.map(({ code, about }) => `${about} ${code}`);

describe('readDemographics', () => {
  it('is exact on a birthday', () => {
    expect(age('2008-05-10')).toBe(16);
    expect(age('2008-05-11')).toBeLessThan(16);
    expect(age('2004-02-29')).toBeCloseTo(20.19, 1);
  });

  it('tells days of an infant', () => {
    expect((age('2024-05-03') ?? 0) * 366).toBeCloseTo(7, 0);
    expect(age('2024-05-10')).toBe(0);
  });

  it('takes the middle of a partial date, and says so', () => {
    expect(age('1960')).toBeCloseTo(63.9, 1);
    expect(codes({ birthDate: '1960' })).toEqual(['age incomplete']);
  });

  it('takes the youngest age that a partial date allows for an infant', () => {
    expect(age('2024')).toBe(0);
    expect(age('2023-12')).toBeCloseTo(0.36, 1);
  });

  it.each([
    [undefined, 'age missing'],
    ['tomorrow', 'age incomplete'],
    ['2030-01-01', 'age implausible'],
    ['1850-01-01', 'age implausible'],
  ])('birth date %j gives no age but a problem', (birthDate, problem) => {
    expect(age(birthDate)).toBeUndefined();
    expect(codes({ birthDate })).toEqual([problem]);
  });

  it('names an unknown sex and a dead patient', () => {
    expect(codes({ birthDate: '1960-01-01', gender: undefined })).toEqual(['sex missing']);
    expect(codes({ birthDate: '1960-01-01', deceasedBoolean: true })).toEqual(['patient contradictory']);
    expect(codes({ birthDate: '1960-01-01', deceasedBoolean: false })).toEqual([]);
  });

  it('reads the preferred language', () => {
    const communication = [
      { language: { coding: [{ code: 'en' }] } },
      { language: { coding: [{ code: 'es' }] }, preferred: true },
    ];
    expect(of({ communication }).patient.language).toBe('es');
  });
});
