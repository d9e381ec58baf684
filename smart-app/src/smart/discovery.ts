import { z } from 'zod';
import { Problem } from './problem.ts';

const discoverySchema = z.object({
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  issuer: z.string().optional(),
  jwks_uri: z.string().optional(),
  capabilities: z.array(z.string()).default([]),
  code_challenge_methods_supported: z.array(z.string()).default([]),
});

/** What an EHR says of its authorization server. All addresses are absolute. */
export type Discovery = z.infer<typeof discoverySchema>;

/**
 * Reads `{iss}/.well-known/smart-configuration` (SM-03).
 *
 * Relative endpoints are resolved against the FHIR base; whatever content type the answer claims, it is JSON.
 */
export async function discover(iss: string, fetcher: typeof fetch = fetch): Promise<Discovery> {
  const base = iss.endsWith('/') ? iss : `${iss}/`;
  const answer = await fetcher(`${base}.well-known/smart-configuration`, {
    headers: { accept: 'application/json' },
  }).catch((cause) => {
    throw new Problem('server-unreachable', { cause });
  });
  if (!answer.ok) throw new Problem('server-unreachable', { status: answer.status });
  const parsed = discoverySchema.safeParse(await answer.json().catch(() => undefined));
  if (!parsed.success) throw new Problem('server-unsuitable', { detail: 'no usable smart-configuration' });
  const absolute = (url: string) => new URL(url, base).href;
  const { jwks_uri, ...rest } = parsed.data;
  return {
    ...rest,
    authorization_endpoint: absolute(rest.authorization_endpoint),
    token_endpoint: absolute(rest.token_endpoint),
    ...(jwks_uri === undefined ? {} : { jwks_uri: absolute(jwks_uri) }),
  };
}

/**
 * Stops at a server on which a safe launch is impossible (SM-04, SM-08).
 *
 * `launch-ehr` and `context-ehr-patient` are only asked for in an EHR launch.
 */
export function checkDiscovery(found: Discovery, launched: 'by-ehr' | 'standalone'): void {
  if (!found.code_challenge_methods_supported.includes('S256')) {
    throw new Problem('server-unsuitable', { detail: 'PKCE with S256 is not supported' });
  }
  const needed = launched === 'by-ehr' ? ['launch-ehr', 'context-ehr-patient'] : [];
  const lacking = needed.filter((capability) => !found.capabilities.includes(capability));
  if (lacking.length > 0) throw new Problem('server-unsuitable', { detail: `lacks ${lacking.join(', ')}` });
}
