import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { Store } from '../store/contract.ts';
import { fits, isAllowedAlgorithm } from './algorithms.ts';
import type { KeySets, KeySource } from './key-sets.ts';
import { isPublicTestKey } from './public-test-keys.ts';
import type { RegisteredClient, Registry } from './registry.ts';

/** Why a call was refused: for the audit log only, the caller gets a bare 401 (CH-70). */
export type RefusalReason =
  | 'no-token'
  | 'malformed'
  | 'typ'
  | 'kid'
  | 'alg'
  | 'claims'
  | 'iss'
  | 'jku'
  | 'aud'
  | 'exp'
  | 'iat'
  | 'lifetime'
  | 'tenant'
  | 'key'
  | 'test-key'
  | 'signature'
  | 'replay';

/** A caller we know, or the reason why not. `client` is undefined where authentication is off. */
export type Authentication =
  | { readonly known: true; readonly client: RegisteredClient | undefined }
  | { readonly known: false; readonly reason: RefusalReason };

/** Checks the `Authorization` header of a call to the URL `audience`. */
export type Authenticate = (authorization: string | undefined, audience: string) => Promise<Authentication>;

interface CdsJwtDeps {
  readonly registry: Registry;
  readonly keySets: KeySets;
  readonly store: Pick<Store, 'burnTokenId'>;
  readonly allowTestKeys: boolean;
  readonly now: () => number;
}

const headerSchema = z.object({
  typ: z.string(),
  kid: z.string().min(1).max(512),
  alg: z.string(),
  jku: z.string().optional(),
});

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  iat: z.number(),
  jti: z.string().min(1).max(256),
  tenant: z.string().optional(),
});

/** Longest token looked at, characters. */
const LONGEST = 8192;
/** Seconds that two clocks may differ (CH-68). */
const SKEW = 60;
/** Longest life of a token, seconds: best practice is under an hour. */
const LONGEST_LIFE = 3600;

/**
 * Authenticates CDS clients by their JWT, as CDS Hooks "Trusting CDS Clients" and its best practices ask.
 *
 * Order: form, then iss, aud, exp, tenant, signature, and last `jti`, so that a token with a wrong signature cannot
 * burn the id of a right one (CH-66, CH-67). Nothing is fetched but a registered `jku`.
 */
export function createCdsAuthenticator(deps: CdsJwtDeps): Authenticate {
  return async (authorization, audience) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (authorization === undefined) return refuse('no-token');
    if (token === undefined || token.length > LONGEST) return refuse('malformed');
    const read = readToken(token);
    if ('reason' in read) return refuse(read.reason);
    const { header, claims } = read;

    const issuers = deps.registry.current().clients.filter(({ iss }) => iss === claims.iss);
    if (issuers.length === 0) return refuse('iss');
    if (![claims.aud].flat().includes(audience)) return refuse('aud');
    const time = refuseByTime(claims, deps.now() / 1000);
    if (time) return refuse(time);
    const client = issuers.find(({ tenant }) => tenant === undefined || tenant === claims.tenant);
    if (!client) return refuse('tenant');
    const signature = await refuseBySignature(token, header, client, deps);
    if (signature) return refuse(signature);

    const first = await deps.store.burnTokenId({
      client: client.name,
      jti: claims.jti,
      expires: (claims.exp + SKEW) * 1000,
      now: deps.now(),
    });
    return first ? { known: true, client } : refuse('replay');
  };
}

type Header = z.infer<typeof headerSchema>;
type Claims = z.infer<typeof claimsSchema>;

function readToken(
  token: string,
): { readonly header: Header; readonly claims: Claims } | { readonly reason: RefusalReason } {
  let rawHeader: unknown;
  let rawClaims: unknown;
  try {
    rawHeader = decodeProtectedHeader(token);
    rawClaims = decodeJwt(token);
  } catch {
    return { reason: 'malformed' };
  }
  const header = headerSchema.safeParse(rawHeader);
  if (!header.success) return { reason: firstOf(header.error, { typ: 'typ', kid: 'kid', alg: 'alg' }) };
  if (header.data.typ.toUpperCase() !== 'JWT') return { reason: 'typ' };
  if (!isAllowedAlgorithm(header.data.alg)) return { reason: 'alg' };
  const claims = claimsSchema.safeParse(rawClaims);
  return claims.success ? { header: header.data, claims: claims.data } : { reason: 'claims' };
}

function firstOf(error: z.ZodError, reasons: Readonly<Record<string, RefusalReason>>): RefusalReason {
  return reasons[String(error.issues[0]?.path[0])] ?? 'malformed';
}

function refuseByTime({ exp, iat }: Claims, now: number): RefusalReason | undefined {
  if (exp <= now - SKEW) return 'exp';
  if (iat > now + SKEW) return 'iat';
  return exp - iat > LONGEST_LIFE ? 'lifetime' : undefined;
}

async function refuseBySignature(
  token: string,
  { kid, alg, jku }: Header,
  client: RegisteredClient,
  { keySets, allowTestKeys }: CdsJwtDeps,
): Promise<RefusalReason | undefined> {
  if (jku !== undefined && jku !== client.jku) return 'jku';
  const sources: KeySource[] = [];
  if (client.jwks) sources.push({ keys: client.jwks.keys as JWK[] });
  if (client.jku) sources.push({ url: client.jku });
  for (const source of sources) {
    const found = await keySets.find(source, kid);
    const jwk = found.find((key) => fits(key, alg));
    if (!jwk) continue;
    if (!allowTestKeys && (await isPublicTestKey(jwk))) return 'test-key';
    try {
      await compactVerify(token, await importJWK(jwk, alg), { algorithms: [alg] });
      return undefined;
    } catch {
      return 'signature';
    }
  }
  return 'key';
}

function refuse(reason: RefusalReason): Authentication {
  return { known: false, reason };
}

/** Lets everybody in. Configuration allows it on loopback only, and start says so each time. */
export const authenticateNobody: Authenticate = async () => ({ known: true, client: undefined });
