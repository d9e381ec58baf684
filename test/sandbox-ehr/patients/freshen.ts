import type { FhirServer } from '../fhir/interactions.ts';
import { checkResource } from '../fhir/validate.ts';
import { visitId } from './case-context.ts';
import { CASES } from './cases.ts';
import { clinicResources } from './clinic.ts';
import { seedCase, seedVisit } from './seed.ts';

/**
 * Brings the clinic to the present: called at each start, on an empty database and on an old one alike.
 *
 * - A patient without a visit today gets one; an earlier visit that was never finished is finished.
 * - A visit that nobody has started yet moves along with the clock: its times are those of now again.
 * - A visit that a nurse has started, and everything that people wrote, stays as it is.
 *
 * @returns How many visits were made or moved.
 */
export function freshen(server: FhirServer, now: Date): number {
  const { repository } = server;
  return repository.db.transaction(() => {
    let count = 0;
    for (const resource of clinicResources())
      if (repository.rowOf(resource.resourceType, resource.id!) === undefined)
        repository.update(checkResource(resource));
    for (const each of CASES) {
      const isKnown = repository.rowOf('Patient', each.id) !== undefined;
      if (isKnown) finishEarlierVisits(server, { patient: each.id, today: visitId(each.id, now), now });
      if (isKnown && hasStarted(server, visitId(each.id, now))) continue;
      for (const resource of isKnown ? seedVisit(each, now) : seedCase(each, now))
        repository.update(checkResource(resource));
      count++;
    }
    return count;
  });
}

function hasStarted({ repository }: FhirServer, encounterId: string): boolean {
  if (repository.rowOf('Encounter', encounterId) === undefined) return false;
  return repository.read('Encounter', encounterId).status !== 'arrived';
}

function finishEarlierVisits(
  { repository }: FhirServer,
  { patient, today, now }: { patient: string; today: string; now: Date },
): void {
  const rows = repository.db.all<{ id: string }>(
    "SELECT id FROM resource WHERE type = 'Encounter' AND deleted = 0 AND id >= ? AND id < ? AND id <> ?",
    `${patient}-visit-`,
    `${patient}-visit-~`,
    today,
  );
  for (const { id } of rows) {
    const encounter = repository.read('Encounter', id);
    if (encounter.status === 'finished') continue;
    const period = { ...(encounter.period as object), end: now.toISOString() };
    repository.update({ ...encounter, status: 'finished', period });
  }
}
