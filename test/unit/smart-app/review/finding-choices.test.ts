import { describe, expect, it } from 'vitest';
import { findingChoices, findingOf } from '#smart-app/review/finding-choices.ts';

describe('findingChoices', () => {
  it('offers the symptoms of the value set, and no bare attribute', async () => {
    const choices = await findingChoices();
    expect(choices.length).toBeGreaterThan(50);
    expect(choices).toContainEqual(expect.objectContaining({ code: 'chest-pain' }));
    expect(choices.every(({ display }) => display !== '')).toBe(true);
  });
});

describe('findingOf', () => {
  const choices = [{ code: 'chest-pain', display: 'chest pain' }];

  it('takes the coded finding whatever the spelling of its case', () => {
    expect(findingOf(' Chest Pain ', choices)).toEqual(choices[0]);
  });

  it('keeps own words, the same words as the same finding', () => {
    expect(findingOf('Looks grey', choices)).toEqual({ code: 'own-looks-grey', display: 'Looks grey' });
    expect(findingOf('looks  grey', choices).code).toBe('own-looks-grey');
  });
});
