import type { Provenance, Resource } from 'fhir/r4';
import type { FhirServer } from '../api/fhir.ts';

/** One resource as the server gives it back, or that it could not be read. */
export type ReadBack =
  | { readonly reference: string; readonly state: 'there'; readonly resource: Resource }
  | { readonly reference: string; readonly state: 'not-read' };

/** Reads everything that was written: the answer to "did it really arrive?". */
export async function readBack(
  server: FhirServer,
  references: readonly string[],
): Promise<readonly ReadBack[]> {
  return Promise.all(
    references.map(async (reference): Promise<ReadBack> => {
      const resource = await server.read<Resource>(reference).catch(() => undefined);
      return resource ? { reference, state: 'there', resource } : { reference, state: 'not-read' };
    }),
  );
}

/** The signed Provenance among what was read back: the one with a signature. */
export function signedProvenance(found: readonly ReadBack[]): Provenance | undefined {
  return found
    .flatMap((item) => (item.state === 'there' ? [item.resource] : []))
    .find((resource): resource is Provenance => {
      return resource.resourceType === 'Provenance' && ((resource as Provenance).signature?.length ?? 0) > 0;
    });
}

/** The resource that the signature stands for: the impression, or the note that replaces it. */
export function signedResource(found: readonly ReadBack[]): Resource | undefined {
  return found
    .flatMap((item) => (item.state === 'there' ? [item.resource] : []))
    .find(
      ({ resourceType }) => resourceType === 'ClinicalImpression' || resourceType === 'DocumentReference',
    );
}

/**
 * Whether all of it arrived: everything can be read, and the record kept the signature.
 *
 * Some records take a Provenance and leave out what they do not know (SM-44); the nurse must hear of it now.
 */
export function arrivalOf(found: readonly ReadBack[]): 'whole' | 'partly' | 'unsigned' {
  if (found.some(({ state }) => state === 'not-read')) return 'partly';
  return signedProvenance(found) ? 'whole' : 'unsigned';
}
