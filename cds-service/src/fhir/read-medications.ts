import type { MedicationRequest, MedicationStatement, Resource } from 'fhir/r4';
import { nameMedicines, unresolvedMedications } from '#fhir-mappers/cds-hooks/name-medicines.ts';
import { type IncludedMedication, readMedicationResource } from '#fhir-mappers/cds-hooks/read-resources.ts';
import { isUnavailable, type Loaded, listOf, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { FhirServer } from './fhir-server.ts';

type Medicine = MedicationRequest | MedicationStatement;

/** More than a patient takes; a list beyond it is not worth the time of a hook. */
const MAX_READS = 20;

/**
 * Reads the Medication resources that medicines only refer to.
 *
 * One read each rather than `_include`, which a prefetched Bundle does not have and not every server takes.
 *
 * @returns What could be read; a medicine without it stays unnamed and becomes a problem in the snapshot.
 */
export async function readMedications(
  server: FhirServer | Unavailable,
  lists: readonly Loaded<readonly Resource[]>[],
  included: readonly IncludedMedication[],
): Promise<readonly IncludedMedication[]> {
  if (isUnavailable(server) || !server.scopeOf('Medication').read) return [];
  const medicines = lists.flatMap((list) => listOf(list) as readonly Medicine[]);
  const references = unresolvedMedications(nameMedicines(medicines, included)).slice(0, MAX_READS);
  const replies = await Promise.all(
    references.map(async (reference) => {
      const reply = await server.get(reference);
      return isUnavailable(reply) ? undefined : readMedicationResource(reply.body, reference);
    }),
  );
  return replies.filter((reply) => reply !== undefined);
}
