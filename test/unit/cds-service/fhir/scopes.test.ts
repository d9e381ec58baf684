import { describe, expect, it } from 'vitest';
import { readScope } from '#cds-service/fhir/scopes.ts';

describe('readScope', () => {
  it.each([
    ['patient/Condition.read', true, true],
    ['patient/Condition.rs', true, true],
    ['patient/*.rs', true, true],
    ['user/*.*', true, true],
    ['system/Condition.cruds', true, true],
    ['patient/Condition.r', true, false],
    ['patient/Condition.s', false, true],
    ['patient/Condition.write', false, false],
    ['patient/Condition.cud', false, false],
    ['patient/Observation.rs', false, false],
    ['patient/Condition.sr', false, false],
    ['launch openid', false, false],
    ['', false, false],
  ])('CH-26, CH-54: %s grants read %s, search %s of Condition', (scope, read, search) => {
    expect(readScope(scope, 'Condition')).toEqual({ read, search });
  });

  it('keeps the parameters under which alone a search is granted', () => {
    const scope = 'patient/Observation.rs?category=vital-signs patient/Observation.rs?category=laboratory';
    expect(readScope(scope, 'Observation').only).toBe('category=vital-signs,laboratory');
    expect(readScope(`${scope} patient/Observation.rs`, 'Observation').only).toBeUndefined();
  });
});
