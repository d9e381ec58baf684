import type { AllergyIntolerance, MedicationRequest, Observation } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { KNOWN_EMPTY, present, unavailable } from '#fhir-mappers/data-state.ts';
import { ageAt } from '#smart-app/chart/age.ts';
import { allergyView } from '#smart-app/chart/allergies.ts';
import { medicineList, problemList } from '#smart-app/chart/listings.ts';
import { normalRange } from '#smart-app/chart/normal-range.ts';
import { patientBanner } from '#smart-app/chart/patient-banner.ts';
import { vitalsView } from '#smart-app/chart/vitals.ts';

const now = new Date('2026-11-21T10:00:00Z');
const patient = { reference: 'Patient/p1' };

const allergy = (change: Partial<AllergyIntolerance>): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  patient,
  code: { text: 'Penicillin' },
  ...change,
});

describe('allergyView', () => {
  it('says none known only when the chart states it', () => {
    const stated = allergy({ code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }] } });
    expect(allergyView(present([stated])).state).toBe('none-known');
    expect(allergyView(KNOWN_EMPTY).state).toBe('not-recorded');
    expect(allergyView(unavailable('failed')).state).toBe('unreadable');
  });

  it('believes a listed allergy over a statement that there are none', () => {
    const none = allergy({ code: { text: 'No known allergies' } });
    expect(allergyView(present([none, allergy({})])).state).toBe('listed');
  });

  it('does not show what was entered in error, refuted or resolved', () => {
    const status = (code: string) => ({ coding: [{ code }] });
    const gone = [
      allergy({ verificationStatus: status('entered-in-error') }),
      allergy({ verificationStatus: status('refuted') }),
      allergy({ clinicalStatus: status('resolved') }),
    ];
    expect(allergyView(present(gone)).state).toBe('not-recorded');
  });
});

describe('medicineList', () => {
  const request: MedicationRequest = {
    resourceType: 'MedicationRequest',
    id: 'm1',
    status: 'active',
    intent: 'order',
    subject: patient,
    medicationCodeableConcept: { text: 'Warfarin' },
  };

  it('does not take a type that the server lacks for an empty list', () => {
    expect(medicineList(unavailable('not-supported'), unavailable('not-supported')).state).toBe('unreadable');
    expect(medicineList(unavailable('not-supported'), present([request]))).toMatchObject({
      state: 'complete',
      rows: [{ name: 'Warfarin' }],
    });
  });

  it('says that only a part was read when the other failed', () => {
    expect(medicineList(unavailable('failed'), present([request])).state).toBe('partly');
  });

  it('leaves out what is no longer taken', () => {
    expect(medicineList(KNOWN_EMPTY, present([{ ...request, status: 'stopped' }])).rows).toEqual([]);
  });
});

describe('problemList', () => {
  it('never turns a failed search into none', () => {
    expect(problemList(unavailable('failed'))).toEqual({ rows: [], state: 'unreadable' });
  });
});

const reading = (value: number, unit: string, at: string, code = '8310-5'): Observation => ({
  resourceType: 'Observation',
  id: `o${value}`,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: at,
  valueQuantity: { value, code: unit },
});

describe('vitalsView', () => {
  const view = (readings: Observation[], years: number | undefined = 40) => {
    const seen = vitalsView(present(readings), { now, years });
    if (seen.state !== 'read') throw new Error('not read');
    return seen;
  };

  it('shows the newest value, its trend, its range and its age', () => {
    const [row] = view([
      reading(38.9, 'Cel', '2026-11-21T09:52:00Z'),
      reading(37.1, 'Cel', '2026-11-21T05:00:00Z'),
    ]).rows;
    expect(row).toMatchObject({ trend: 'up', outside: 'high', ageMinutes: 8, stale: false });
    expect(row?.newest.value).toBe(38.9);
  });

  it('reads Fahrenheit, and counts what it cannot place instead of guessing', () => {
    const seen = view([
      reading(101.3, '[degF]', '2026-11-21T09:00:00Z'),
      reading(310, 'K', '2026-11-21T09:00:00Z'),
    ]);
    expect(seen.rows[0]?.newest.value).toBe(38.5);
    expect(seen.unread).toBe(1);
  });

  it('marks a value older than its window', () => {
    expect(view([reading(37, 'Cel', '2026-11-20T09:00:00Z')]).rows[0]?.stale).toBe(true);
  });

  it('gives no adult range to a child, and none to an unknown age', () => {
    expect(normalRange('heart-rate', 0.5)).toEqual([110, 160]);
    expect(normalRange('heart-rate', undefined)).toBeUndefined();
  });

  it('says that it could not read', () => {
    expect(vitalsView(unavailable('failed'), { now, years: 40 }).state).toBe('unreadable');
  });
});

describe('ageAt', () => {
  it.each([
    ['2026-11-10', { value: 11, unit: 'd' }],
    ['2026-09-21', { value: 8, unit: 'w' }],
    ['2026-02-21', { value: 9, unit: 'mo' }],
    ['1972-11-22', { value: 53, unit: 'y' }],
    ['1972', { value: 54, unit: 'y' }],
  ])('is said of %s as people say it', (born, age) => {
    expect(ageAt(born, now)).toEqual(age);
  });

  it.each([undefined, 'unknown', '2027-01-01'])('is unknown for %s', (born) => {
    expect(ageAt(born, now)).toBeUndefined();
  });
});

describe('patientBanner', () => {
  it('prefers the official name that is still in use', () => {
    const banner = patientBanner(
      {
        resourceType: 'Patient',
        name: [
          { use: 'maiden', family: 'Old', period: { end: '2001' } },
          { use: 'official', given: ['Ana'], family: 'Ruiz' },
        ],
      },
      now,
    );
    expect(banner.name).toBe('Ana Ruiz');
    expect(banner.sex).toBe('unknown');
  });
});
