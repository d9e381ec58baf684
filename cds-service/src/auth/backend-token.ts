import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { fetchJson } from './fetch-json.ts';

/** Seconds an assertion is good for. At most five minutes (SM-48). */
const ASSERTION_SECONDS = 240;

const discoverySchema = z.object({ token_endpoint: z.string() });
const tokenSchema = z.object({ access_token: z.string().min(1) });

/** Who asks an authorization server for itself, without a user. `key` is the private JWK whose public part is registered. */
export interface BackendClient {
  readonly clientId: string;
  readonly key: JWK;
}

/**
 * An access token of SMART Backend Services, for data outside of any hook or launch (SM-47).
 *
 * The secret never travels: a signed assertion proves who asks. The token endpoint is the one that the FHIR server
 * names; relative addresses are resolved against its base.
 *
 * @param scope - `system/` scopes only.
 * @throws Error when the server publishes no token endpoint or gives no token; the answer's text is not repeated.
 */
export async function fetchBackendToken(
  fhirServer: string,
  client: BackendClient,
  scope: string,
): Promise<string> {
  const base = `${fhirServer.replace(/\/+$/, '')}/`;
  const found = discoverySchema.safeParse(await fetchJson(`${base}.well-known/smart-configuration`));
  if (!found.success) throw new Error('The FHIR server publishes no token endpoint.');
  const endpoint = new URL(found.data.token_endpoint, base).href;
  const response = await fetch(endpoint, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(client, endpoint),
    }),
  });
  const given = tokenSchema.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !given.success)
    throw new Error(`The token endpoint gave no token (HTTP ${response.status}).`);
  return given.data.access_token;
}

/** The JWT that says who asks: once, to this endpoint, now (SM-48). */
async function assertion({ clientId, key }: BackendClient, endpoint: string): Promise<string> {
  const alg = algorithmOf(key);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg, typ: 'JWT', ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(endpoint)
    .setIssuedAt(now)
    .setExpirationTime(now + ASSERTION_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(key, alg));
}

function algorithmOf({ kty, crv }: JWK): 'RS384' | 'ES384' {
  if (kty === 'RSA') return 'RS384';
  if (kty === 'EC' && crv === 'P-384') return 'ES384';
  throw new Error('The key of a backend client is RSA, or EC on P-384.');
}
