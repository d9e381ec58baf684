import type { DatabaseSync } from 'node:sqlite';
import { type AuditEntry, auditRows, CHAIN_START, followChain, hashAuditRow } from './audit-chain.ts';
import type { Store } from './contract.ts';
import type { Writer } from './group-commit.ts';

/** Appends a row inside the transaction of the caller. */
export type AppendAudit = (entry: AuditEntry) => void;

/** Prepares the append, for writes that must stand or fall together with their audit row. */
export function auditAppender(db: DatabaseSync): AppendAudit {
  const last = db.prepare('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO audit (sequence, previous, hash, at, event, actor, assessment, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return (entry) => {
    const head = last.get() as { sequence: number; hash: string } | undefined;
    const sequence = (head?.sequence ?? 0) + 1;
    const previous = head?.hash ?? CHAIN_START;
    insert.run(
      sequence,
      previous,
      hashAuditRow(sequence, previous, entry),
      entry.at,
      entry.event,
      entry.actor ?? null,
      entry.assessment ?? null,
      entry.code ?? null,
    );
  };
}

/** The audit log, in SQLite. */
export function sqliteAudit(
  db: DatabaseSync,
  { write }: Writer,
  append: AppendAudit,
): Pick<Store, 'appendAudit' | 'verifyAudit'> {
  const all = db.prepare('SELECT * FROM audit ORDER BY sequence');
  return {
    appendAudit: (entry) => write(() => append(entry)),
    verifyAudit: async () => followChain(auditRows(all.iterate())),
  };
}
