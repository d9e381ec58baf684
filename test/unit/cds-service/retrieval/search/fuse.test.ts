import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_KINDS } from '#cds-service/retrieval/contract.ts';
import { isShown, RELEVANCE_FLOOR, relevanceOf, weightedScore } from '#cds-service/retrieval/search/fuse.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('relevanceOf', () => {
  it('never falls when meaning or words agree more', () => {
    fc.assert(
      fc.property(unit, unit, unit, unit, (cosine, share, more, further) => {
        const less = relevanceOf({ cosine, share });
        const greater = relevanceOf({ cosine: cosine + more, share: share + further });
        expect(greater).toBeGreaterThanOrEqual(less);
        expect(less > 0 && greater < 1 + Number.EPSILON).toBe(true);
      }),
    );
  });

  it('judges by words alone when there is no vector', () => {
    expect(relevanceOf({ cosine: undefined, share: 0.6 })).toBeGreaterThan(0.8);
    expect(relevanceOf({ cosine: undefined, share: 0 })).toBeLessThan(0.1);
  });
});

describe('weightedScore', () => {
  it('never lifts a passage above one of more than twice its odds', () => {
    const kind = fc.constantFrom(...EVIDENCE_KINDS);
    const relevance = fc.double({ min: 0.001, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(relevance, kind, kind, (greater, heavy, light) => {
        const odds = greater / (1 - greater) / 2.001;
        const less = weightedScore(odds / (1 + odds), heavy);
        expect(less).toBeLessThan(weightedScore(greater, light));
      }),
    );
  });

  it('puts an emergency protocol before a reference of the same relevance', () => {
    expect(weightedScore(0.7, 'emergency-protocol')).toBeGreaterThan(weightedScore(0.7, 'reference'));
  });
});

describe('isShown', () => {
  it('asks for the floor, whatever the best is', () => {
    expect(isShown(RELEVANCE_FLOOR - 0.01, RELEVANCE_FLOOR - 0.01)).toBe(false);
    expect(isShown(RELEVANCE_FLOOR, RELEVANCE_FLOOR)).toBe(true);
  });

  it('asks for more when nothing medical was recognised', () => {
    expect(isShown(0.4, 0.4, true)).toBe(true);
    expect(isShown(0.4, 0.4, false)).toBe(false);
  });

  it('leaves out what is far behind the best', () => {
    expect(isShown(0.3, 0.99)).toBe(false);
    expect(isShown(0.95, 0.99)).toBe(true);
  });
});
