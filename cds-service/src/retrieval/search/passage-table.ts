import type { DatabaseSync } from 'node:sqlite';
import type { EvidenceQuery, Passage } from '../contract.ts';
import { vectorOf } from '../index/read-documents.ts';
import { admits, traitsOf } from './traits.ts';

/**
 * What the exact scan needs of every passage, in memory: vectors in one array, traits in another.
 *
 * A slot is a position in these arrays; slots of removed passages are used again.
 */
export interface PassageTable {
  readonly size: number;
  /** Slot of a passage by its row id in the index. */
  readonly slotOf: ReadonlyMap<number, number>;
  readonly idOf: readonly (number | undefined)[];
  /** True when the passage may be shown for this query: clinic, age group, pregnancy and setting. */
  admits(slot: number, query: EvidenceQuery): boolean;
  /** True when it may be shown to this clinic at all. */
  belongsTo(slot: number, clinic: string | undefined): boolean;
  /** Cosine with a unit vector; undefined when the passage was never embedded. */
  cosine(slot: number, vector: Float32Array): number | undefined;
  /** Brings it up to date with the index: reads what is new, forgets what is gone. */
  refresh(): void;
}

/** Loads all passages of an open index. About 1.6 kB a passage at 384 dimensions. */
export function createPassageTable(db: DatabaseSync, dimensions: number): PassageTable {
  const slotOf = new Map<number, number>();
  const idOf: (number | undefined)[] = [];
  const free: number[] = [];
  const clinics: string[] = [];
  let vectors = new Float32Array(0);
  let embedded = new Uint8Array(0);
  let traits = new Uint16Array(0);
  const ids = db.prepare('SELECT id FROM passage');
  const one = db.prepare('SELECT clinic, body, vector FROM passage WHERE id = ?');

  function grow(slots: number): void {
    if (slots <= traits.length) return;
    const room = Math.max(slots, Math.ceil(traits.length * 1.5));
    vectors = enlarge(vectors, new Float32Array(room * dimensions));
    embedded = enlarge(embedded, new Uint8Array(room));
    traits = enlarge(traits, new Uint16Array(room));
  }

  function load(id: number): void {
    const row = one.get(id);
    if (row === undefined) return;
    const slot = free.pop() ?? idOf.length;
    grow(slot + 1);
    slotOf.set(id, slot);
    idOf[slot] = id;
    clinics[slot] = String(row.clinic);
    traits[slot] = traitsOf(JSON.parse(String(row.body)) as Passage);
    const vector = row.vector === null ? undefined : vectorOf(row.vector as Uint8Array);
    embedded[slot] = vector?.length === dimensions ? 1 : 0;
    if (vector?.length === dimensions) vectors.set(vector, slot * dimensions);
  }

  const table: PassageTable = {
    get size() {
      return slotOf.size;
    },
    slotOf,
    idOf,
    admits: (slot, query) => table.belongsTo(slot, query.clinic) && admits(traits[slot]!, query),
    belongsTo: (slot, clinic) => clinics[slot] === '' || clinics[slot] === clinic,
    cosine: (slot, vector) => (embedded[slot] === 1 ? dot(vectors, slot * dimensions, vector) : undefined),
    refresh() {
      const current = new Set(ids.all().map(({ id }) => Number(id)));
      for (const [id, slot] of slotOf) {
        if (current.has(id)) continue;
        slotOf.delete(id);
        idOf[slot] = undefined;
        free.push(slot);
      }
      grow(current.size);
      for (const id of current) if (!slotOf.has(id)) load(id);
    },
  };
  table.refresh();
  return table;
}

function enlarge<T extends Float32Array | Uint8Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Four sums side by side: the engine can then overlap the multiplications. */
function dot(all: Float32Array, from: number, vector: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < vector.length; i += 4) {
    a += all[from + i]! * vector[i]!;
    b += all[from + i + 1]! * vector[i + 1]!;
    c += all[from + i + 2]! * vector[i + 2]!;
    d += all[from + i + 3]! * vector[i + 3]!;
  }
  return a + b + c + d;
}
