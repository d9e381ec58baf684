import { describe, expect, it } from 'vitest';
import { spellOut } from '#cds-service/retrieval/shorthand.ts';

describe('spellOut', () => {
  it.each([
    ['58M CP, SOB, HR 120', '58M chest pain, shortness of breath, heart rate pulse 120'],
    ['T1DM with DKA', 'type 1 diabetes with diabetic ketoacidosis'],
    ['K 6.9', 'potassium 6.9'],
    ['D&V for 2 days', 'diarrhoea and vomiting for 2 days'],
    ['sats 88', 'oxygen saturation 88'],
  ])('%j becomes %j', (text, expected) => {
    expect(spellOut(text)).toBe(expected);
  });

  it('leaves ordinary words alone', () => {
    const text = 'he said hi, it was ok, the pet sat in the car';
    expect(spellOut(text)).toBe(text);
  });
});
