import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { CompactSign, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { SIGNING_ALGORITHM, type SigningKey } from './signing-key.ts';

/** What the signature says besides its value: protected by it, so none of it can be exchanged. */
export interface SignatureClaims {
  /** Reference of the person who signed. */
  readonly signer: string;
  /** ISO instant. */
  readonly when: string;
  /** SHA-256 of the readable text, which servers may drop but nobody may change. */
  readonly narrative?: string;
}

const headerSchema = z.object({
  alg: z.literal(SIGNING_ALGORITHM),
  kid: z.string(),
  signer: z.string(),
  when: z.string(),
  narrative: z.string().optional(),
  sha256: z.string(),
});

/** What a detached JWS says when it is asked about a content. */
export type JwsFinding =
  | { readonly state: 'valid'; readonly claims: SignatureClaims; readonly kid: string }
  /** The signature names other content: the resource was changed since. */
  | { readonly state: 'changed' }
  | { readonly state: 'unknown-key'; readonly kid: string }
  | { readonly state: 'forged' }
  | { readonly state: 'malformed' };

/**
 * Signs the canonical JSON (RFC 8785) of a value as a JWS without its payload (RFC 7515 appendix F).
 *
 * The protected header carries the signer, the time and the SHA-256 of the content, so that a changed content and a
 * changed signature can be told apart.
 *
 * @returns Compact form with an empty middle: `header..signature`.
 */
export async function signDetached(
  content: unknown,
  claims: SignatureClaims,
  { kid, privateKey }: SigningKey,
): Promise<string> {
  const bytes = canonicalBytes(content);
  const jws = await new CompactSign(bytes)
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid, typ: 'JOSE', ...claims, sha256: sha256Of(bytes) })
    .sign(privateKey);
  const [header, , signature] = jws.split('.');
  return `${header}..${signature}`;
}

/** Checks a detached JWS against a value and a set of public keys. */
export async function verifyDetached(
  content: unknown,
  jws: string,
  keys: readonly JWK[],
): Promise<JwsFinding> {
  const [encodedHeader, middle, signature, ...rest] = jws.split('.');
  const header = readHeader(jws);
  if (!header || middle !== '' || !signature || rest.length > 0) return { state: 'malformed' };
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return { state: 'unknown-key', kid: header.kid };
  const bytes = canonicalBytes(content);
  const whole = `${encodedHeader}.${Buffer.from(bytes).toString('base64url')}.${signature}`;
  try {
    await compactVerify(whole, await importJWK(key, SIGNING_ALGORITHM), { algorithms: [SIGNING_ALGORITHM] });
    const { signer, when, narrative, kid } = header;
    const claims = narrative === undefined ? { signer, when } : { signer, when, narrative };
    return { state: 'valid', claims, kid };
  } catch {
    return { state: sha256Of(bytes) === header.sha256 ? 'forged' : 'changed' };
  }
}

/** UTF-8 of the canonical JSON. @throws Error for a lone surrogate or a number that JSON has not. */
function canonicalBytes(content: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalize(content));
}

/** SHA-256 of the canonical JSON, in base64url. */
export function canonicalHash(content: unknown): string {
  return sha256Of(canonicalBytes(content));
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

function readHeader(jws: string): z.infer<typeof headerSchema> | undefined {
  try {
    return headerSchema.safeParse(decodeProtectedHeader(jws)).data;
  } catch {
    return undefined;
  }
}
