import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { send } from '../api/request.ts';
import { discover } from '../smart/discovery.ts';
import type { SmartConnection } from '../smart/fhir-client.ts';
import { checkIdToken, type Identity } from '../smart/id-token.ts';
import { Problem } from '../smart/problem.ts';

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const providerSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Who launched the app, proved by a validated `id_token` (SM-32).
 *
 * @throws Problem `identity-invalid` when there is none or it does not hold; the launch then ends.
 */
export async function identify(connection: SmartConnection): Promise<Identity> {
  const { idToken, serverUrl, clientId, nonce } = connection;
  try {
    if (idToken === undefined) throw new Problem('identity-invalid', { detail: 'no id_token' });
    const provider = await providerOf(serverUrl);
    const keys = keySetSchema.parse((await send(provider.jwks_uri)).body) as JSONWebKeySet;
    const expected = { issuer: provider.issuer, clientId, nonce, serverUrl, now: new Date() };
    return await checkIdToken(idToken, keys, expected);
  } catch (error) {
    if (error instanceof Problem && error.code !== 'offline') connection.forget();
    throw error;
  }
}

// Issuer and keys: from the SMART configuration, else from OpenID discovery at the issuer it names.
async function providerOf(serverUrl: string): Promise<z.infer<typeof providerSchema>> {
  const { issuer, jwks_uri } = await discover(serverUrl);
  if (issuer !== undefined && jwks_uri !== undefined) return { issuer, jwks_uri };
  const at = (issuer ?? serverUrl).replace(/\/+$/, '');
  const parsed = providerSchema.safeParse((await send(`${at}/.well-known/openid-configuration`)).body);
  if (!parsed.success) throw new Problem('identity-invalid', { detail: 'the issuer publishes no keys' });
  return parsed.data;
}
