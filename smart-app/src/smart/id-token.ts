import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { Problem } from './problem.ts';

/** Who signs: read from a checked `id_token`. */
export interface Identity {
  /** `Practitioner/1` or `PractitionerRole/1`, relative to the EHR's FHIR base. */
  readonly fhirUser: string;
  readonly name: string | undefined;
  readonly subject: string;
}

interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string | undefined;
  readonly serverUrl: string;
  readonly now: Date;
}

/**
 * Validates the nurse's `id_token` (SM-32, SM-33): signature, issuer, audience, expiry and nonce.
 *
 * fhirclient only decodes it. A header without `kid` is tried with every key of the set (SM-34). The service
 * checks again on its own before it signs; this check stops a forged identity before anything is shown.
 */
export async function checkIdToken(
  token: string,
  keys: JSONWebKeySet,
  expected: Expected,
): Promise<Identity> {
  const payload = await verify(token, keys, expected).catch((cause) => {
    throw new Problem('identity-invalid', { detail: reasonOf(cause), cause });
  });
  if (expected.nonce !== undefined && payload.nonce !== expected.nonce) {
    throw new Problem('identity-invalid', { detail: 'nonce does not match' });
  }
  const claimed = payload.fhirUser ?? payload.profile;
  return {
    fhirUser: signerReference(typeof claimed === 'string' ? claimed : '', expected.serverUrl),
    name: typeof payload.name === 'string' ? payload.name : undefined,
    subject: payload.sub ?? '',
  };
}

async function verify(token: string, keys: JSONWebKeySet, expected: Expected) {
  const options = {
    issuer: expected.issuer,
    audience: expected.clientId,
    currentDate: expected.now,
    clockTolerance: 30,
    requiredClaims: ['exp', 'iat', 'sub'],
    algorithms: ['RS256', 'RS384', 'ES256', 'ES384'],
  };
  try {
    return (await jwtVerify(token, createLocalJWKSet(keys), options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const tried = await jwtVerify(token, key, options).catch(() => undefined);
      if (tried) return tried.payload;
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/**
 * The reference of a person who may sign, made relative (SM-35).
 *
 * @throws Problem `not-a-clinician` for other types and for users of another server.
 */
export function signerReference(claimed: string, serverUrl: string): string {
  const base = `${serverUrl.replace(/\/+$/, '')}/`;
  const relative = claimed.startsWith(base) ? claimed.slice(base.length) : claimed;
  if (!/^(Practitioner|PractitionerRole)\/[A-Za-z0-9\-.]{1,64}$/.test(relative)) {
    throw new Problem('not-a-clinician');
  }
  return relative;
}

function reasonOf(cause: unknown): string {
  return cause instanceof errors.JOSEError ? cause.code : 'unreadable';
}
