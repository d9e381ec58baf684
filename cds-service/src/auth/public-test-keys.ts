import { calculateJwkThumbprint, type JWK } from 'jose';

/**
 * RFC 7638 thumbprints of keys whose private half is public: whoever signs with them proves nothing (CH-73).
 *
 * The CDS Hooks sandbox's key `44823f3d-0b01-4a6c-a80e-b9d3e8a7226f` (cds-hooks/sandbox, `keys/jwk-keypair.json`).
 */
const PUBLIC_TEST_KEYS: ReadonlySet<string> = new Set(['s9fOe-KDYD1myZ8YCzleUqJQgrYZL49kVijBxhnZvZc']);

/** True when the private half of this key can be had by anybody. */
export async function isPublicTestKey(jwk: JWK): Promise<boolean> {
  return PUBLIC_TEST_KEYS.has(await calculateJwkThumbprint(jwk));
}
