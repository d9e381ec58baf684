import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Database } from '../fhir/database.ts';

/**
 * Keeps what oidc-provider must remember (sessions, grants, codes, tokens) in the sandbox's database, so that a
 * restart ends no session and no refresh token.
 *
 * `Client` is answered from the registry instead: redirect addresses change with the service's port.
 */
export function stateAdapter(
  db: Database,
  options: { now: () => Date; client: (id: string) => AdapterPayload | undefined },
): (model: string) => Adapter {
  const { now } = options;
  const seconds = () => Math.floor(now().getTime() / 1000);
  const parse = (row: { payload: string; consumed: number | null } | undefined): AdapterPayload | undefined =>
    row && { ...JSON.parse(row.payload), ...(row.consumed ? { consumed: row.consumed } : {}) };

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      db.run(
        `INSERT INTO authorization_state (model, id, payload, expires, consumed, grant_id, uid)
         VALUES (?, ?, ?, ?, NULL, ?, ?)
         ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, expires = excluded.expires,
           grant_id = excluded.grant_id, uid = excluded.uid`,
        model,
        id,
        JSON.stringify(payload),
        expiresIn ? seconds() + expiresIn : null,
        payload.grantId ?? null,
        payload.uid ?? null,
      );
    },
    async find(id) {
      if (model === 'Client') return options.client(id);
      return parse(
        db.get(
          'SELECT payload, consumed FROM authorization_state WHERE model = ? AND id = ? AND (expires IS NULL OR expires > ?)',
          model,
          id,
          seconds(),
        ),
      );
    },
    async findByUid(uid) {
      return parse(
        db.get(
          'SELECT payload, consumed FROM authorization_state WHERE model = ? AND uid = ? AND (expires IS NULL OR expires > ?)',
          model,
          uid,
          seconds(),
        ),
      );
    },
    async findByUserCode() {
      return undefined;
    },
    async consume(id) {
      db.run('UPDATE authorization_state SET consumed = ? WHERE model = ? AND id = ?', seconds(), model, id);
    },
    async destroy(id) {
      db.run('DELETE FROM authorization_state WHERE model = ? AND id = ?', model, id);
    },
    async revokeByGrantId(grantId) {
      db.run('DELETE FROM authorization_state WHERE model = ? AND grant_id = ?', model, grantId);
    },
  });
}
