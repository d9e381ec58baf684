import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { FhirServer } from '../api/fhir.ts';
import type { WriteMode } from '../api/service.ts';
import { Problem } from '../smart/problem.ts';

/**
 * Writes a signed Bundle and returns the references of what now stands in the record, in the Bundle's order.
 *
 * Safe to repeat (SM-43): every create carries `ifNoneExist`, so a second call finds what the first one wrote.
 *
 * @throws Problem when the server refuses; then nothing of this Bundle is left behind (SM-21).
 */
export async function saveRecord(
  server: FhirServer,
  bundle: Bundle,
  mode: WriteMode,
): Promise<readonly string[]> {
  return mode === 'transaction' ? inOneTransaction(server, bundle) : oneByOne(server, bundle);
}

async function inOneTransaction(server: FhirServer, bundle: Bundle): Promise<readonly string[]> {
  const answer = await server.transaction(bundle);
  const references = (answer.entry ?? []).map((entry) => referenceIn(entry));
  if (references.length !== (bundle.entry ?? []).length || references.includes(undefined)) {
    throw new Problem('refused-by-server', { detail: 'the server did not say where everything was kept' });
  }
  return references as string[];
}

function referenceIn({ response, resource }: BundleEntry): string | undefined {
  const match = /([A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(response?.location ?? '');
  return match?.[1] ?? (resource?.id ? `${resource.resourceType}/${resource.id}` : undefined);
}

// Without transactions: create in order, and take back in reverse order what a later failure would leave alone.
// References inside the Bundle are put in as the server gives them; the signed entry stands first and has none.
async function oneByOne(server: FhirServer, bundle: Bundle): Promise<readonly string[]> {
  const written: string[] = [];
  const known = new Map<string, string>();
  try {
    for (const { resource, request, fullUrl } of bundle.entry ?? []) {
      if (!resource) continue;
      const reference = await server.create(withReferences(resource, known), request?.ifNoneExist);
      written.push(reference);
      if (fullUrl) known.set(fullUrl, reference);
    }
  } catch (error) {
    for (const reference of written.toReversed()) await takeBack(server, reference);
    throw error;
  }
  return written;
}

// Few tokens may delete; what may not be deleted is marked as entered in error, where its type can say that.
async function takeBack(server: FhirServer, reference: string): Promise<void> {
  try {
    await server.remove(reference);
  } catch {
    const resource = await server.read<Resource & { status?: string }>(reference).catch(() => undefined);
    if (resource?.status === undefined) return;
    const marked = { ...resource, status: 'entered-in-error' };
    await server.update(marked, resource.meta?.versionId).catch(() => undefined);
  }
}

function withReferences(resource: Resource, known: ReadonlyMap<string, string>): Resource {
  const text = JSON.stringify(resource);
  return JSON.parse(
    text.replace(/"(urn:uuid:[0-9a-f-]+)"/g, (whole, urn) => {
      const reference = known.get(urn);
      return reference === undefined ? whole : JSON.stringify(reference);
    }),
  );
}
