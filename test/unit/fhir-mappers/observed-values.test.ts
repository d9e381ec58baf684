import type { Observation } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readObservedValues } from '#fhir-mappers/observed-values.ts';

const AS_OF = Date.parse('2024-05-10T12:00:00Z');
const loinc = (...codes: string[]) => ({
  coding: codes.map((code) => ({ system: 'http://loinc.org', code })),
});
const ucum = (value: number, code: string) => ({ value, code, system: 'http://unitsofmeasure.org' });
const seen = (changes: Partial<Observation>): Observation => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  effectiveDateTime: '2024-05-10T11:30:00Z',
  code: loinc('8867-4'),
  valueQuantity: ucum(80, '/min'),
  ...changes,
});
const read = (changes: Partial<Observation>) => readObservedValues([seen(changes)], AS_OF);
const values = (changes: Partial<Observation>) =>
  read(changes).values.map(({ spec, value }) => [spec.kind, value]);
const problems = (changes: Partial<Observation>) =>
  read(changes).problems.map(({ code, about }) => `${about} ${code}`);

describe('readObservedValues', () => {
  it.each(['85354-9', '55284-4'])('reads both components of blood pressure panel %s', (panel) => {
    const component = [
      { code: loinc('8480-6'), valueQuantity: ucum(120, 'mm[Hg]') },
      { code: loinc('8462-4'), valueQuantity: ucum(80, 'mm[Hg]') },
    ];
    expect(values({ code: loinc(panel), valueQuantity: undefined, component })).toEqual([
      ['systolic', 120],
      ['diastolic', 80],
    ]);
  });

  it('two SpO2 codes on one Observation are one measurement, with the oxygen beside it', () => {
    const component = [{ code: loinc('3151-8'), valueQuantity: ucum(2, 'L/min') }];
    expect(values({ code: loinc('2708-6', '59408-5'), valueQuantity: ucum(96, '%'), component })).toEqual([
      ['spo2', 96],
      ['inhaled-oxygen', 2],
    ]);
  });

  it('converts units, also of laboratory results', () => {
    expect(values({ code: loinc('8310-5'), valueQuantity: ucum(100.4, '[degF]') })).toEqual([
      ['temperature', 38],
    ]);
    expect(values({ code: loinc('2339-0'), valueQuantity: ucum(54, 'mg/dL') })).toEqual([['glucose', 3]]);
    expect(values({ code: loinc('718-7'), valueQuantity: ucum(65, 'g/L') })).toEqual([['haemoglobin', 6.5]]);
  });

  it('reads scores without a unit, coded consciousness, and a number in a string', () => {
    expect(values({ code: loinc('9269-2'), valueQuantity: undefined, valueInteger: 14 })).toEqual([
      ['gcs', 14],
    ]);
    expect(
      values({
        code: loinc('80288-4'),
        valueQuantity: undefined,
        valueCodeableConcept: { text: 'Responds to voice' },
      }),
    ).toEqual([['consciousness', 2]]);
    expect(values({ valueQuantity: undefined, valueString: '88 bpm' })).toEqual([['heart-rate', 88]]);
  });

  it('takes room air for no oxygen and a concentration for some', () => {
    expect(values({ code: loinc('3150-6'), valueQuantity: ucum(21, '%') })).toEqual([['inhaled-oxygen', 0]]);
    expect(values({ code: loinc('3150-6'), valueQuantity: ucum(28, '%') })[0]?.[1]).toBeGreaterThan(0);
  });

  it('reads SNOMED CT codes', () => {
    const code = { coding: [{ system: 'http://snomed.info/sct', code: '271649006' }] };
    expect(values({ code, valueQuantity: ucum(118, 'mm[Hg]') })).toEqual([['systolic', 118]]);
  });

  it('preliminary values count', () => {
    expect(values({ status: 'preliminary' })).toEqual([['heart-rate', 80]]);
  });

  it.each<[string, Partial<Observation>, string[]]>([
    ['entered in error', { status: 'entered-in-error' }, ['heart-rate entered-in-error']],
    ['in an unknown unit', { valueQuantity: ucum(80, 'widget') }, ['heart-rate unknown-unit']],
    ['without a unit', { valueQuantity: { value: 80 } }, ['heart-rate unknown-unit']],
    ['impossible', { valueQuantity: ucum(800, '/min') }, ['heart-rate implausible']],
    ['in the future', { effectiveDateTime: '2024-05-11T12:00:00Z' }, ['heart-rate implausible']],
    ['without a time', { effectiveDateTime: undefined }, ['heart-rate incomplete']],
    ['cancelled', { status: 'cancelled' }, []],
    ['asked for but absent', { valueQuantity: undefined, dataAbsentReason: { text: 'not done' } }, []],
    ['entered in error long ago', { status: 'entered-in-error', effectiveDateTime: '2020-01-01' }, []],
  ])('%s: not used, and named where it matters', (_name, changes, expected) => {
    expect(values(changes)).toEqual([]);
    expect(problems(changes)).toEqual(expected);
  });

  it('a value dated to the day is as old as that day allows', () => {
    expect(read({ effectiveDateTime: '2024-05-10' }).values[0]?.at).toBe(Date.parse('2024-05-10T00:00:00Z'));
  });

  it('an Observation without an id gives no reference', () => {
    expect(read({ id: undefined }).values[0]).not.toHaveProperty('reference');
  });
});
