import type { Encounter, Patient, QuestionnaireResponse, Task } from 'fhir/r4';
import { type Loaded, listOf } from '#fhir-mappers/data-state.ts';
import type { FhirServer } from '../api/fhir.ts';
import { Problem } from '../smart/problem.ts';
import type { DeskData } from './rows.ts';

const OPEN_VISITS = 'status=planned,arrived,triaged,in-progress,onleave&_sort=date&_count=200';
const OPEN_TASKS = 'status=draft,requested,received,accepted,in-progress&_count=200';

/**
 * Reads who is waiting from the record itself, so that the list survives us and shows what others write.
 *
 * @throws Problem when a part could not be read: a list that lacks a part must not look empty.
 */
export async function readDesk(server: FhirServer): Promise<DeskData> {
  const [visits, tasks, forms] = await Promise.all([
    server.search<Encounter>('Encounter', OPEN_VISITS),
    server.search<Task>('Task', OPEN_TASKS),
    server.search<QuestionnaireResponse>('QuestionnaireResponse', '_sort=-authored&_count=200'),
  ]);
  const encounters = whole(visits);
  const ids = [...new Set(encounters.map(({ subject }) => subject?.reference?.replace(/^Patient\//, '')))];
  const known = ids.filter((id): id is string => id !== undefined);
  const patients =
    known.length === 0
      ? []
      : whole(await server.search<Patient>('Patient', `_id=${known.join(',')}&_count=200`));
  // Without the forms the list still stands; it then says that the complaint is not known here.
  return {
    encounters,
    patients,
    tasks: whole(tasks),
    forms: forms.state === 'unavailable' ? undefined : listOf(forms),
  };
}

function whole<T>(loaded: Loaded<readonly T[]>): readonly T[] {
  if (loaded.state === 'unavailable') {
    throw new Problem(loaded.code === 'forbidden' ? 'forbidden' : 'server-failed', { detail: loaded.code });
  }
  return listOf(loaded);
}
