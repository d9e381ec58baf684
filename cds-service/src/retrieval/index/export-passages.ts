import type { DatabaseSync } from 'node:sqlite';
import type { Passage } from '../contract.ts';
import { vectorOf } from './read-documents.ts';

/** A passage as the index holds it, with the place of its document. */
export interface ExportedPassage {
  readonly clinic: string;
  readonly place: readonly [library: string, path: string, position: number];
  readonly passage: Passage;
  readonly text: Float32Array | undefined;
  readonly asked: readonly Float32Array[];
}

/** Every passage with its vectors, in the order of the documents; one at a time, so a large index needs no memory. */
export function* exportPassages(db: DatabaseSync): Generator<ExportedPassage> {
  const vectors = db.prepare('SELECT role, data FROM vector WHERE passage = ? ORDER BY rowid');
  const rows = db
    .prepare(
      `SELECT passage.id AS id, passage.clinic AS clinic, library, path, document, body
         FROM passage JOIN document ON document.id = passage.document ORDER BY document, passage.id`,
    )
    .iterate();
  let document: unknown;
  let position = 0;
  for (const row of rows) {
    position = row.document === document ? position + 1 : 0;
    document = row.document;
    const own = vectors.all(Number(row.id)).map(({ role, data }) => ({
      role: String(role),
      vector: vectorOf(data as Uint8Array),
    }));
    yield {
      clinic: String(row.clinic),
      place: [String(row.library), String(row.path), position],
      passage: JSON.parse(String(row.body)) as Passage,
      text: own.find(({ role }) => role === 'text')?.vector,
      asked: own.filter(({ role }) => role === 'asked').map(({ vector }) => vector),
    };
  }
}

/** What BM25 needs to know of the whole library. */
export interface LibraryStatistics {
  readonly size: number;
  /** Words of a passage on average. */
  readonly averageLength: number;
  /** Passages that hold a stem. */
  readonly holders: ReadonlyMap<string, number>;
  readonly clinics: readonly string[];
}

export function libraryStatistics(db: DatabaseSync): LibraryStatistics {
  const size = Number(db.prepare('SELECT count(*) AS size FROM passage').get()?.size ?? 0);
  const holders = new Map<string, number>();
  let words = 0;
  for (const { term, doc, cnt } of db.prepare('SELECT term, doc, cnt FROM passage_terms').iterate()) {
    holders.set(String(term), Number(doc));
    words += Number(cnt);
  }
  const clinics = db.prepare('SELECT DISTINCT clinic FROM passage').all();
  return {
    size,
    averageLength: words / Math.max(1, size),
    holders,
    clinics: clinics.map(({ clinic }) => String(clinic)),
  };
}
