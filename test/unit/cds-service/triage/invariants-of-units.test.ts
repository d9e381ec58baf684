import type { Observation } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { chartOf, judge, snapshotOf } from '../../../support/generated-cases.ts';

const PLAIN = {
  text: 'unwell',
  ageYears: 50,
  sex: 'female',
  vitals: {},
  conditions: [],
  medications: [],
} as const;

/** Priority and rules of a chart with one coded value. */
function coded(code: string, value: number, unit: string) {
  const data = chartOf(PLAIN);
  if (data.observations.state !== 'present') throw new Error('a case has observations');
  const one: Observation = {
    resourceType: 'Observation',
    id: 'v',
    status: 'final',
    subject: { reference: 'Patient/case' },
    code: { coding: [{ system: 'http://loinc.org', code }] },
    effectiveDateTime: '2026-03-01T10:00:00Z',
    valueQuantity: { value, unit, code: unit, system: 'http://unitsofmeasure.org' },
  };
  return answerOf(
    snapshotOf({ ...data, observations: { ...data.observations, value: [...data.observations.value, one] } }),
  );
}

/** Priority and rules of a chart whose text gives the value. */
const told = (text: string) => answerOf(snapshotOf(chartOf({ ...PLAIN, text: `unwell, ${text}` })));

function answerOf(snapshot: Parameters<typeof judge>[0]) {
  const { priority, findings } = judge(snapshot);
  return [priority, ...findings.hits.map(({ id }) => id)];
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_none, at) => rounded(from + at * step, 2));

describe('the same value in another unit', () => {
  it('of temperature, coded, on both sides of every limit', () => {
    for (const fahrenheit of range(87, 107, 0.1)) {
      const celsius = rounded((fahrenheit - 32) / 1.8, 1);
      expect(coded('8310-5', fahrenheit, '[degF]'), `${fahrenheit} F`).toEqual(
        coded('8310-5', celsius, 'Cel'),
      );
    }
  });

  it('of pressure in kilopascal', () => {
    for (const kilopascal of range(9, 31, 0.5)) {
      const millimetres = Math.round(kilopascal * 7.50062);
      expect(coded('8480-6', kilopascal, 'kPa'), `${kilopascal} kPa`).toEqual(
        coded('8480-6', millimetres, 'mm[Hg]'),
      );
    }
  });

  it('of glucose in milligrams', () => {
    for (const milligrams of range(30, 640, 7)) {
      const millimoles = rounded(milligrams / 18.016, 1);
      expect(coded('15074-8', milligrams, 'mg/dL'), `${milligrams} mg/dL`).toEqual(
        coded('15074-8', millimoles, 'mmol/L'),
      );
    }
  });

  it('of oxygen saturation as a fraction', () => {
    for (const percent of range(80, 100, 1))
      expect(coded('59408-5', percent / 100, '1'), `${percent}`).toEqual(coded('59408-5', percent, '%'));
  });

  it.each([
    ['temp 104F', 'temp 40.0C'],
    ['temp 95.5 F', 'temp 35.3 C'],
    ['glucose 38 mg/dL', 'glucose 2.1 mmol/L'],
    ['glucose 612 mg/dL', 'glucose 34 mmol/L'],
    ['BP 86/50', 'blood pressure of 86 over 50'],
    ['SpO2 88%', 'sats 88 on air'],
  ])('in words: %s is %s', (one, other) => {
    expect(told(one)).toEqual(told(other));
  });
});
