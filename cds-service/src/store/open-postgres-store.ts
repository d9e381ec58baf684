import { Pool } from 'pg';
import type { Store } from './contract.ts';
import { postgresAudit } from './postgres-audit.ts';
import { postgresFeedback } from './postgres-feedback.ts';
import { postgresProposals } from './postgres-proposals.ts';
import { migratePostgres } from './postgres-schema.ts';
import { createSession } from './postgres-session.ts';
import { postgresTrust } from './postgres-trust.ts';

/** Connections of one instance. */
const MOST_CONNECTIONS = 16;
/** Milliseconds after which a database that does not answer is an error, not a wait. */
const PATIENCE = 5000;

/**
 * Opens the store in a PostgreSQL database that several instances of the service share, and creates what is missing.
 *
 * What one instance has burnt, stored or signed counts for all. Commits wait for the disk, whatever the server's default.
 *
 * @param url - `postgresql://user:password@host:port/database?sslmode=verify-full`.
 * @throws Error when the database cannot be reached or belongs to a newer release.
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: PATIENCE,
    application_name: 'prescreen',
    options: '-c synchronous_commit=on',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = createSession(pool);
  try {
    await db.transaction(migratePostgres);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    ...postgresProposals(db),
    ...postgresFeedback(db),
    ...postgresAudit(db),
    ...postgresTrust(db),
    // A server that only replays another's log, or is set to read-only, takes no writes.
    check: () =>
      db.transaction(async (client) => {
        const { rows } = await client.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
        if (rows[0]?.transaction_read_only !== 'off') throw new Error('the database takes no writes');
      }),
    close: () => pool.end(),
  };
}
