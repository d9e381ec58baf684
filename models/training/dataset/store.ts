import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Candidate, Source, Split } from './example.ts';

/** Something that was left out, with where and why; never with patient data. */
export interface Problem {
  readonly source: Source;
  readonly where: string;
  readonly why: string;
}

/** A candidate as it lies in the store. */
export interface StoredCandidate {
  readonly id: string;
  readonly source: Source;
  readonly split: Split;
  readonly group: string;
  readonly time: string;
  /** The example as JSON. */
  readonly json: string;
}

/**
 * The work of one build on disk, so that memory stays small and a killed build goes on where it was.
 *
 * Holds the clinic's resources as they came: the folder is closed to others and is taken away when the build is done.
 */
export interface Store {
  readonly db: DatabaseSync;
  mark(name: string): string | undefined;
  setMark(name: string, value: string): void;
  addCandidate(candidate: Candidate): void;
  addProblem(problem: Problem): void;
  problems(): readonly Problem[];
  /** Runs in one transaction: all of it is kept or none. */
  together<T>(work: () => T): T;
  close(): void;
  remove(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS resource (patient TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (patient, type, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS signed (impression TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS problem (source TEXT NOT NULL, place TEXT NOT NULL, why TEXT NOT NULL,
    PRIMARY KEY (source, place, why)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS candidate (id TEXT PRIMARY KEY, source TEXT NOT NULL, split TEXT NOT NULL,
    grp TEXT NOT NULL, time TEXT NOT NULL, rank TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT '', json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS text_seen (place TEXT PRIMARY KEY, before TEXT NOT NULL, after TEXT NOT NULL, kinds TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tally (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
`;

/** Opens or makes the store in a folder; `fingerprint` of configuration and input must be the one it was made for. */
export function openStore(folder: string, fingerprint: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = join(folder, 'work.sqlite');
  let db = connect(file);
  const made = db.prepare('SELECT value FROM mark WHERE name = ?').get('fingerprint') as
    | { value: string }
    | undefined;
  if (made !== undefined && made.value !== fingerprint) {
    db.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    db = connect(file);
  }
  const setMark = db.prepare('INSERT OR REPLACE INTO mark VALUES (?, ?)');
  setMark.run('fingerprint', fingerprint);
  const getMark = db.prepare('SELECT value FROM mark WHERE name = ?');
  const candidate = db.prepare(
    'INSERT OR IGNORE INTO candidate (id, source, split, grp, time, json) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const problem = db.prepare('INSERT OR IGNORE INTO problem VALUES (?, ?, ?)');
  return {
    db,
    mark: (name) => (getMark.get(name) as { value: string } | undefined)?.value,
    setMark: (name, value) => void setMark.run(name, value),
    addCandidate: ({ example, time }) => {
      const { id, source, split, group } = example.metadata;
      candidate.run(id, source, split, group, time, JSON.stringify(example));
    },
    addProblem: ({ source, where, why }) => void problem.run(source, where, why),
    problems: () =>
      db
        .prepare('SELECT source, place AS "where", why FROM problem ORDER BY source, place, why')
        .all() as unknown as Problem[],
    together: (work) => {
      db.exec('BEGIN');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => db.close(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function connect(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;');
  db.exec(SCHEMA);
  return db;
}
