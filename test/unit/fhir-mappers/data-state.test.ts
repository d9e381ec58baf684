import { describe, expect, it } from 'vitest';
import { isUnavailable, KNOWN_EMPTY, mapList, present, unavailable } from '#fhir-mappers/data-state.ts';

describe('mapList', () => {
  const odd = (items: readonly number[]) => items.filter((item) => item % 2 === 1);

  it('keeps the three states apart', () => {
    expect(mapList(present([1, 2]), odd)).toEqual(present([1]));
    expect(mapList(present([2]), odd)).toEqual(KNOWN_EMPTY);
    expect(mapList(KNOWN_EMPTY, odd)).toEqual(KNOWN_EMPTY);
    expect(mapList(unavailable('timeout'), odd)).toEqual(unavailable('timeout'));
  });

  it('never calls a part of a list known to be empty', () => {
    expect(mapList({ state: 'present', value: [1, 2], partial: true }, odd)).toEqual({
      state: 'present',
      value: [1],
      partial: true,
    });
    expect(mapList({ state: 'present', value: [2], partial: true }, odd)).toEqual(unavailable('incomplete'));
  });
});

describe('isUnavailable', () => {
  it('knows its own', () => {
    expect(isUnavailable(unavailable('failed'))).toBe(true);
    for (const value of [KNOWN_EMPTY, null, undefined, 'unavailable', {}])
      expect(isUnavailable(value)).toBe(false);
  });
});
