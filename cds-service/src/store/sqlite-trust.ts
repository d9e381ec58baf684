import type { DatabaseSync } from 'node:sqlite';
import { EXPIRED_HANDLES_KEPT_MS, type SessionRecord, type Store } from './contract.ts';
import type { Writer } from './group-commit.ts';

type TrustStore = Pick<Store, 'burnTokenId' | 'saveSession' | 'findSession' | 'sweep'>;

/** Token ids and sessions, and the end of what expires, in SQLite. */
export function sqliteTrust(db: DatabaseSync, { write }: Writer): TrustStore {
  const forget = db.prepare('DELETE FROM token_ids WHERE client = ? AND jti = ? AND expires <= ?');
  const remember = db.prepare(
    'INSERT INTO token_ids (client, jti, expires) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const insertSession = db.prepare('INSERT INTO sessions (token_hash, record, expires) VALUES (?, ?, ?)');
  const session = db.prepare('SELECT record FROM sessions WHERE token_hash = ? AND expires > ?');
  const sweepTokenIds = db.prepare('DELETE FROM token_ids WHERE expires <= ?');
  const sweepSessions = db.prepare('DELETE FROM sessions WHERE expires <= ?');
  const sweepHandles = db.prepare('DELETE FROM handles WHERE expires <= ?');

  return {
    burnTokenId: ({ client, jti, expires, now }) =>
      write(() => {
        forget.run(client, jti, now);
        return Number(remember.run(client, jti, expires).changes) === 1;
      }),

    saveSession: (tokenHash, record) =>
      write(() => {
        insertSession.run(tokenHash, JSON.stringify(record), record.expires);
      }),

    findSession: async (tokenHash, now) => {
      const row = session.get(tokenHash, now) as { record: string } | undefined;
      return row && (JSON.parse(row.record) as SessionRecord);
    },

    sweep: (now) =>
      write(() => {
        sweepTokenIds.run(now);
        sweepSessions.run(now);
        sweepHandles.run(now - EXPIRED_HANDLES_KEPT_MS);
      }),
  };
}
