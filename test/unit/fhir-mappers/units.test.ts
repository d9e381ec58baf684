import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUnit } from '#fhir-mappers/units.ts';

describe('toUnit', () => {
  it.each([
    [{ value: 100.4, code: '[degF]' }, 'Cel', 38],
    [{ value: 98.6, unit: 'F' }, 'Cel', 37],
    [{ value: 37.2, unit: '°C' }, 'Cel', 37.2],
    [{ value: 310.15, code: 'K' }, 'Cel', 37],
    [{ value: 16, code: 'kPa' }, 'mm[Hg]', 120],
    [{ value: 120, unit: 'mmHg' }, 'mm[Hg]', 120],
    [{ value: 150, code: '[lb_av]' }, 'kg', 68.04],
    [{ value: 3400, code: 'g' }, 'kg', 3.4],
    [{ value: 72, unit: 'beats/min' }, '/min', 72],
    [{ value: 1.2, code: 'Hz' }, '/min', 72],
    [{ value: 0.97, code: '1' }, '%', 97],
    [{ value: 8, unit: '/10' }, '{score}', 8],
    [{ value: 8 }, '{score}', 8],
    [{ value: 130, code: 'g/L' }, 'g/dL', 13],
    [{ value: 250, unit: '10*3/uL' }, '10*9/L', 250],
    [{ value: 5.1, code: 'meq/L' }, 'mmol/L', 5.1],
  ])('%j in %s is %d', (quantity, target, expected) => {
    expect(toUnit(quantity, target)).toBe(expected);
  });

  it('turns mass into amount of substance by molar mass', () => {
    expect(toUnit({ value: 100, code: 'mg/dL' }, 'mmol/L', 180.156)).toBe(5.6);
    expect(toUnit({ value: 1, unit: 'mg/dl' }, 'umol/L', 113.12)).toBe(88);
    expect(toUnit({ value: 100, code: 'mg/dL' }, 'mmol/L')).toBeUndefined();
  });

  it('leaves a value as it was written when its unit is ours', () => {
    expect(toUnit({ value: 38.72, code: 'Cel' }, 'Cel')).toBe(38.72);
    expect(toUnit({ value: 91.5, code: '%' }, '%')).toBe(91.5);
  });

  it('gives the number by which a limit is known in both units', () => {
    expect(toUnit({ value: 54, code: 'mg/dL' }, 'mmol/L', 180.156)).toBe(3);
    expect(toUnit({ value: 200, code: 'mg/dL' }, 'mmol/L', 180.156)).toBe(11.1);
    expect(toUnit({ value: 102.2, code: '[degF]' }, 'Cel')).toBe(39);
  });

  it.each([
    [{ value: 1, code: 'furlong/fortnight' }, 'kg'],
    [{ value: 1, code: 'kg' }, 'Cel'],
    [{ value: 72 }, '/min'],
    [{ value: 80, code: '%' }, '{score}'],
    [{ value: 1, code: '__proto__' }, 'kg'],
    [{ value: 1, code: 'x'.repeat(500) }, 'kg'],
  ])('does not guess: %j is not %s', (quantity, target) => {
    expect(toUnit(quantity, target)).toBeUndefined();
  });

  it('falls back to the written unit when the code is none', () => {
    expect(toUnit({ value: 120, code: 'unknown-code', unit: 'mmHg' }, 'mm[Hg]')).toBe(120);
  });

  it('never throws, whatever the unit', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true }), (code, value) => {
        expect(['number', 'undefined']).toContain(typeof toUnit({ value, code, unit: code }, 'kg'));
      }),
      { numRuns: 200 },
    );
  });
});
