import { DatabaseSync } from 'node:sqlite';
import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { EmbedderInfo } from '#models/contract.ts';

/** Raised whenever tables, tokenizer or the text that is embedded change. */
export const INDEX_VERSION = '1';

/** The same words for index and query: Porter stems of Unicode words without accents. */
export const TOKENIZER = 'porter unicode61 remove_diacritics 2';

/** How much a word counts in title, text and aliases, in this order. */
export const FIELD_WEIGHTS = [3, 1, 1.5] as const;

export type IndexErrorCode = 'index-missing' | 'index-version' | 'embedder-mismatch' | 'index-broken';

/** The index cannot be used as it is; the message says what to do. */
export class IndexError extends Error {
  readonly code: IndexErrorCode;

  constructor(code: IndexErrorCode, message: string) {
    super(message);
    this.name = 'IndexError';
    this.code = code;
  }
}

// Row ids are never used twice (AUTOINCREMENT): a reader sees what changed by comparing ids alone.
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    library TEXT NOT NULL,
    clinic TEXT NOT NULL,
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (library, clinic, path)
  );
  CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (id),
    clinic TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX passage_document ON passage (document);
  CREATE TABLE vector (passage INTEGER NOT NULL, role TEXT NOT NULL, text_hash TEXT NOT NULL, data BLOB NOT NULL);
  CREATE INDEX vector_passage ON vector (passage);
  CREATE TABLE support (rule TEXT NOT NULL, passage INTEGER NOT NULL, PRIMARY KEY (rule, passage)) WITHOUT ROWID;
  CREATE INDEX support_passage ON support (passage);
  CREATE VIRTUAL TABLE passage_fts USING fts5 (
    title, text, aliases, content = '', contentless_delete = 1, tokenize = '${TOKENIZER}'
  );
  CREATE VIRTUAL TABLE passage_terms USING fts5vocab (passage_fts, row);
`;

/** Opens the index for writing and creates its tables when it is new. WAL: readers go on meanwhile. */
export function openForWriting(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 10_000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  if (!hasTables(db)) inTransaction(db, () => createTables(db));
  return db;
}

/** Creates every table of this version; the caller owns the transaction. */
export function createTables(db: DatabaseSync): void {
  db.exec(TABLES);
  writeMeta(db, 'index-version', INDEX_VERSION);
}

/** Drops every table, whichever version made them; the caller owns the transaction. */
export function dropTables(db: DatabaseSync): void {
  for (const name of ['passage_terms', 'passage_fts', 'support', 'vector', 'passage', 'document', 'meta']) {
    db.exec(`DROP TABLE IF EXISTS ${name}`);
  }
}

/** The highest row id that a passage ever had; 0 when there was none. */
export function newestPassage(db: DatabaseSync): number {
  return Number(
    db.prepare(`SELECT max(seq) AS newest FROM sqlite_sequence WHERE name = 'passage'`).get()?.newest ?? 0,
  );
}

/** Makes new tables count on from an earlier row id, so that a reader never takes a new passage for an old one. */
export function neverReuse(db: DatabaseSync, newest: number): void {
  db.prepare(`INSERT INTO sqlite_sequence (name, seq) VALUES ('passage', ?)`).run(newest);
}

/** Runs `work` in one write transaction; rolls back when it throws. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** True when the file already holds an index, of whatever version. */
export function hasTables(db: DatabaseSync): boolean {
  return (
    db.prepare(`SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = 'meta'`).get() !==
    undefined
  );
}

/** A value of the index's own notes; undefined when it was never written. */
export function readMeta(db: DatabaseSync, key: string): string | undefined {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key);
  return row === undefined ? undefined : String(row.value);
}

export function writeMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  );
}

/** The embedder as the index remembers it; `none` when there was none. The provider does not change vectors. */
export function embedderKey(info: EmbedderInfo | Unavailable): string {
  return isUnavailable(info) ? 'none' : `${info.name}@${info.version}/${info.dimensions}`;
}
