import { describe, expect, it } from 'vitest';
import { speak, whoOf } from '#models/training/cases/voice.ts';

const WOMAN = { ageYears: 50, sex: 'female' } as const;

describe('a wording', () => {
  it('is said by the patient', () => {
    expect(speak("{I} {have} a pain in {my} chest and {I} {'ve} been sick", { person: WOMAN })).toBe(
      "I have a pain in my chest and I've been sick",
    );
  });

  it('is said about a relative, who is named at first mention', () => {
    const speaker = { person: WOMAN, relative: 'my mum' };
    expect(speak('{my} leg hurts when {I} {try} to walk and {I} {am} cold', speaker)).toBe(
      "my mum's leg hurts when she tries to walk and she is cold",
    );
    expect(speak("{I} {'ve} hurt {myself}", speaker)).toBe('my mum has hurt herself');
  });
});

describe('the patient as a physician writes', () => {
  it.each([
    [0.06, '3-week-old girl'],
    [0.75, '9-month-old girl'],
    [7, '7-year-old girl'],
    [44, '44-year-old woman'],
  ])('at %d years is a %s', (ageYears, words) => {
    expect(whoOf({ ageYears, sex: 'female' })).toBe(words);
  });
});
