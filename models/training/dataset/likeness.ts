import { hashOf } from '#models/training/cases/random.ts';
import type { Example } from './example.ts';

/** Words in a row that are compared. */
const SHINGLE = 3;
/** Minima that stand for a text, in bands of rows: texts that agree in one band are compared in full. */
const BANDS = 16;
const ROWS = 4;

/** The text by which two examples are the same: who, what was said, what was measured. */
export function comparedText({ input }: Pick<Example, 'input'>): string {
  return [
    input.history.join(' '),
    input.symptoms,
    ...Object.values(input.vitals ?? {}),
    ...(input.medicines ?? []),
  ].join(' ');
}

/** Words of a text, lower case, without marks. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/** Hashes of all runs of three words; of the words themselves in shorter texts. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = plainWords(text);
  if (words.length < SHINGLE) return new Set(words.map(hashOf));
  return new Set(
    words.slice(SHINGLE - 1).map((_word, at) => hashOf(words.slice(at, at + SHINGLE).join(' '))),
  );
}

/** Common part of two sets, 0 to 1 (Jaccard). */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
}

/** One key for each band of the MinHash signature: texts alike by 0.85 share one with a probability above 0.999. */
export function bandsOf(shingles: ReadonlySet<number>): readonly string[] {
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of shingles)
    for (let at = 0; at < minima.length; at += 1) {
      const mixed = mix(shingle, at);
      if (mixed < (minima[at] ?? 0)) minima[at] = mixed;
    }
  return Array.from(
    { length: BANDS },
    (_, band) => `${band}:${minima.slice(band * ROWS, (band + 1) * ROWS).join('.')}`,
  );
}

/** A hash function of its own for each row (murmur3's last mix over two odd numbers). */
function mix(value: number, row: number): number {
  let hash = Math.imul(value ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
