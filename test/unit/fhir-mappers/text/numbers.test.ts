import { describe, expect, it } from 'vitest';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { read } from '../../../support/read.ts';

const VITALS: readonly (readonly [text: string, kind: VitalKind, value: number])[] = [
  ['BP 80/50', 'systolic', 80],
  ['BP 80/50', 'diastolic', 50],
  ['bp: 182/110 on arrival', 'systolic', 182],
  ['BP 80 palp, cool', 'systolic', 80],
  ['blood pressure of 88 over 40', 'systolic', 88],
  ['HR 134', 'heart-rate', 134],
  ['HR 130s', 'heart-rate', 130],
  ['P 120, RR 28', 'heart-rate', 120],
  ['pulse is 35', 'heart-rate', 35],
  ['heart rate of 178', 'heart-rate', 178],
  ['RR 28', 'respiratory-rate', 28],
  ['resps 6', 'respiratory-rate', 6],
  ['respiratory rate 40', 'respiratory-rate', 40],
  ['sat 88% RA', 'spo2', 88],
  ['sats 84% on room air', 'spo2', 84],
  ['SpO2 of 71%', 'spo2', 71],
  ['O2 97%', 'spo2', 97],
  ['T 39.4', 'temperature', 39.4],
  ['temp 103F', 'temperature', 39.4],
  ['fever of 101', 'temperature', 38.3],
  ['temperature of 38.3 °C', 'temperature', 38.3],
  ['GCS 13', 'gcs', 13],
  ['E3V4M6', 'gcs', 13],
  ['glucose 38 mg/dL', 'glucose', 2.1],
  ['glucose 2.1 mmol/L', 'glucose', 2.1],
  ['sugar of 450', 'glucose', 25],
  ['pain 8/10', 'pain', 8],
  ['pain 7 out of 10', 'pain', 7],
  ['8/10 pain in the back', 'pain', 8],
  // "HR" after a number is the next vital sign, not hours.
  ['T 38.6 HR 112', 'temperature', 38.6],
  ['RR 24 HR 118', 'respiratory-rate', 24],
  ['SpO2 94 HR: 120', 'spo2', 94],
  ['target sats 88-92%, SpO2 90%', 'spo2', 90],
  ['BP target 130/80, today 184/100', 'systolic', 184],
];

const NO_VITAL: readonly string[] = [
  'fever 39 hrs ago',
  'target sats 88-92%',
  'aim for BP under 140',
  'born 12/03/1972',
  'call 555-120-8080',
  'took 500 mg twice',
  'since 2019',
  'room 12, bed 4',
  '88F found by bed at 0620, rolled onto the mat',
  '6 kg weight loss since spring',
  'Ms. Jones is an 89F with back pain',
  'roofer, 34 deg day',
];

const IMPLAUSIBLE: readonly string[] = ['HR 900', 'SpO2 150%', 'temp 985', 'BP 900/500'];

describe('vital signs in text', () => {
  it.each(VITALS)('%s gives %s %d', (text, kind, value) => {
    expect(read(text).measurements.find((one) => one.kind === kind)?.value).toBeCloseTo(value, 0);
  });
  it.each(NO_VITAL)('no vital sign in: %s', (text) => {
    expect(read(text).measurements).toEqual([]);
  });
  it.each(IMPLAUSIBLE)('names the impossible and does not use it: %s', (text) => {
    const { measurements, problems } = read(text);
    expect(measurements).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('implausible');
  });
});

const AGES: readonly (readonly [string, number, string | undefined])[] = [
  ['54 yo M with chest pain', 54, 'male'],
  ['A 26-year-old primigravida', 26, 'female'],
  ['78F fell', 78, 'female'],
  ['my 3-week-old son is floppy', 3 / 52, 'male'],
  ['18-month-old girl with fever', 1.5, 'female'],
  ['6 mo old boy', 0.5, 'male'],
];

describe('age and sex in text', () => {
  it.each(AGES)('%s', (text, age, sex) => {
    const { demographics } = read(text);
    expect(demographics.ageYears).toBeCloseTo(age, 1);
    expect(demographics.sex).toBe(sex);
  });
});

const PREGNANCY: readonly (readonly [string, string | undefined, number | undefined])[] = [
  ['22 weeks pregnant, headache', 'pregnant', 22],
  ['30 wks pregnant', 'pregnant', 30],
  ["I'm 34 weeks and my head is pounding", 'pregnant', 34],
  ['primigravida at 36 weeks', 'pregnant', 36],
  ['G2P1 at 34 weeks with bleeding', 'pregnant', 34],
  ['2 weeks postpartum, leg swelling', 'postpartum', 2],
  ['gave birth last week, soaking pads', 'postpartum', 1],
  ['She is not pregnant', 'not-pregnant', undefined],
  ["she's 6 weeks old and coughing", undefined, undefined],
  ['vaginal bleeding, neg pregnancy test', 'not-pregnant', undefined],
];

describe('pregnancy in text', () => {
  it.each(PREGNANCY)('%s', (text, state, weeks) => {
    const { pregnancy } = read(text).demographics;
    expect(pregnancy?.state).toBe(state);
    if (weeks !== undefined) expect(pregnancy?.weeks).toBeCloseTo(weeks, 0);
  });
});
