import { z } from 'zod';

/** A resource with a Provenance that carries a signature about it. */
export interface SignedPair {
  /** For people: `ClinicalImpression/1`, or the `fullUrl` of a resource that has no id yet. */
  readonly name: string;
  readonly resource: unknown;
  readonly provenance: unknown;
  readonly fullUrl?: string;
}

/** A nurse's Provenance also names the Tasks that follow; her signature is over the conclusion. */
export function isSignedType({ resourceType }: { readonly resourceType: string }): boolean {
  return resourceType === 'ClinicalImpression' || resourceType === 'DocumentReference';
}

const entrySchema = z.object({
  fullUrl: z.string().optional(),
  resource: z.looseObject({ resourceType: z.string(), id: z.string().optional() }),
});

const bundleSchema = z.object({ resourceType: z.literal('Bundle'), entry: z.array(z.unknown()) });

const provenanceSchema = z.object({
  target: z.array(z.object({ reference: z.string() })),
  signature: z.array(z.looseObject({})).min(1),
});

type Entry = z.infer<typeof entrySchema>;

/**
 * Every signed resource of a Bundle (transaction, collection or searchset), with the Provenance that signs it.
 *
 * @returns Empty when it is no Bundle or nothing in it is signed. A Provenance whose target is not in the Bundle is
 *   left out.
 */
export function findSignedPairs(bundle: unknown): readonly SignedPair[] {
  const parsed = bundleSchema.safeParse(bundle);
  if (!parsed.success) return [];
  const entries = parsed.data.entry.flatMap((entry) => entrySchema.safeParse(entry).data ?? []);
  return entries
    .filter(({ resource }) => resource.resourceType === 'Provenance')
    .flatMap(({ resource: provenance }) => {
      const said = provenanceSchema.safeParse(provenance).data;
      return (said?.target ?? []).flatMap(({ reference }) => {
        const found = entries.find((entry) => isNamed(entry, reference));
        return found && isSignedType(found.resource) ? [pairOf(found, provenance)] : [];
      });
    });
}

function isNamed({ fullUrl, resource }: Entry, reference: string): boolean {
  const bare = reference.replace(/\/_history\/[^/]+$/, '');
  const name = `${resource.resourceType}/${resource.id}`;
  return bare === fullUrl || (resource.id !== undefined && (bare === name || bare.endsWith(`/${name}`)));
}

function pairOf({ fullUrl, resource }: Entry, provenance: unknown): SignedPair {
  const name =
    resource.id === undefined
      ? (fullUrl ?? resource.resourceType)
      : `${resource.resourceType}/${resource.id}`;
  return fullUrl === undefined ? { name, resource, provenance } : { name, resource, provenance, fullUrl };
}
