import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from './contract.ts';
import { createWriter } from './group-commit.ts';
import { migrate } from './migrations.ts';
import { auditAppender, sqliteAudit } from './sqlite-audit.ts';
import { sqliteFeedback } from './sqlite-feedback.ts';
import { sqliteProposals } from './sqlite-proposals.ts';
import { sqliteTrust } from './sqlite-trust.ts';

/**
 * Opens the store in one SQLite file and creates what is missing.
 *
 * Write-ahead log with full synchronisation: what a promise acknowledged survives `kill -9` and power loss. The file
 * holds proposals about patients, so only its owner may read it.
 *
 * @throws Error when the file cannot be written or belongs to a newer release.
 */
export function openSqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file, { timeout: 5000 });
  chmodSync(file, 0o600);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  migrate(db);
  const writer = createWriter(db);
  const append = auditAppender(db);
  return {
    ...sqliteProposals(db, writer, append),
    ...sqliteFeedback(db, writer),
    ...sqliteAudit(db, writer, append),
    ...sqliteTrust(db, writer),
    // An empty write transaction takes the write lock, so it fails on a full or read-only disk as a write would.
    check: () => writer.write(() => undefined),
    close: async () => {
      writer.flush();
      db.close();
    },
  };
}
