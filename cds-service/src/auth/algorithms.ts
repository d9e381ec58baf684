import type { JWK } from 'jose';

/**
 * Signature algorithms a CDS client may use, with the kind of key each needs.
 *
 * ES384 and RS384 are what CDS Hooks recommends; the rest is what clients in the field also send. Symmetric
 * algorithms and `none` are not here and cannot be configured (CH-62).
 */
const ALGORITHMS: Readonly<Record<string, { readonly kty: string; readonly crv?: string }>> = {
  ES384: { kty: 'EC', crv: 'P-384' },
  RS384: { kty: 'RSA' },
  ES256: { kty: 'EC', crv: 'P-256' },
  RS256: { kty: 'RSA' },
  PS256: { kty: 'RSA' },
  PS384: { kty: 'RSA' },
};

export const CDS_ALGORITHMS = Object.keys(ALGORITHMS);

/** True when `alg` is allowed at all. */
export function isAllowedAlgorithm(alg: unknown): alg is string {
  return typeof alg === 'string' && Object.hasOwn(ALGORITHMS, alg);
}

/** True when the key is of the kind that `alg` needs and is not meant for another use. */
export function fits(jwk: JWK, alg: string): boolean {
  const wanted = ALGORITHMS[alg];
  return (
    wanted !== undefined &&
    jwk.kty === wanted.kty &&
    (wanted.crv === undefined || jwk.crv === wanted.crv) &&
    (jwk.alg === undefined || jwk.alg === alg) &&
    (jwk.use === undefined || jwk.use === 'sig')
  );
}
