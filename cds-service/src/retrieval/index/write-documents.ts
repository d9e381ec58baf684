import type { DatabaseSync } from 'node:sqlite';
import type { Passage } from '../contract.ts';
import { sha256 } from '../corpus/read-corpus.ts';
import { embeddedTexts, type IndexedDocument, type Library } from './indexed-document.ts';

/** Vectors by the hash of the text that was embedded. A passage without one is found by its words alone. */
export type VectorsByHash = ReadonlyMap<string, Float32Array>;

/** True when every text of the passage has its vector. */
export function isEmbedded(passage: Passage, vectors: VectorsByHash): boolean {
  return embeddedTexts(passage).every(({ text }) => vectors.has(sha256(text)));
}

/** Replaces a document and its passages; the caller owns the transaction. */
export function putDocument(db: DatabaseSync, document: IndexedDocument, vectors: VectorsByHash): void {
  removeDocument(db, document);
  const { library, clinic, path, hash } = document;
  const { lastInsertRowid } = db
    .prepare('INSERT INTO document (library, clinic, path, hash) VALUES (?, ?, ?, ?)')
    .run(library, clinic, path, hash);
  for (const passage of document.passages)
    putPassage(db, { passage, clinic, vectors, document: lastInsertRowid });
}

function putPassage(
  db: DatabaseSync,
  row: {
    readonly passage: Passage;
    readonly clinic: string;
    readonly vectors: VectorsByHash;
    readonly document: number | bigint;
  },
): void {
  const { passage, clinic, vectors, document } = row;
  const { lastInsertRowid: id } = db
    .prepare('INSERT INTO passage (document, clinic, body) VALUES (?, ?, ?)')
    .run(document, clinic, JSON.stringify(passage));
  db.prepare('INSERT INTO passage_fts (rowid, title, text, aliases) VALUES (?, ?, ?, ?)').run(
    id,
    passage.title,
    passage.text,
    [passage.heading ?? '', ...(passage.askedAs ?? [])].join('. '),
  );
  const insert = db.prepare('INSERT INTO vector (passage, role, text_hash, data) VALUES (?, ?, ?, ?)');
  for (const { role, text } of embeddedTexts(passage)) {
    const hash = sha256(text);
    const vector = vectors.get(hash);
    if (vector !== undefined) insert.run(id, role, hash, blobOf(vector));
  }
  const support = db.prepare('INSERT OR IGNORE INTO support (rule, passage) VALUES (?, ?)');
  for (const rule of passage.supports) support.run(rule, id);
}

/** Removes a document with all that hangs on it; nothing happens when it is not there. */
export function removeDocument(
  db: DatabaseSync,
  { library, clinic, path }: { readonly library: Library; readonly clinic: string; readonly path: string },
): void {
  const found = db
    .prepare('SELECT id FROM document WHERE library = ? AND clinic = ? AND path = ?')
    .get(library, clinic, path);
  if (found === undefined) return;
  const document = Number(found.id);
  for (const sql of [
    'DELETE FROM passage_fts WHERE rowid IN (SELECT id FROM passage WHERE document = ?)',
    'DELETE FROM vector WHERE passage IN (SELECT id FROM passage WHERE document = ?)',
    'DELETE FROM support WHERE passage IN (SELECT id FROM passage WHERE document = ?)',
    'DELETE FROM passage WHERE document = ?',
    'DELETE FROM document WHERE id = ?',
  ]) {
    db.prepare(sql).run(document);
  }
}

/** Little-endian 32-bit floats, as the exact scan reads them back. */
function blobOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
