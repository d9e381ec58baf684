import { describe, expect, it } from 'vitest';
import { CONDITIONS } from '#models/training/cases/conditions/all.ts';
import { generateCases } from '#models/training/cases/generate.ts';

const DOSE = /\b\d+(?:\.\d+)?\s?(?:mg|mcg|micrograms?|milligrams?|units)\b(?!\/)/i;

describe('the conditions', () => {
  it('are at least 120, each once', () => {
    expect(CONDITIONS.length).toBeGreaterThanOrEqual(120);
    expect(new Set(CONDITIONS.map(({ id }) => id)).size).toBe(CONDITIONS.length);
  });

  it('cover the systems of the body, mind, injury, poison, surroundings, children and paperwork', () => {
    expect(new Set(CONDITIONS.map(({ system }) => system)).size).toBeGreaterThanOrEqual(18);
  });

  it.each(
    CONDITIONS.map((one) => [one.id, one] as const),
  )('%s is told in enough words of each kind', (_id, one) => {
    expect(one.lay.length).toBeGreaterThanOrEqual(6);
    for (const wordings of [one.nurse, one.physician, one.terse])
      expect(wordings.length).toBeGreaterThanOrEqual(4);
    expect(one.basis).not.toBe('');
  });

  it('are told by somebody else without losing the patient', () => {
    const speechless = CONDITIONS.flatMap(({ id, lay, ages, othersOnly }) =>
      othersOnly || ages[1] < 14
        ? lay.filter((line) => !/\{(I|my|me|'ve|'m)\}/.test(line)).map((line) => `${id}: ${line}`)
        : [],
    );
    expect(speechless).toEqual([]);
  });
});

describe('the texts', () => {
  const cases = generateCases(3);

  it('name no dose', () => {
    expect(cases.filter(({ text }) => DOSE.test(text)).map(({ text }) => text)).toEqual([]);
  });

  it('do not name the diagnosis in the words of their condition', () => {
    const leaks = CONDITIONS.flatMap(({ id, diagnosis, lay, nurse, physician, terse }) =>
      [...lay, ...nurse, ...physician, ...terse]
        .filter((line) => diagnosis.some((word) => line.toLowerCase().includes(word.toLowerCase())))
        .map((line) => `${id}: ${line}`),
    );
    expect(leaks).toEqual([]);
  });
});
