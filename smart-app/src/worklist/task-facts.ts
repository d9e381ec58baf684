import type { Task } from 'fhir/r4';
import { SYSTEMS } from '#terminology/coding.ts';

/** The code of one of our Tasks; undefined for a Task of another system. */
export function codeOf(task: Task): string | undefined {
  return task.code?.coding?.find(({ system }) => system === SYSTEMS.taskCode)?.code;
}

/** Minutes from an instant to now, negative for the future; undefined without an instant. */
export function minutesFrom(at: string | undefined, now: Date): number | undefined {
  return at === undefined ? undefined : Math.round((now.getTime() - Date.parse(at)) / 60_000);
}
