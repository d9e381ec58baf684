import type { Reference } from 'fhir/r4';

/** A reference taken apart. `type` is unknown for `urn:` forms. */
export interface ParsedReference {
  readonly type?: string;
  readonly id: string;
}

const REST = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]+)?$/;
const URN = /^urn:(?:uuid|oid):(.+)$/;

/**
 * Takes a reference apart: relative, absolute, version-specific or `urn:`.
 *
 * @returns `undefined` for contained (`#x`), conditional (`Patient?…`) and unreadable references.
 */
export function parseReference(reference: string | undefined): ParsedReference | undefined {
  if (reference === undefined || reference.length > 2048) return undefined;
  const urn = URN.exec(reference)?.[1];
  if (urn !== undefined) return { id: urn };
  const rest = REST.exec(reference);
  return rest?.[1] && rest[2] ? { type: rest[1], id: rest[2] } : undefined;
}

/**
 * Whether a reference points at a resource; the server's base is not compared, because EHRs are often reached
 * under several names.
 *
 * @returns `undefined` when it says nothing that could be compared: absent, logical only, or contained.
 */
export function pointsTo(reference: Reference | undefined, type: string, id: string): boolean | undefined {
  if (reference?.reference === undefined || reference.reference.startsWith('#')) return undefined;
  const parsed = parseReference(reference.reference);
  return parsed !== undefined && parsed.id === id && (parsed.type === undefined || parsed.type === type);
}

/** Relative reference (`Observation/123`) of a resource, or `undefined` when it has no id. */
export function referenceTo(resource: { resourceType: string; id?: string }): string | undefined {
  return resource.id === undefined ? undefined : `${resource.resourceType}/${resource.id}`;
}
