import type { Condition, Observation } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readPregnancy } from '#fhir-mappers/pregnancy.ts';

const AS_OF = Date.parse('2024-05-10T12:00:00Z');
const observed = (code: string, changes: Partial<Observation>): Observation => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  effectiveDateTime: '2024-05-01',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  ...changes,
});
const status = (answer: string, effectiveDateTime = '2024-05-01') =>
  observed('82810-3', { effectiveDateTime, valueCodeableConcept: { coding: [{ code: answer }] } });
const condition = (code: string, onsetDateTime: string, changes: Partial<Condition> = {}): Condition => ({
  resourceType: 'Condition',
  id: 'c1',
  subject: { reference: 'Patient/p1' },
  onsetDateTime,
  code: { coding: [{ code }] },
  ...changes,
});
const read = (
  observations: Observation[],
  conditions: Condition[] = [],
  told?: { state: 'pregnant'; weeks?: number },
) => readPregnancy({ observations, conditions, ...(told === undefined ? {} : { told }) }, AS_OF);
const state = (...args: Parameters<typeof read>) => read(...args).pregnancy.state;

describe('readPregnancy', () => {
  it('reads the coded status', () => {
    expect(state([status('77386006')])).toBe('pregnant');
    expect(state([status('60001007')])).toBe('not-pregnant');
    expect(state([])).toBe('unknown');
  });

  it('an old "not pregnant" says nothing about today', () => {
    expect(state([status('60001007', '2024-03-01')])).toBe('unknown');
  });

  it('counts weeks from the due date', () => {
    const due = (valueDateTime: string) => [observed('11778-8', { valueDateTime })];
    expect(read(due('2024-08-02')).pregnancy).toMatchObject({ state: 'pregnant', weeks: 28 });
    expect(state(due('2024-05-03'))).toBe('pregnant');
    expect(state(due('2024-04-05'))).toBe('postpartum');
    expect(state(due('2023-05-01'))).toBe('unknown');
  });

  it('lets a gestational age grow with time', () => {
    const at = observed('11884-4', {
      effectiveDateTime: '2024-04-26',
      valueQuantity: { value: 30, code: 'wk' },
    });
    expect(read([at]).pregnancy).toMatchObject({ state: 'pregnant', weeks: 32 });
  });

  it('reads conditions while they can still be true', () => {
    expect(state([], [condition('72892002', '2024-01-01')])).toBe('pregnant');
    expect(state([], [condition('72892002', '2021-01-01')])).toBe('unknown');
    expect(state([], [condition('O14.90', '2024-04-01')])).toBe('pregnant');
    expect(state([], [condition('72892002', '2024-01-01', { abatementDateTime: '2024-04-20' })])).toBe(
      'unknown',
    );
    expect(state([], [condition('86569001', '2024-04-20')])).toBe('postpartum');
  });

  it('what the patient says counts, with her weeks', () => {
    expect(read([], [], { state: 'pregnant', weeks: 34 }).pregnancy).toMatchObject({
      state: 'pregnant',
      weeks: 34,
    });
  });

  it('pregnant wins over not pregnant, and the conflict is named', () => {
    const reading = read([status('60001007', '2024-05-09')], [condition('72892002', '2024-01-01')]);
    expect(reading.pregnancy.state).toBe('pregnant');
    expect(reading.problems).toMatchObject([{ code: 'contradictory', about: 'pregnancy' }]);
  });

  it('"not pregnant" before it began is no conflict', () => {
    expect(read([status('60001007', '2024-04-20')], [condition('72892002', '2024-05-05')]).problems).toEqual(
      [],
    );
  });
});
