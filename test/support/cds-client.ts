import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** A CDS client of tests: its key, and tokens as a real EHR would sign them. */
export interface TestClient {
  readonly iss: string;
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly privateKey: CryptoKey;
  /** A token for one call to `aud`; say what is different in `changes`. A claim of `undefined` is left out. */
  token(aud: string | readonly string[], changes?: TokenChanges): Promise<string>;
}

export interface TokenChanges {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

export async function createTestClient(iss: string, alg = 'ES384', kid = 'key+1/='): Promise<TestClient> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
  return {
    iss,
    kid,
    publicJwk,
    privateKey,
    token(aud, { header = {}, claims = {}, key = privateKey } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss, aud, iat: now, exp: now + 300, jti: randomUUID(), ...claims };
      return new SignJWT(defined(all))
        .setProtectedHeader(defined({ alg, kid, typ: 'JWT', ...header }) as { alg: string })
        .sign(key);
    },
  };
}

function defined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
