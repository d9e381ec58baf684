import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '#cds-service/retrieval/corpus/lint-corpus.ts';
import type { Block } from '#cds-service/retrieval/ingest/block.ts';
import { splitPassages } from '#cds-service/retrieval/ingest/split-passages.ts';

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');
const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string, page?: number): Block => ({ kind: 'paragraph', text, page });

describe('splitPassages', () => {
  it('keeps the headings above each piece', () => {
    const blocks = [heading(1, 'A'), heading(2, 'B'), paragraph('one'), heading(2, 'C'), paragraph('two')];
    expect(splitPassages({ blocks })).toEqual([
      { headings: ['A', 'B'], text: 'one' },
      { headings: ['A', 'C'], text: 'two' },
    ]);
  });

  it('joins short paragraphs under one heading and names the page of the first', () => {
    const blocks = [heading(1, 'A'), paragraph(words(40), 3), paragraph(words(40), 4)];
    const [piece, ...rest] = splitPassages({ blocks });
    expect(rest).toEqual([]);
    expect(piece).toMatchObject({ page: 3 });
    expect(countWords(piece!.text)).toBe(80);
  });

  it('divides a long paragraph between sentences', () => {
    const sentence = `Then ${words(58)}.`;
    const pieces = splitPassages({
      blocks: [paragraph(Array.from({ length: 6 }, () => sentence).join(' '))],
    });
    expect(pieces.map(({ text }) => countWords(text))).toEqual([177, 177]);
    expect(pieces.every(({ text }) => text.endsWith('.'))).toBe(true);
  });

  it('loses no word and makes no piece that is much too long', () => {
    const block = fc.oneof(
      fc.integer({ min: 1, max: 400 }).map((count) => paragraph(words(count))),
      fc.integer({ min: 1, max: 3 }).map((level) => heading(level, 'H')),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const total = blocks.reduce(
          (sum, one) => sum + (one.kind === 'paragraph' ? countWords(one.text) : 0),
          0,
        );
        const sizes = splitPassages({ blocks }).map(({ text }) => countWords(text));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total);
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(216);
      }),
    );
  });
});
