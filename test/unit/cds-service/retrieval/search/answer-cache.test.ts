import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '#cds-service/retrieval/search/answer-cache.ts';

describe('createAnswerCache', () => {
  it('forgets the least recently used first', () => {
    const cache = createAnswerCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  it('tells questions apart by their content', () => {
    const cache = createAnswerCache<number>(2);
    cache.set({ text: 'x', rules: [] }, 1);
    expect(cache.get({ text: 'x', rules: [] })).toBe(1);
    expect(cache.get({ text: 'x', rules: ['r'] })).toBeUndefined();
  });
});
