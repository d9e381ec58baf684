import { describe, expect, it } from 'vitest';
import { checkReview } from '#cds-service/signing/check-review.ts';
import { type Review, reviewSchema } from '#fhir-mappers/review.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { anAssessment, aRule } from '../../../support/assessment.ts';

const proposed = anAssessment({
  priority: 'critical',
  rules: [aRule('airway', 'critical'), aRule('sbp-low', 'high')],
});

function aReview(changes: Partial<Review>): Review {
  return reviewSchema.parse({
    assessmentId: proposed.id,
    priority: 'critical',
    findings: [],
    answers: [],
    summary: 'Seen.',
    nextSteps: [],
    handover: { to: 'triage-nurse', withinMinutes: 10 },
    escalate: false,
    followUps: [],
    ...changes,
  });
}

function outcomeOf(changes: Partial<Review>, assessment = proposed) {
  try {
    return checkReview(aReview(changes), assessment) ?? 'fine';
  } catch (error) {
    return error instanceof ServiceError ? error.code : error;
  }
}

const reason = { code: 'vitals-remeasured' } as const;

describe('checkReview', () => {
  it('asks nothing of a nurse who agrees', () => {
    expect(outcomeOf({})).toBe('fine');
  });

  it('asks for a reason when the priority is another one, also a higher one', () => {
    const low = anAssessment({ priority: 'low' });
    expect(outcomeOf({ priority: 'high' }, low)).toBe('override-reason-missing');
    expect(outcomeOf({ priority: 'high', overrideReason: { code: 'more-urgent-than-proposed' } }, low)).toBe(
      'fine',
    );
  });

  it('asks for words when the reason is "other"', () => {
    const low = anAssessment({ priority: 'low' });
    const other = (text?: string) =>
      outcomeOf({ priority: 'high', overrideReason: { code: 'other', text } }, low);
    expect(other()).toBe('override-reason-missing');
    expect(other('  ')).toBe('override-reason-missing');
    expect(other('She looks ill')).toBe('fine');
  });

  it('asks for a confirmation that names the rule when the priority is below its floor', () => {
    const lower = { priority: 'high', overrideReason: reason } as const;
    expect(outcomeOf(lower)).toBe('below-floor-unconfirmed');
    expect(outcomeOf({ ...lower, belowFloor: { rule: 'airway', confirmed: true } })).toBe('airway');
  });

  it('does not take the name of a rule whose floor is kept', () => {
    const belowFloor = { rule: 'sbp-low', confirmed: true } as const;
    expect(outcomeOf({ priority: 'high', overrideReason: reason, belowFloor })).toBe(
      'below-floor-unconfirmed',
    );
  });

  it('does not take a confirmation where no floor is passed', () => {
    expect(outcomeOf({ belowFloor: { rule: 'airway', confirmed: true } })).toBe('request-invalid');
  });

  it('does not take a confirmation in place of the reason', () => {
    expect(outcomeOf({ priority: 'low', belowFloor: { rule: 'airway', confirmed: true } })).toBe(
      'override-reason-missing',
    );
  });
});
