import { describe, expect, it } from 'vitest';
import { IDENTIFIER_KINDS, mergeSpans } from '#models/training/dataset/deidentify/kinds.ts';
import { intervalOf, measure } from '#models/training/dataset/evaluate/measure.ts';
import { plantNotes } from '#models/training/dataset/evaluate/notes.ts';

describe('the measurement of de-identification', () => {
  const notes = plantNotes('tune', 150, 3);

  it('plants every kind, and marks exactly what it planted', () => {
    const kinds = new Set(notes.flatMap(({ planted }) => planted.map(({ kind }) => kind)));
    expect([...IDENTIFIER_KINDS].filter((kind) => !kinds.has(kind))).toEqual([]);
    const emails = notes.flatMap(({ text, planted }) =>
      planted.filter(({ kind }) => kind === 'email').map(({ start, end }) => text.slice(start, end)),
    );
    expect(emails.every((email) => /^\S+@\S+$/.test(email))).toBe(true);
  });

  it('is the same for the same seed', () => {
    expect(plantNotes('tune', 5, 3)).toEqual(plantNotes('tune', 5, 3));
    expect(plantNotes('tune', 5, 4)).not.toEqual(plantNotes('tune', 5, 3));
  });

  it('counts an identifier of which one letter is left as missed', () => {
    const [note] = plantNotes('tune', 1, 3);
    const text = 'Zq';
    const measured = measure([
      { ...note!, text, planted: [{ start: 0, end: 2, kind: 'name', template: '' }], clinical: [] },
    ]);
    expect(measured.overall).toEqual({ found: 0, all: 1 });
  });

  it('stays above 99% on the notes to tune on, with under 1% of clinical terms removed', () => {
    const { overall, clinical } = measure(notes);
    expect(overall.found / overall.all).toBeGreaterThan(0.99);
    expect(clinical.found / clinical.all).toBeLessThan(0.01);
  });

  it('tells how sure a share is', () => {
    const [low, high] = intervalOf({ found: 995, all: 1000 });
    expect(low).toBeCloseTo(0.9884, 3);
    expect(high).toBeCloseTo(0.9979, 3);
  });
});

describe('spans that overlap', () => {
  it('are taken together under the longest kind', () => {
    expect(
      mergeSpans([
        { start: 4, end: 9, kind: 'name', by: 'a' },
        { start: 0, end: 6, kind: 'place', by: 'b' },
      ]),
    ).toEqual([{ start: 0, end: 9, kind: 'place', by: 'b' }]);
  });
});
