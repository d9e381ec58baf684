import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { signedContent } from '#fhir-mappers/write-back.ts';
import { canonicalHash, type JwsFinding, verifyDetached } from './detached-jws.ts';

/** What a check of a signed resource found. `reason` is a stable code; `text` is one sentence for people. */
export interface Verification {
  readonly valid: boolean;
  readonly reason:
    | 'valid'
    | 'no-signature'
    | 'malformed'
    | 'unknown-key'
    | 'forged'
    | 'changed'
    | 'narrative-changed'
    | 'other-signer'
    | 'other-time'
    | 'other-target';
  readonly text: string;
  /** Only when valid: what an unproven signature claims is not repeated. */
  readonly signer?: string;
  readonly when?: string;
}

const TEXTS: Readonly<Record<Exclude<Verification['reason'], 'valid'>, string>> = {
  'no-signature': 'There is no signature by this service on this resource.',
  malformed: 'What stands in the signature cannot be read as one.',
  'unknown-key': 'It was signed with a key that is not among the trusted keys.',
  forged: 'The signature was not made with the key that it names.',
  changed: 'The resource was changed after it was signed.',
  'narrative-changed': 'The readable text of the resource was changed after it was signed.',
  'other-signer': 'The Provenance names another signer than the signature itself.',
  'other-time': 'The Provenance names another time than the signature itself.',
  'other-target': 'The Provenance speaks of another resource.',
};

const provenanceSchema = z.object({
  target: z.array(z.object({ reference: z.string().optional() })),
  agent: z.array(z.object({ who: z.object({ reference: z.string().optional() }) })),
  signature: z
    .array(
      z.object({
        sigFormat: z.string().optional(),
        when: z.string(),
        who: z.object({ reference: z.string().optional() }),
        data: z.string().optional(),
      }),
    )
    .optional(),
});

const resourceSchema = z.looseObject({
  resourceType: z.string(),
  id: z.string().optional(),
  text: z.unknown().optional(),
});

/**
 * Checks the nurse's signature on a resource: key, content, signer, time and target.
 *
 * @param fullUrl - Where the resource stands in a Bundle, when its Provenance refers to it so.
 */
export async function verifyResource(
  resource: unknown,
  provenance: unknown,
  { jwks, fullUrl }: { readonly jwks: JSONWebKeySet; readonly fullUrl?: string },
): Promise<Verification> {
  const parsed = provenanceSchema.safeParse(provenance);
  const about = resourceSchema.safeParse(resource);
  const signature = parsed.data?.signature?.find(({ sigFormat }) => sigFormat === 'application/jose');
  if (!parsed.success || !about.success || signature?.data === undefined) return failed('no-signature');
  const finding = await check(about.data, Buffer.from(signature.data, 'base64').toString('utf8'), jwks);
  if (finding.state !== 'valid') return failed(finding.state);

  const { signer, when } = finding.claims;
  const isAgent = parsed.data.agent.some(({ who }) => isSame(who.reference, signer));
  if (!isSame(signature.who.reference, signer) || !isAgent) return failed('other-signer');
  if (Date.parse(signature.when) !== Date.parse(when)) return failed('other-time');
  const { resourceType, id, text } = about.data;
  if (text !== undefined && narrativeHash(text) !== finding.claims.narrative) {
    return failed('narrative-changed');
  }
  const names = [fullUrl, id === undefined ? undefined : `${resourceType}/${id}`];
  const isAbout = parsed.data.target.some(({ reference }) => names.some((name) => isSame(reference, name)));
  if (!isAbout && names.some(Boolean)) return failed('other-target');
  return {
    valid: true,
    reason: 'valid',
    text: `Signed by ${signer} at ${when} and unchanged since.`,
    signer,
    when,
  };
}

async function check(
  resource: { readonly resourceType: string },
  jws: string,
  jwks: JSONWebKeySet,
): Promise<JwsFinding> {
  try {
    return await verifyDetached(signedContent(resource as never), jws, jwks.keys);
  } catch {
    return { state: 'malformed' };
  }
}

/**
 * Hash of a narrative. A generated one is not in the signed content, because servers may drop it; but people read it,
 * so what is there must be what was there.
 */
export function narrativeHash(text: unknown): string {
  return canonicalHash(text);
}

function failed(reason: Exclude<Verification['reason'], 'valid'>): Verification {
  return { valid: false, reason, text: TEXTS[reason] };
}

/** Equal references, whether relative, absolute or with a version: servers rewrite them. */
function isSame(reference: string | undefined, other: string | undefined): boolean {
  return reference !== undefined && other !== undefined && bare(reference) === bare(other);
}

function bare(reference: string): string {
  return /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? reference;
}
