import type { DatabaseSync } from 'node:sqlite';
import type { EvidenceKind, EvidenceQuery, Passage } from '../contract.ts';
import { vectorOf } from '../index/read-documents.ts';
import { admits, traitsOf } from './traits.ts';
import { createVectorStore } from './vector-store.ts';

/** What the exact scan needs of every passage, in memory. A slot is a place in it; free slots are used again. */
export interface PassageTable {
  readonly size: number;
  /** Slot of a passage by its row id in the index, and back. */
  readonly slotOf: ReadonlyMap<number, number>;
  readonly idOf: readonly (number | undefined)[];
  kindOf(slot: number): EvidenceKind;
  /** True when the passage may be shown for this query: clinic, age group, pregnancy and setting. */
  admits(slot: number, query: EvidenceQuery): boolean;
  /** True when it may be shown to this clinic at all. */
  belongsTo(slot: number, clinic: string | undefined): boolean;
  /**
   * How near a unit vector is: the mean of the cosine with the passage's text and the best cosine with a way in
   * which it is asked for; the text alone where there is none. Undefined when it was never embedded.
   */
  cosine(slot: number, vector: Float32Array): number | undefined;
  /** Brings it up to date with the index: reads what is new, forgets what is gone. */
  refresh(): void;
}

interface Entry {
  readonly clinic: string;
  readonly kind: EvidenceKind;
  readonly traits: number;
  /** Places in the vector store; undefined when the text was never embedded. */
  readonly text: number | undefined;
  readonly asked: readonly number[];
}

/** Loads all passages of an open index. About 1.5 kB a vector at 384 dimensions. */
export function createPassageTable(db: DatabaseSync, dimensions: number): PassageTable {
  const slotOf = new Map<number, number>();
  const idOf: (number | undefined)[] = [];
  const entries: Entry[] = [];
  const free: number[] = [];
  const vectors = createVectorStore(dimensions);
  const ids = db.prepare('SELECT id FROM passage');
  const one = db.prepare('SELECT clinic, body FROM passage WHERE id = ?');
  const vectorsOf = db.prepare('SELECT role, data FROM vector WHERE passage = ?');

  function load(id: number): void {
    const row = one.get(id);
    if (row === undefined) return;
    let text: number | undefined;
    const asked: number[] = [];
    for (const { role, data } of vectorsOf.all(id)) {
      const vector = vectorOf(data as Uint8Array);
      if (vector.length !== dimensions) continue;
      if (role === 'text') text = vectors.add(vector);
      else asked.push(vectors.add(vector));
    }
    const slot = free.pop() ?? idOf.length;
    slotOf.set(id, slot);
    idOf[slot] = id;
    const passage = JSON.parse(String(row.body)) as Passage;
    entries[slot] = {
      clinic: String(row.clinic),
      kind: passage.kind,
      traits: traitsOf(passage),
      text,
      asked,
    };
  }

  function forget(id: number, slot: number): void {
    const { text, asked } = entries[slot]!;
    if (text !== undefined) vectors.remove(text);
    for (const place of asked) vectors.remove(place);
    slotOf.delete(id);
    idOf[slot] = undefined;
    free.push(slot);
  }

  const table: PassageTable = {
    get size() {
      return slotOf.size;
    },
    slotOf,
    idOf,
    kindOf: (slot) => entries[slot]!.kind,
    admits: (slot, query) => table.belongsTo(slot, query.clinic) && admits(entries[slot]!.traits, query),
    belongsTo: (slot, clinic) => entries[slot]!.clinic === '' || entries[slot]!.clinic === clinic,
    cosine(slot, vector) {
      const { text, asked } = entries[slot]!;
      if (text === undefined) return undefined;
      const own = vectors.dot(text, vector);
      if (asked.length === 0) return own;
      let best = -1;
      for (const place of asked) best = Math.max(best, vectors.dot(place, vector));
      return (own + best) / 2;
    },
    refresh() {
      const current = new Set(ids.all().map(({ id }) => Number(id)));
      for (const [id, slot] of slotOf) if (!current.has(id)) forget(id, slot);
      for (const id of current) if (!slotOf.has(id)) load(id);
    },
  };
  table.refresh();
  return table;
}
