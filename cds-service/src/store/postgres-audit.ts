import type { PoolClient } from 'pg';
import { type AuditEntry, auditRows, CHAIN_START, followChain, hashAuditRow } from './audit-chain.ts';
import type { Store } from './contract.ts';
import type { Postgres } from './postgres-session.ts';

/** Any number, the same in every instance: who holds it may write the next row of the chain. */
const CHAIN_LOCK = 7_236_002;

/** Appends rows inside the transaction of the caller. Instances take turns until their transaction ends. */
export async function appendAuditRows(client: PoolClient, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await client.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
  const { rows } = await client.query<{ sequence: string; hash: string }>(
    'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
  );
  let sequence = Number(rows[0]?.sequence ?? 0);
  let previous = rows[0]?.hash ?? CHAIN_START;
  for (const entry of entries) {
    sequence += 1;
    const hash = hashAuditRow(sequence, previous, entry);
    const { at, event, actor = null, assessment = null, code = null } = entry;
    await client.query(
      `INSERT INTO audit (sequence, previous, hash, at, event, actor, assessment, code)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [sequence, previous, hash, at, event, actor, assessment, code],
    );
    previous = hash;
  }
}

/** The audit log, in PostgreSQL. */
export function postgresAudit(db: Postgres): Pick<Store, 'appendAudit' | 'verifyAudit'> {
  return {
    appendAudit: (entry) => db.transaction((client) => appendAuditRows(client, [entry])),
    verifyAudit: async () => {
      const { rows } = await db.query('SELECT * FROM audit ORDER BY sequence');
      return followChain(auditRows(rows));
    },
  };
}
