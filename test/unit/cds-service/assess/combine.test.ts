import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from '#cds-service/assess/combine.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { Prediction } from '#models/contract.ts';
import { PRIORITIES, rankOf } from '#terminology/priority.ts';
import { opinionOf } from '../../../support/opinions.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const prediction: fc.Arbitrary<Prediction> = fc.record({
  name: fc.constant('triage'),
  version: fc.constant('test'),
  provider: fc.constant('cpu' as const),
  probabilities: fc.record({
    low: probability,
    medium: probability,
    high: probability,
    critical: probability,
  }),
  criticalOutcome: probability,
  set: fc.subarray([...PRIORITIES]),
  zone: fc.constantFrom('low' as const, 'ask' as const, 'high' as const),
  outOfDistribution: fc.boolean(),
  effects: fc.constant([]),
  ask: fc.constant([]),
});

const NO_STORY = unavailable('not-provided');

describe('combine', () => {
  it('never lowers what rules and protocol propose, whatever the model says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRIORITIES), prediction, (base, opinion) => {
        expect(
          rankOf(combine(base, { prediction: opinion, story: NO_STORY }).priority),
        ).toBeGreaterThanOrEqual(rankOf(base));
      }),
    );
  });

  it('raises by one step at most, and says why', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRIORITIES), prediction, (base, opinion) => {
        const { priority, raisedByModel } = combine(base, { prediction: opinion, story: NO_STORY });
        expect(rankOf(priority) - rankOf(base)).toBeLessThanOrEqual(1);
        expect(raisedByModel === undefined).toBe(priority === base);
      }),
    );
  });

  it('leaves a patient unlike the training data to the rules', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRIORITIES), prediction, (base, opinion) => {
        expect(
          combine(base, { prediction: { ...opinion, outOfDistribution: true }, story: NO_STORY }).priority,
        ).toBe(base);
      }),
    );
  });

  it('raises to high what is told as emergencies are told, and touches nothing above', () => {
    const none = { prediction: unavailable('broken') };
    for (const base of PRIORITIES) {
      const { priority, raisedByModel } = combine(base, { ...none, story: opinionOf({ raises: true }) });
      expect(priority).toBe(base === 'critical' ? 'critical' : rankOf(base) < rankOf('high') ? 'high' : base);
      expect(raisedByModel === undefined).toBe(priority === base);
      expect(combine(base, { ...none, story: opinionOf() }).priority).toBe(base);
    }
  });

  it('raises to critical what is told as those in immediate danger are told of', () => {
    const none = {
      prediction: unavailable('broken'),
      story: opinionOf({ raises: true, raisesToCritical: true }),
    };
    expect(PRIORITIES.map((base) => combine(base, none).priority)).toEqual(PRIORITIES.map(() => 'critical'));
  });

  it('raises to medium what is told as needing an examination, and only what was low', () => {
    const none = { prediction: unavailable('broken'), story: opinionOf({ raisesToMedium: true }) };
    expect(PRIORITIES.map((base) => combine(base, none).priority)).toEqual(
      PRIORITIES.map((base) => (base === 'low' ? 'medium' : base)),
    );
  });

  it('goes on without a model', () => {
    expect(combine('high', { prediction: unavailable('broken'), story: NO_STORY })).toEqual({
      priority: 'high',
    });
  });
});
