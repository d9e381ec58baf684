import { describe, expect, it } from 'vitest';
import { readConsciousness } from '#fhir-mappers/consciousness.ts';

describe('readConsciousness', () => {
  it.each([
    ['Alert', 0],
    ['alert and oriented x3', 0],
    ['Alert, not confused', 0],
    ['A', 0],
    ['New confusion', 1],
    ['Disoriented to time', 1],
    ['Responds to voice', 2],
    ['V', 2],
    ['Responds only to pain', 3],
    ['Unresponsive to pain', 4],
    ['unconscious', 4],
  ])('%s is %d', (text, level) => {
    expect(readConsciousness({ text })).toBe(level);
  });

  it('reads codes, and takes the worst that is said', () => {
    expect(readConsciousness({ coding: [{ system: 'http://loinc.org', code: 'LA9342-2' }] })).toBe(3);
    expect(readConsciousness({ coding: [{ code: '248234008' }, { code: '130987000' }] })).toBe(1);
    expect(readConsciousness({ text: 'Alert', coding: [{ display: 'Responds to pain' }] })).toBe(3);
  });

  it.each(['not alert', 'normal', '', 'see notes'])('%j does not tell a level', (text) => {
    expect(readConsciousness({ text })).toBeUndefined();
  });
});
