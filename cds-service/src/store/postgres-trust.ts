import { EXPIRED_HANDLES_KEPT_MS, type SessionRecord, type Store } from './contract.ts';
import type { Postgres } from './postgres-session.ts';

type TrustStore = Pick<Store, 'burnTokenId' | 'saveSession' | 'findSession' | 'sweep'>;

/** Token ids and sessions, and the end of what expires, in PostgreSQL. */
export function postgresTrust(db: Postgres): TrustStore {
  return {
    async burnTokenId({ client, jti, expires, now }) {
      // One statement, so that of two instances that ask at the same moment one is refused.
      const { rowCount } = await db.query(
        `INSERT INTO token_ids (client, jti, expires) VALUES ($1, $2, $3)
         ON CONFLICT (client, jti) DO UPDATE SET expires = excluded.expires WHERE token_ids.expires <= $4`,
        [client, jti, expires, now],
      );
      return rowCount === 1;
    },

    async saveSession(tokenHash, record) {
      await db.query('INSERT INTO sessions (token_hash, record, expires) VALUES ($1, $2, $3)', [
        tokenHash,
        JSON.stringify(record),
        record.expires,
      ]);
    },

    async findSession(tokenHash, now) {
      const { rows } = await db.query<{ record: string }>(
        'SELECT record FROM sessions WHERE token_hash = $1 AND expires > $2',
        [tokenHash, now],
      );
      return rows[0] && (JSON.parse(rows[0].record) as SessionRecord);
    },

    async sweep(now) {
      await db.query('DELETE FROM token_ids WHERE expires <= $1', [now]);
      await db.query('DELETE FROM sessions WHERE expires <= $1', [now]);
      await db.query('DELETE FROM handles WHERE expires <= $1', [now - EXPIRED_HANDLES_KEPT_MS]);
    },
  };
}
