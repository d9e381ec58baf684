import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from '#cds-service/assess/combine.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { Prediction } from '#models/contract.ts';
import { PRIORITIES, rankOf } from '#terminology/priority.ts';

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
});

describe('combine', () => {
  it('never lowers what rules and protocol propose, whatever the model says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRIORITIES), prediction, (base, opinion) => {
        expect(rankOf(combine(base, opinion).priority)).toBeGreaterThanOrEqual(rankOf(base));
      }),
    );
  });

  it('raises by one step at most, and says why', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRIORITIES), prediction, (base, opinion) => {
        const { priority, raisedByModel } = combine(base, opinion);
        expect(rankOf(priority) - rankOf(base)).toBeLessThanOrEqual(1);
        expect(raisedByModel === undefined).toBe(priority === base);
      }),
    );
  });

  it('leaves a patient unlike the training data to the rules', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRIORITIES), prediction, (base, opinion) => {
        expect(combine(base, { ...opinion, outOfDistribution: true }).priority).toBe(base);
      }),
    );
  });

  it('goes on without a model', () => {
    expect(combine('high', unavailable('broken'))).toEqual({ priority: 'high' });
  });
});
