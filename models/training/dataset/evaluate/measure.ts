import { findIdentifiers } from '../deidentify/deidentify-text.ts';
import type { IdentifierKind } from '../deidentify/kinds.ts';
import type { PlantedNote } from './notes.ts';

export interface Count {
  found: number;
  all: number;
}

export interface Miss {
  readonly kind: IdentifierKind | 'clinical';
  readonly casing: PlantedNote['casing'];
  readonly text: string;
  readonly template: string;
  readonly note: string;
}

export interface Measured {
  readonly notes: number;
  readonly overall: Count;
  readonly byKind: ReadonlyMap<IdentifierKind, Count>;
  readonly byCasing: ReadonlyMap<string, Count>;
  /** Clinical terms of which any letter was removed, and all of them. */
  readonly clinical: Count;
  /** Words outside planted identifiers that were removed, and all of them. */
  readonly otherWords: Count;
  readonly misses: readonly Miss[];
}

/** An identifier counts as found only when every letter and digit of it was removed. */
export function measure(notes: readonly PlantedNote[]): Measured {
  const byKind = new Map<IdentifierKind, Count>();
  const byCasing = new Map<string, Count>();
  const overall = newCount();
  const clinical = newCount();
  const otherWords = newCount();
  const misses: Miss[] = [];
  for (const note of notes) {
    const removed = new Uint8Array(note.text.length);
    for (const { start, end } of findIdentifiers(note.text)) removed.fill(1, start, end);
    const gone = (at: number): boolean => removed[at] === 1;
    const planted = new Uint8Array(note.text.length);
    for (const { start, end, kind, template } of note.planted) {
      planted.fill(1, start, end);
      const isFound = signsOf(note.text, start, end).every(gone);
      for (const count of [overall, countOf(byKind, kind), countOf(byCasing, note.casing)])
        add(count, isFound);
      if (!isFound)
        misses.push({
          kind,
          casing: note.casing,
          text: note.text.slice(start, end),
          template,
          note: note.text,
        });
    }
    for (const { start, end } of note.clinical) {
      const isRemoved = signsOf(note.text, start, end).some(gone);
      add(clinical, isRemoved);
      if (isRemoved)
        misses.push({
          kind: 'clinical',
          casing: note.casing,
          text: note.text.slice(start, end),
          template: '',
          note: note.text,
        });
    }
    for (const match of note.text.matchAll(/[\p{L}\d]+/gu))
      if (planted[match.index] === 0) add(otherWords, gone(match.index));
  }
  return { notes: notes.length, overall, byKind, byCasing, clinical, otherWords, misses };
}

function signsOf(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = start; at < end; at += 1) if (/[\p{L}\d]/u.test(text[at] ?? '')) found.push(at);
  return found;
}

function newCount(): Count {
  return { found: 0, all: 0 };
}

function add(count: Count, hit: boolean): void {
  count.all += 1;
  if (hit) count.found += 1;
}

function countOf<K>(counts: Map<K, Count>, key: K): Count {
  const known = counts.get(key);
  if (known !== undefined) return known;
  const fresh = newCount();
  counts.set(key, fresh);
  return fresh;
}

/** 95% interval of Wilson, as fractions. */
export function intervalOf({ found, all }: Count): readonly [number, number] {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = found / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const width =
    (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  return [Math.max(0, middle - width), Math.min(1, middle + width)];
}
