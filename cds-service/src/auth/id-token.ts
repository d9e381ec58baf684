import { createHash } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { fits, isAllowedAlgorithm } from './algorithms.ts';
import type { FetchJson } from './fetch-json.ts';
import type { KeySets } from './key-sets.ts';
import type { RegisteredClient } from './registry.ts';

type Smart = NonNullable<RegisteredClient['smart']>;

/** What an id_token proved: a FHIR reference as the EHR wrote it, and the name it gave, if any. */
export interface ProvenUser {
  readonly fhirUser: string;
  readonly name?: string;
}

/** An id_token that proves nothing. `reason` is for the audit log. */
export class IdTokenError extends Error {
  readonly reason:
    | 'malformed'
    | 'algorithm'
    | 'issuer'
    | 'audience'
    | 'expired'
    | 'nonce'
    | 'access-token'
    | 'key'
    | 'signature'
    | 'fhir-user'
    | 'discovery';

  constructor(reason: IdTokenError['reason']) {
    super(`id_token: ${reason}`);
    this.name = 'IdTokenError';
    this.reason = reason;
  }
}

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number().optional(),
  nonce: z.string().optional(),
  at_hash: z.string().optional(),
  fhirUser: z.string().optional(),
  /** What SMART 1 called `fhirUser`. */
  profile: z.string().optional(),
  name: z.string().max(200).optional(),
});

/** Seconds that two clocks may differ. */
const SKEW = 60;

interface IdTokenInput {
  readonly idToken: string;
  /** Bound to the id_token by `at_hash` where the server sends it. */
  readonly accessToken: string;
  readonly nonce: string | undefined;
}

interface IdTokenDeps {
  readonly keySets: KeySets;
  readonly fetchJson: FetchJson;
  readonly now: () => number;
}

/**
 * Validates an id_token itself, because the signature under an impression rests on who the nurse is (SM-32, SM-33).
 *
 * @throws IdTokenError with the first thing that is wrong.
 */
export async function validateIdToken(
  { idToken, accessToken, nonce }: IdTokenInput,
  smart: Smart,
  { keySets, fetchJson, now }: IdTokenDeps,
): Promise<ProvenUser> {
  const { alg, kid, claims } = readIdToken(idToken);
  const { issuer, jwksUri } = await findIssuer(smart, fetchJson);
  if (trimmed(claims.iss) !== trimmed(issuer)) throw new IdTokenError('issuer');
  const audiences = [claims.aud].flat();
  if (!audiences.includes(smart.clientId)) throw new IdTokenError('audience');
  if (audiences.length > 1 && claims.azp !== smart.clientId) throw new IdTokenError('audience');
  if (claims.exp <= now() / 1000 - SKEW) throw new IdTokenError('expired');
  if (claims.nonce !== nonce) throw new IdTokenError('nonce');
  if (claims.at_hash !== undefined && claims.at_hash !== halfHash(accessToken, alg)) {
    throw new IdTokenError('access-token');
  }
  const keys = (await keySets.find({ url: jwksUri }, kid)).filter((key) => fits(key, alg));
  if (keys.length === 0) throw new IdTokenError('key');
  if (!(await isSignedByOneOf(keys, idToken, alg))) throw new IdTokenError('signature');
  const fhirUser = claims.fhirUser ?? claims.profile;
  if (fhirUser === undefined) throw new IdTokenError('fhir-user');
  return claims.name === undefined ? { fhirUser } : { fhirUser, name: claims.name };
}

function readIdToken(idToken: string): {
  readonly alg: string;
  readonly kid: string | undefined;
  readonly claims: z.infer<typeof claimsSchema>;
} {
  let header: ReturnType<typeof decodeProtectedHeader>;
  let body: unknown;
  try {
    header = decodeProtectedHeader(idToken);
    body = decodeJwt(idToken);
  } catch {
    throw new IdTokenError('malformed');
  }
  if (!isAllowedAlgorithm(header.alg)) throw new IdTokenError('algorithm');
  const claims = claimsSchema.safeParse(body);
  if (!claims.success) throw new IdTokenError('malformed');
  return { alg: header.alg, kid: header.kid, claims: claims.data };
}

const discoverySchema = z.object({
  issuer: z.url({ protocol: /^https?$/ }).optional(),
  jwks_uri: z.url({ protocol: /^https?$/ }).optional(),
});

/** Issuer and keys: as registered, else as the EHR's SMART configuration says, else by OpenID discovery. */
async function findIssuer(
  smart: Smart,
  fetchJson: FetchJson,
): Promise<{ readonly issuer: string; readonly jwksUri: string }> {
  if (smart.issuer && smart.jwksUri) return { issuer: smart.issuer, jwksUri: smart.jwksUri };
  const said = await discover(`${smart.iss}/.well-known/smart-configuration`, fetchJson);
  const issuer = smart.issuer ?? said?.issuer ?? smart.iss;
  const jwksUri = smart.jwksUri ?? said?.jwks_uri;
  if (jwksUri) return { issuer, jwksUri: notWeaker(jwksUri, smart.iss) };
  const openId = await discover(`${trimmed(issuer)}/.well-known/openid-configuration`, fetchJson);
  if (!openId?.jwks_uri || trimmed(openId.issuer ?? '') !== trimmed(issuer)) {
    throw new IdTokenError('discovery');
  }
  return { issuer, jwksUri: notWeaker(openId.jwks_uri, smart.iss) };
}

async function discover(url: string, fetchJson: FetchJson) {
  try {
    return discoverySchema.parse(await fetchJson(url));
  } catch {
    return undefined;
  }
}

/** An EHR on https may not send us to keys that anybody on the way could exchange. */
function notWeaker(url: string, base: string): string {
  if (base.startsWith('https:') && !url.startsWith('https:')) throw new IdTokenError('discovery');
  return url;
}

/** OpenID Connect Core 3.1.3.6: left half of the hash that the token's algorithm uses. */
function halfHash(accessToken: string, alg: string): string {
  const digest = createHash(`sha${alg.slice(2)}`)
    .update(accessToken, 'ascii')
    .digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
}

async function isSignedByOneOf(keys: readonly JWK[], token: string, alg: string): Promise<boolean> {
  for (const key of keys) {
    try {
      await compactVerify(token, await importJWK(key, alg), { algorithms: [alg] });
      return true;
    } catch {
      // Without `kid` every suitable key is tried (SM-34).
    }
  }
  return false;
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}
