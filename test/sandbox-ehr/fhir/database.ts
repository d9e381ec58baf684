import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS resource (
  rid INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
  updated INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL, UNIQUE (type, id));
CREATE INDEX IF NOT EXISTS resource_updated ON resource (type, deleted, updated);
CREATE TABLE IF NOT EXISTS history (
  rid INTEGER NOT NULL, version INTEGER NOT NULL, updated INTEGER NOT NULL, method TEXT NOT NULL, body TEXT,
  PRIMARY KEY (rid, version));
CREATE TABLE IF NOT EXISTS ix_token (
  pid INTEGER NOT NULL, value TEXT NOT NULL, system TEXT NOT NULL, rid INTEGER NOT NULL,
  PRIMARY KEY (pid, value, system, rid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ix_reference (
  pid INTEGER NOT NULL, target TEXT NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (pid, target, rid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ix_date (
  pid INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, rid INTEGER NOT NULL,
  PRIMARY KEY (pid, low, high, rid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ix_string (
  pid INTEGER NOT NULL, folded TEXT NOT NULL, exact TEXT NOT NULL, rid INTEGER NOT NULL,
  PRIMARY KEY (pid, folded, exact, rid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ix_number (
  pid INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL, rid INTEGER NOT NULL,
  PRIMARY KEY (pid, low, high, rid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ix_uri (
  pid INTEGER NOT NULL, value TEXT NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (pid, value, rid)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ix_quantity (
  pid INTEGER NOT NULL, value REAL NOT NULL, system TEXT NOT NULL, unit TEXT NOT NULL, canonical REAL,
  dimension TEXT, rid INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS ix_quantity_value ON ix_quantity (pid, value);
CREATE INDEX IF NOT EXISTS ix_quantity_canonical ON ix_quantity (pid, dimension, canonical);
CREATE TABLE IF NOT EXISTS ix_compartment (
  patient TEXT NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (patient, rid)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ix_compartment_rid ON ix_compartment (rid);
CREATE TABLE IF NOT EXISTS authorization_state (
  model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expires INTEGER, consumed INTEGER,
  grant_id TEXT, uid TEXT, PRIMARY KEY (model, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS authorization_grant ON authorization_state (grant_id);
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

const INDEX_TABLES = ['token', 'reference', 'date', 'string', 'number', 'uri', 'quantity'] as const;

/** The one database of the sandbox. All access is synchronous: nothing can run inside a transaction's span. */
export interface Database {
  run(sql: string, ...values: SQLInputValue[]): { changes: number; lastInsertRowid: number };
  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined;
  all<T>(sql: string, ...values: SQLInputValue[]): T[];
  /** Runs `work` in one transaction; nested calls join the outer one. A throw rolls everything back. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens (and creates) the database file.
 *
 * WAL with `synchronous=FULL`: a commit is on disk before the client hears of it, so neither `kill -9` nor a
 * power cut loses what was acknowledged.
 */
export function openDatabase(file: string): Database {
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA cache_size=-32000;',
  );
  db.exec(SCHEMA);
  for (const table of INDEX_TABLES)
    db.exec(`CREATE INDEX IF NOT EXISTS ix_${table}_rid ON ix_${table} (rid, pid)`);
  const statements = new Map<string, StatementSync>();
  let depth = 0;

  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size > 500) statements.clear();
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };

  return {
    run(sql, ...values) {
      const { changes, lastInsertRowid } = prepare(sql).run(...values);
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
    },
    get: <T>(sql: string, ...values: SQLInputValue[]) => prepare(sql).get(...values) as T | undefined,
    all: <T>(sql: string, ...values: SQLInputValue[]) => prepare(sql).all(...values) as T[],
    transaction(work) {
      if (depth > 0) return work();
      db.exec('BEGIN IMMEDIATE');
      depth++;
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      } finally {
        depth--;
      }
    },
    close: () => db.close(),
  };
}

/** Index tables by the kind of their rows. */
export const INDEX_KINDS = INDEX_TABLES;
