import { describe, expect, it } from 'vitest';
import { scopeFor } from '#smart-app/smart/scope-for.ts';

const configured = 'openid fhirUser patient/Observation.rs patient/Task.crus launch/patient';

describe('scopeFor', () => {
  it('SM-13 asks for launch as a word of its own, whatever was configured', () => {
    expect(scopeFor(configured, 'l1').split(' ')).toEqual([
      'launch',
      'openid',
      'fhirUser',
      'patient/Observation.rs',
      'patient/Task.crus',
    ]);
  });

  it('SM-18 asks for nothing beyond the configured set in an EHR launch', () => {
    const asked = scopeFor('launch patient/Patient.r patient/Task.crus', 'l1').split(' ');
    expect(asked).toEqual(['launch', 'patient/Patient.r', 'patient/Task.crus']);
  });

  it('asks as the user where there is no patient', () => {
    const asked = scopeFor(configured, undefined).split(' ');
    expect(asked).not.toContain('launch');
    expect(asked.filter((scope) => scope.startsWith('patient/'))).toEqual([]);
    expect(asked).toContain('user/Encounter.rs');
  });
});
