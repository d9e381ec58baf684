import type { DatabaseSync } from 'node:sqlite';

interface Job {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Writes that wait for the disk together. */
export interface Writer {
  /** Resolves with what `job` returned once it is on disk. A job that throws changes nothing and rejects alone. */
  write<T>(job: () => T): Promise<T>;
  /** Commits what waits. Call before closing the database. */
  flush(): void;
}

/**
 * Gathers the writes of one turn of the event loop into one transaction.
 *
 * Full synchronisation waits for the disk at each commit; ten callers at once then wait once, not ten times.
 */
export function createWriter(db: DatabaseSync): Writer {
  let waiting: Job[] = [];

  const flush = () => {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    const settled: (() => void)[] = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const job of jobs) settled.push(attempt(db, job));
      db.exec('COMMIT');
    } catch (error) {
      for (const { reject } of jobs) reject(error);
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
      return;
    }
    for (const settle of settled) settle();
  };

  return {
    write: <T>(run: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
      }),
    flush,
  };
}

function attempt(db: DatabaseSync, { run, resolve, reject }: Job): () => void {
  db.exec('SAVEPOINT job');
  try {
    const value = run();
    db.exec('RELEASE job');
    return () => resolve(value);
  } catch (error) {
    db.exec('ROLLBACK TO job; RELEASE job');
    return () => reject(error);
  }
}
