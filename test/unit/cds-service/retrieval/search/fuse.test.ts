import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_KINDS } from '#cds-service/retrieval/contract.ts';
import { relevanceOf, weightedScore } from '#cds-service/retrieval/search/fuse.ts';

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
    expect(relevanceOf({ cosine: undefined, share: 0.6 })).toBeGreaterThan(0.9);
    expect(relevanceOf({ cosine: undefined, share: 0 })).toBeLessThan(0.1);
  });
});

describe('weightedScore', () => {
  it('never lifts a passage above one that is a quarter more relevant', () => {
    const kind = fc.constantFrom(...EVIDENCE_KINDS);
    fc.assert(
      fc.property(unit, kind, kind, (relevance, heavy, light) => {
        const less = weightedScore(relevance / 1.25, heavy);
        expect(less).toBeLessThanOrEqual(weightedScore(relevance, light) + 1e-12);
      }),
    );
  });

  it('puts an emergency protocol before a reference of the same relevance', () => {
    expect(weightedScore(0.7, 'emergency-protocol')).toBeGreaterThan(weightedScore(0.7, 'reference'));
  });
});
