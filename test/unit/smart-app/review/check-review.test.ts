import { describe, expect, it } from 'vitest';
import { reviewSchema } from '#fhir-mappers/review.ts';
import { changesOf } from '#smart-app/review/changes.ts';
import { checkReview } from '#smart-app/review/check-review.ts';
import { composeReview } from '#smart-app/review/compose-review.ts';
import { type Draft, rebaseDraft, renewLines, startDraft } from '#smart-app/review/draft.ts';
import { cannedAssessment } from '../../../support/app/canned-assessment.ts';

const lines = { situation: 'Chest pain.', background: '', assessment: '', recommendation: 'ECG.' };
const critical = cannedAssessment();
const medium = cannedAssessment({ priority: 'medium', rules: [], escalateToPhysician: false });
const draft = (change: Partial<Draft> = {}, of = critical): Draft => ({
  ...startDraft(of, lines),
  ...change,
});
const codes = (...args: Parameters<typeof checkReview>) => checkReview(...args).map(({ code }) => code);

describe('startDraft', () => {
  it('chooses no level and confirms no finding for the nurse', () => {
    expect(draft().priority).toBeUndefined();
    expect(draft().findings).toEqual([]);
  });
});

describe('checkReview', () => {
  it('has nothing against a review that follows the proposal', () => {
    expect(checkReview(draft({ priority: 'critical' }), critical)).toEqual([]);
  });

  it('asks for a level', () => {
    expect(codes(draft(), critical)).toEqual(['no-level']);
  });

  it('asks for a coded reason when the level differs, upwards too', () => {
    expect(codes(draft({ priority: 'high' }, medium), medium)).toEqual(['no-reason']);
    const reason = { code: 'more-urgent-than-proposed' } as const;
    expect(codes(draft({ priority: 'high', overrideReason: reason }, medium), medium)).toEqual([]);
  });

  it('asks for words when the reason is another one', () => {
    const other = draft({ priority: 'low', overrideReason: { code: 'other', text: ' ' } }, medium);
    expect(codes(other, medium)).toEqual(['reason-needs-words']);
  });

  it('asks to confirm a level below a floor, and names the rule with the highest', () => {
    const below = draft({ priority: 'medium', overrideReason: { code: 'known-baseline' } });
    expect(checkReview(below, critical)).toEqual([
      expect.objectContaining({ code: 'below-floor', floor: 'critical', rule: 'vital-systolic-below-90' }),
    ]);
  });

  it('does not take the confirmation of a lower floor for that of a higher one', () => {
    const below = draft({
      priority: 'medium',
      overrideReason: { code: 'known-baseline' },
      belowFloor: { rule: 'red-flag-chest-pain', floor: 'high' },
    });
    expect(codes(below, critical)).toEqual(['below-floor']);
  });

  it('asks for words', () => {
    const silent = { situation: ' ', background: '', assessment: '', recommendation: '' };
    expect(codes(draft({ priority: 'critical', lines: silent }), critical)).toEqual(['no-words']);
  });
});

describe('composeReview', () => {
  it('gives what the service accepts', () => {
    const review = composeReview(draft({ priority: 'critical', name: ' Ben Okoro ' }), critical);
    expect(reviewSchema.safeParse(review).success).toBe(true);
    expect(review.summary).toBe('Situation: Chest pain.\nRecommendation: ECG.');
    expect(review.handover).toEqual({ to: 'physician', name: 'Ben Okoro', withinMinutes: 0 });
  });

  it('names the rule whose floor was overridden', () => {
    const below = draft({
      priority: 'medium',
      overrideReason: { code: 'known-baseline' },
      belowFloor: { rule: 'vital-systolic-below-90', floor: 'critical' },
    });
    expect(composeReview(below, critical).belowFloor).toEqual({
      rule: 'vital-systolic-below-90',
      confirmed: true,
    });
  });

  it('does not record a reason that no longer applies', () => {
    const back = draft({ priority: 'critical', overrideReason: { code: 'known-baseline' } });
    expect(composeReview(back, critical).overrideReason).toBeUndefined();
  });

  it('drops empty steps', () => {
    const review = composeReview(draft({ priority: 'critical', nextSteps: ['ECG', ' ', ''] }), critical);
    expect(review.nextSteps).toEqual(['ECG']);
  });
});

describe('rebaseDraft', () => {
  const now = cannedAssessment({
    id: '11111111-1111-4111-8111-111111111111',
    nextSteps: [...critical.nextSteps, { id: 'new', text: 'Measure glucose.' }],
  });

  it('keeps the level and the words of the nurse', () => {
    const mine = draft({ priority: 'critical', name: 'Ben' });
    expect(rebaseDraft(mine, critical, now)).toMatchObject({
      priority: 'critical',
      name: 'Ben',
      lines,
      assessmentId: now.id,
    });
  });

  it('puts new steps before her own and does not bring back removed ones', () => {
    const mine = draft({ nextSteps: ['My own step'] });
    expect(rebaseDraft(mine, critical, now).nextSteps).toEqual(['Measure glucose.', 'My own step']);
  });

  it('lets an untouched step go when the newer proposal has another in its place', () => {
    const urgent = { ...now, nextSteps: [{ id: 'n', text: 'See now.' }] };
    const mine = draft();
    const edited = { ...mine, nextSteps: [...mine.nextSteps, 'My own step'] };
    expect(rebaseDraft(edited, critical, urgent).nextSteps).toEqual(['See now.', 'My own step']);
  });

  it('renews lines that nobody touched, and no others', () => {
    const before = { ...lines, assessment: 'Out of range: heart rate 112.' };
    const after = { ...before, assessment: 'Out of range: heart rate 112, systolic 78.', situation: 'New.' };
    const mine = { ...draft(), lines: { ...before, situation: 'My words.' } };
    expect(renewLines(mine, before, after).lines).toMatchObject({
      assessment: 'Out of range: heart rate 112, systolic 78.',
      situation: 'My words.',
    });
  });

  it('keeps a confirmation only while that floor stands', () => {
    const mine = draft({ belowFloor: { rule: 'vital-systolic-below-90', floor: 'critical' } });
    expect(rebaseDraft(mine, critical, now).belowFloor).toBeDefined();
    expect(rebaseDraft(mine, critical, { ...now, rules: [] }).belowFloor).toBeUndefined();
  });
});

describe('changesOf', () => {
  it('is empty when the nurse follows the proposal', () => {
    expect(changesOf(draft({ priority: 'critical' }), critical)).toEqual([]);
  });

  it('names level, reason, floor, findings and answers', () => {
    const changed = draft({
      priority: 'medium',
      overrideReason: { code: 'known-baseline' },
      belowFloor: { rule: 'vital-systolic-below-90', floor: 'critical' },
      findings: [{ code: 'fever', display: 'fever', verdict: 'rejected' }],
      answers: [{ question: 'q', text: 'Breathless?', answer: 'No' }],
    });
    expect(changesOf(changed, critical).map(({ type }) => type)).toEqual([
      'level',
      'reason',
      'floor',
      'finding',
      'answer',
    ]);
  });
});
