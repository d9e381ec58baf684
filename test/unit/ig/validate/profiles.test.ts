import { beforeAll, describe, expect, it } from 'vitest';
import type { Validate } from '#ig/validate/validator.ts';
import { wrongOnes } from '../../../support/guide/mutations.ts';
import { ourValidator } from '../../../support/guide/our-validator.ts';
import { samples } from '../../../support/guide/samples.ts';

let validate: Validate;
beforeAll(async () => {
  validate = await ourValidator();
});

describe('what the system emits and reads', () => {
  it.each(samples())('obeys its profile: $profile ($name)', ({ profile, resource }) => {
    expect(validate(resource, profile).findings).toEqual([]);
  });

  it('is met on every path: impression, note, tasks, escalation, both Provenances, suggested task', () => {
    const profiles = new Set(samples().map(({ profile }) => profile));
    expect([...profiles].sort()).toEqual([
      'ai-proposal-provenance',
      'escalation-task',
      'nurse-signature-provenance',
      'pre-screening-questionnaire',
      'pre-screening-response',
      'triage-clinical-impression',
      'triage-encounter',
      'triage-note',
      'triage-patient',
      'triage-review-task',
      'triage-task',
      'triage-vital-signs',
    ]);
  });
});

describe('a resource that is wrong in one way', () => {
  it.each(wrongOnes())('is rejected for the named reason: $name', ({
    profile,
    resource,
    expect: code,
    rule,
  }) => {
    const { valid, findings } = validate(resource, profile);
    expect(valid).toBe(false);
    expect(findings).toContainEqual(expect.objectContaining({ code, ...(rule ? { rule } : {}) }));
  });
});
