import { SHORTEST_COPY } from './choose.ts';
import type { Example, Split } from './example.ts';
import { bandsOf, comparedText, likeness, plainWords, shinglesOf } from './likeness.ts';

/** Something that is in two splits. */
export interface Leak {
  readonly kind: 'group' | 'complaint' | 'near copy';
  readonly first: string;
  readonly second: string;
}

/**
 * Looks for what is in two splits: a patient, condition or survey year; the same complaint; an input that is nearly the
 * same. Reads the examples as they were written, with no help from what chose them.
 *
 * Keeps a few numbers for each example, never its text.
 */
export function leakFinder(near: number): { add(example: Example): void; leaks(): readonly Leak[] } {
  const groups = new Map<string, { split: Split; id: string }>();
  const complaints = new Map<string, { split: Split; id: string }>();
  const bands = new Map<string, number[]>();
  const kept: { id: string; split: Split; shingles: Uint32Array }[] = [];
  const found: Leak[] = [];

  function once(
    map: Map<string, { split: Split; id: string }>,
    key: string,
    kind: Leak['kind'],
    { metadata }: Example,
  ): void {
    const known = map.get(key);
    if (known === undefined) map.set(key, { split: metadata.split, id: metadata.id });
    else if (known.split !== metadata.split) found.push({ kind, first: known.id, second: metadata.id });
  }

  return {
    add(example) {
      const { id, split, group } = example.metadata;
      once(groups, group, 'group', example);
      const words = plainWords(example.input.symptoms);
      if (words.length >= SHORTEST_COPY) once(complaints, words.join(' '), 'complaint', example);
      const shingles = shinglesOf(comparedText(example));
      const seen = new Set<number>();
      for (const band of bandsOf(shingles)) {
        for (const at of bands.get(band) ?? []) {
          const other = kept[at];
          if (other === undefined || other.split === split || seen.has(at)) continue;
          seen.add(at);
          if (likeness(shingles, new Set(other.shingles)) >= near)
            found.push({ kind: 'near copy', first: other.id, second: id });
        }
        bands.set(band, [...(bands.get(band) ?? []), kept.length]);
      }
      kept.push({ id, split, shingles: Uint32Array.from(shingles) });
    },
    leaks: () => found,
  };
}
