import { describe, expect, it } from 'vitest';
import { createVectorStore } from '#cds-service/retrieval/search/vector-store.ts';

describe('createVectorStore', () => {
  it('multiplies with the vector at a place, also after it has grown', () => {
    const store = createVectorStore(4);
    const places = Array.from({ length: 3000 }, (_, index) => store.add(Float32Array.of(index, 1, 0, 0)));
    expect(store.dot(places[2999]!, Float32Array.of(1, 2, 3, 4))).toBe(3001);
    expect(store.dot(places[0]!, Float32Array.of(1, 2, 3, 4))).toBe(2);
  });

  it('uses a free place again', () => {
    const store = createVectorStore(4);
    const place = store.add(Float32Array.of(1, 0, 0, 0));
    store.remove(place);
    expect(store.add(Float32Array.of(0, 1, 0, 0))).toBe(place);
    expect(store.dot(place, Float32Array.of(5, 7, 0, 0))).toBe(7);
  });
});
