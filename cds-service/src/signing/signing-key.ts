import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import { z } from 'zod';
import { readOrCreateSecret } from './secret-file.ts';

/** ES256: understood by every JOSE library and cheap to check. */
export const SIGNING_ALGORITHM = 'ES256';

/** The key that signs, and all public keys that ever did, the newest first. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwks: JSONWebKeySet;
}

const keySchema = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string().optional(),
});

const fileSchema = z.object({ keys: z.array(keySchema).min(1) });

/**
 * Opens the signing key, and makes it at first start.
 *
 * The file is a JWK Set. The first key signs; others need no private part and stay published, so that what they
 * signed can still be verified after a rotation.
 *
 * @throws Error when the file is damaged or others may read it: signing with another key would orphan all signatures.
 */
export async function openSigningKey(file: string): Promise<SigningKey> {
  const text = await readOrCreateSecret(file, createKeyFile);
  const parsed = fileSchema.safeParse(JSON.parse(text));
  const first = parsed.data?.keys[0];
  if (!parsed.success || first?.d === undefined) throw new Error(`${file} is not a signing key`);
  return {
    kid: first.kid,
    privateKey: (await importJWK(first as JWK, SIGNING_ALGORITHM)) as CryptoKey,
    jwks: { keys: parsed.data.keys.map(publicPart) },
  };
}

/** The public part of a key file's content. @throws Error when it is not one. */
export function publicKeysOf(content: unknown): JSONWebKeySet {
  return { keys: fileSchema.parse(content).keys.map(publicPart) };
}

async function createKeyFile(): Promise<string> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return JSON.stringify({ keys: [{ ...jwk, kid, alg: SIGNING_ALGORITHM, use: 'sig' }] });
}

function publicPart({ kty, crv, x, y, kid }: z.infer<typeof keySchema>): JWK {
  return { kty, crv, x, y, kid, alg: SIGNING_ALGORITHM, use: 'sig' };
}
