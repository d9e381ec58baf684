import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FeatureInput } from '#models/contract.ts';
import { encodeFeatures, featureNames, readFeatureSpec } from '#models/features.ts';

const spec = readFeatureSpec();
const file = new URL('../../fixtures/models/features-golden.json.gz', import.meta.url);
const golden = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
  names: string[];
  charts: [Omit<FeatureInput, 'concepts'>, [number, number][]][];
};
const nobody: FeatureInput = { sex: 'unknown', vitals: {}, concepts: [] };

function known(input: FeatureInput): Record<string, number> {
  const { values, present } = encodeFeatures(input, spec);
  return Object.fromEntries(
    featureNames(spec).flatMap((name, index) =>
      present[index] === 1 ? [[name, values[index] ?? Number.NaN]] : [],
    ),
  );
}

describe('the two feature builders are one', () => {
  it('name the inputs alike and in the same order', () => {
    expect(featureNames(spec)).toEqual(golden.names);
  });

  it('give the same values and the same gaps for over a thousand synthetic charts', () => {
    const apart = golden.charts.filter(([chart, expected]) => {
      const { values, present } = encodeFeatures({ ...chart, concepts: [] }, spec);
      const places = [...present].flatMap((flag, index) => (flag === 1 ? [index] : []));
      const isSame =
        places.join() === expected.map(([index]) => index).join() &&
        expected.every(([index, value]) => {
          const own = values[index] ?? Number.NaN;
          return Math.abs(own - value) <= 2e-6 * Math.max(1, Math.abs(value));
        });
      return !isSame;
    });
    expect({ charts: golden.charts.length >= 1000, apart }).toEqual({ charts: true, apart: [] });
  });
});

describe('what is not known stays unknown', () => {
  it('for a patient of whom nothing is known', () => {
    expect(known(nobody)).toEqual({});
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 985, 1e300])('for a heart rate of %d', (value) => {
    expect(known({ ...nobody, vitals: { 'heart-rate': value } })).toEqual({});
  });

  it.each([-3, 150, Number.NaN])('for an age of %d', (ageYears) => {
    expect(known({ ...nobody, ageYears })).toEqual({});
  });

  it('for conditions when the list could not be read, but not when it is empty', () => {
    expect(known(nobody)).not.toHaveProperty('diabetes');
    expect(known({ ...nobody, conditions: [] })).toHaveProperty('diabetes', 0);
    expect(known({ ...nobody, conditions: ['type-1-diabetes'] })).toHaveProperty('diabetes', 1);
  });

  it.each([
    ['short', new Float32Array(10).fill(0.1)],
    ['with NaN', new Float32Array(384).fill(Number.NaN)],
    ['of zeros', new Float32Array(384)],
  ])('for a complaint vector that is %s', (_, complaintVector) => {
    expect(encodeFeatures({ ...nobody, complaintVector }, spec).textPresent).toBe(false);
  });

  it('for a rate by age when the age is missing', () => {
    expect(Object.keys(known({ ...nobody, vitals: { 'heart-rate': 80 } }))).toEqual([
      'heart-rate',
      'news2-part',
    ]);
  });
});

describe('attributes that are kept for the audit', () => {
  const forbidden = /race|ethn|pay|insur|language|relig|housing|zip|birth/;

  it('are no input by name', () => {
    expect(featureNames(spec).filter((name) => forbidden.test(name))).toEqual([]);
  });

  it('change nothing when they are smuggled in', () => {
    const plain: FeatureInput = { ...nobody, ageYears: 50, vitals: { systolic: 120 }, conditions: [] };
    const smuggled = { ...plain, race: 'x', ethnicity: 'y', payer: 'z', language: 'es', name: 'n' };
    expect(encodeFeatures(smuggled, spec)).toEqual(encodeFeatures(plain, spec));
  });
});
