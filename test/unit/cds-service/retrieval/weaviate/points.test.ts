import { describe, expect, it } from 'vitest';
import { pointsOf, queryVector } from '#cds-service/retrieval/weaviate/points.ts';
import { collectionOf, objectId, tenantOf } from '#cds-service/retrieval/weaviate/schema.ts';
import { passage } from '../support/corpus-folder.ts';

const unit = (...values: readonly number[]) => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};
const dot = (a: readonly number[] | Float32Array, b: readonly number[] | Float32Array) =>
  [...a].reduce((sum, value, index) => sum + value * b[index]!, 0);

const croup = passage({ id: 'croup', text: 'A barking cough.' });
const stored = {
  clinic: '',
  place: ['corpus', 'croup.md', 0],
  passage: croup,
  text: unit(1, 2, 3),
  asked: [unit(1, 0, 0), unit(0, 1, 1), unit(-1, 0, 2)],
  stems: [['croup'], ['bark', 'cough'], []],
} as const;

describe('pointsOf', () => {
  it("holds exactly the embedded store's cosine: the mean of text and nearest way of asking", () => {
    const points = pointsOf(stored, 'C');
    for (const query of [unit(1, 0, 0), unit(3, -1, 2), unit(-1, -1, -1)]) {
      const nearest = Math.max(...points.map(({ vector }) => dot(vector!, queryVector(query))));
      const expected =
        (dot(stored.text, query) + Math.max(...stored.asked.map((way) => dot(way, query)))) / 2;
      expect(nearest).toBeCloseTo(expected, 6);
    }
  });

  it('has length one everywhere, for a graph of neighbours that finds every point', () => {
    for (const { vector } of pointsOf(stored, 'C')) expect(dot(vector!, vector!)).toBeCloseTo(1, 6);
  });

  it('keeps text and words once, and what is filtered everywhere', () => {
    const [first, ...others] = pointsOf(stored, 'C');
    expect(first!.properties).toMatchObject({
      whole: true,
      textStems: 'bark cough',
      body: JSON.stringify(croup),
    });
    expect(others).toHaveLength(2);
    for (const { properties } of others) {
      expect(properties).toMatchObject({ whole: false, passage: first!.id, ageGroups: croup.ageGroups });
      expect(properties).not.toHaveProperty('body');
    }
  });

  it('has the same ids every time and another hash when the passage changes', () => {
    const again = pointsOf(stored, 'C');
    const changed = pointsOf({ ...stored, passage: { ...croup, text: 'A barking cough at night.' } }, 'C');
    expect(pointsOf(stored, 'C')).toEqual(again);
    expect(changed.map(({ id }) => id)).toEqual(again.map(({ id }) => id));
    expect(changed[0]!.properties.hash).not.toBe(again[0]!.properties.hash);
  });

  it('is one point without a vector when the passage was never embedded', () => {
    const points = pointsOf({ ...stored, text: undefined, asked: [] }, 'C');
    expect(points).toHaveLength(1);
    expect(points[0]).not.toHaveProperty('vector');
  });
});

describe('names in Weaviate', () => {
  it('gives every clinic its own tenant, and none of them ours', () => {
    expect([tenantOf(''), tenantOf('north')]).toEqual(['_shared', 'north']);
  });

  it('gives every embedder its own collection', () => {
    expect(collectionOf('a@1/384')).toMatch(/^[A-Z]\w+$/);
    expect(collectionOf('a@1/384')).not.toBe(collectionOf('a@2/384'));
  });

  it('makes UUIDs', () => {
    expect(objectId('a', 1)).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    expect(objectId('a', 1)).not.toBe(objectId('a', 2));
  });
});
