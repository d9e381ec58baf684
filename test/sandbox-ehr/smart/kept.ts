import type { JWK } from 'jose';
import { exportJWK, generateKeyPair } from 'jose';
import type { Database } from '../fhir/database.ts';

/** A small value by name that outlives the process: keys, the day of the last seeding. */
export function readKept<T>(db: Database, name: string): T | undefined {
  const row = db.get<{ value: string }>('SELECT value FROM kept WHERE name = ?', name);
  return row && (JSON.parse(row.value) as T);
}

export function keep(db: Database, name: string, value: unknown): void {
  db.run(
    'INSERT INTO kept VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  );
}

/** A private signing key, made at first use and the same ever after. */
export async function signingKey(db: Database, alg: 'RS256' | 'ES384'): Promise<JWK> {
  const name = `key-${alg}`;
  const known = readKept<JWK>(db, name);
  if (known) return known;
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg, use: 'sig' };
  keep(db, name, key);
  return key;
}

/** A random secret, made at first use and the same ever after. */
export function secret(db: Database, name: string): string {
  const known = readKept<string>(db, name);
  if (known !== undefined) return known;
  const made = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  keep(db, name, made);
  return made;
}

/** The public part of a private JWK. */
export function publicPart({ kty, crv, x, y, n, e, kid, alg, use }: JWK): JWK {
  return JSON.parse(JSON.stringify({ kty, crv, x, y, n, e, kid, alg, use })) as JWK;
}
