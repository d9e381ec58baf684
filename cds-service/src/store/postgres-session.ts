import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** How the parts of the store speak to the database. */
export interface Postgres {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
  /** Runs the job in one transaction: all of it is on disk when the promise resolves, or nothing is. */
  transaction<T>(job: (client: PoolClient) => Promise<T>): Promise<T>;
}

/** One statement, or a transaction, on a connection of the pool. */
export function createSession(pool: Pool): Postgres {
  return {
    query: (text, values = []) => pool.query(text, [...values]),
    async transaction(job) {
      const client = await pool.connect();
      let isBroken = false;
      try {
        await client.query('BEGIN');
        const result = await job(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          isBroken = true;
        });
        throw error;
      } finally {
        client.release(isBroken);
      }
    },
  };
}
