import type { DatabaseSync } from 'node:sqlite';
import type { Passage } from '../contract.ts';
import type { IndexedDocument, Library } from './indexed-document.ts';

/** Path and hash of every document of a library, to tell what changed. */
export function hashesOf(
  db: DatabaseSync,
  { library, clinic }: { readonly library: Library; readonly clinic: string },
): ReadonlyMap<string, string> {
  const rows = db
    .prepare('SELECT path, hash FROM document WHERE library = ? AND clinic = ?')
    .all(library, clinic);
  return new Map(rows.map(({ path, hash }) => [String(path), String(hash)]));
}

/** Every clinic's documents as they stand in the index, so that a new index can be written from them. */
export function clinicDocuments(db: DatabaseSync): readonly IndexedDocument[] {
  const passages = db.prepare('SELECT body FROM passage WHERE document = ? ORDER BY id');
  return db
    .prepare(`SELECT id, clinic, path, hash FROM document WHERE library = 'clinic' ORDER BY id`)
    .all()
    .map(({ id, clinic, path, hash }) => ({
      library: 'clinic' as const,
      clinic: String(clinic),
      path: String(path),
      hash: String(hash),
      passages: passages.all(Number(id)).map(({ body }) => JSON.parse(String(body)) as Passage),
    }));
}

/** Vectors that are already there, by the hash of the text that was embedded. */
export function knownVectors(db: DatabaseSync): Map<string, Float32Array> {
  const rows = db.prepare('SELECT text_hash, data FROM vector').iterate();
  const vectors = new Map<string, Float32Array>();
  for (const { text_hash, data } of rows) vectors.set(String(text_hash), vectorOf(data as Uint8Array));
  return vectors;
}

/** The floats of a blob. Copied, because a blob need not lie on a four-byte boundary. */
export function vectorOf(blob: Uint8Array): Float32Array {
  return new Float32Array(blob.slice().buffer);
}
