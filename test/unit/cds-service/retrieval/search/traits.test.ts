import { describe, expect, it } from 'vitest';
import { admits, traitsOf } from '#cds-service/retrieval/search/traits.ts';
import { passage } from '../support/corpus-folder.ts';

describe('admits', () => {
  const forChildren = traitsOf(passage({ id: 'a', text: '', ageGroups: ['infant', 'child'] }));
  const forPregnancy = traitsOf(passage({ id: 'a', text: '', pregnancy: 'only' }));
  const forOthers = traitsOf(passage({ id: 'a', text: '', pregnancy: 'never' }));

  it('leaves nothing out for what is not known', () => {
    for (const traits of [forChildren, forPregnancy, forOthers]) expect(admits(traits, {})).toBe(true);
  });

  it('keeps to the age group', () => {
    expect(admits(forChildren, { ageGroup: 'child' })).toBe(true);
    expect(admits(forChildren, { ageGroup: 'older-adult' })).toBe(false);
  });

  it('keeps to pregnancy, both ways', () => {
    expect(admits(forPregnancy, { pregnant: true })).toBe(true);
    expect(admits(forPregnancy, { pregnant: false })).toBe(false);
    expect(admits(forOthers, { pregnant: true })).toBe(false);
  });

  it('keeps to the setting', () => {
    const byTelephone = traitsOf(passage({ id: 'a', text: '', settings: ['telephone'] }));
    expect(admits(byTelephone, { setting: 'telephone' })).toBe(true);
    expect(admits(byTelephone, { setting: 'primary-care' })).toBe(false);
  });
});
