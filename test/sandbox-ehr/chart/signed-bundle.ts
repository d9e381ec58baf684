import { FULL_ACCESS } from '../fhir/access.ts';
import type { AnyResource } from '../fhir/fhir-error.ts';
import type { FhirServer } from '../fhir/interactions.ts';
import type { Stored } from '../fhir/repository.ts';
import { find } from './read-chart.ts';

/**
 * A signed impression with every Provenance that points to it, as one Bundle for `npm run verify`.
 * Undefined when this patient has no such impression.
 */
export function signedBundle(server: FhirServer, patient: string, id: string): AnyResource | undefined {
  const { repository } = server;
  const own = find<Stored>(
    server,
    `ClinicalImpression?patient=${encodeURIComponent(patient)}&_id=${encodeURIComponent(id)}`,
  );
  const impression = own.kind === 'read' ? own.items[0] : undefined;
  if (!impression) return undefined;
  const bundle = server.handle({
    method: 'GET',
    url: `Provenance?target=ClinicalImpression/${impression.id}`,
    headers: {},
    access: FULL_ACCESS,
  }).body as { entry?: { resource: Stored }[] };
  const provenances = (bundle.entry ?? []).map(({ resource }) => resource);
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [impression, ...provenances].map((resource) => ({
      fullUrl: `${repository.fhirUrl}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}
