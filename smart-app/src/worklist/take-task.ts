import type { Task } from 'fhir/r4';
import type { FhirServer } from '../api/fhir.ts';

interface Who {
  readonly reference: string;
  readonly display: string;
}

/**
 * Takes a Task for a person, or gives it back.
 *
 * Optimistic: written with `If-Match` of the version that was seen (SM-42), so that two nurses never both believe
 * to have it, and no lock can stick.
 *
 * @throws Problem `conflict` or `changed-meanwhile` when somebody was faster.
 */
export async function takeTask(server: FhirServer, task: Task, who: Who | undefined): Promise<void> {
  const { owner: _owner, ...rest } = task;
  const next: Task = who
    ? { ...rest, status: 'accepted', owner: { reference: who.reference, display: who.display } }
    : { ...rest, status: 'requested' };
  await server.update({ ...next, lastModified: new Date().toISOString() } as Task, task.meta?.versionId);
}
