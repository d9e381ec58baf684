import type { Task } from 'fhir/r4';
import { codeOf, minutesFrom } from './task-facts.ts';

/** A physician was asked and nobody has answered yet. */
export interface Escalation {
  readonly task: Task;
  readonly askedMinutes: number;
  /** Whose turn it is to make sure that somebody comes. */
  readonly step: 'nurse' | 'charge-nurse' | 'physician';
  /** The patient's own form called, not a nurse. */
  readonly isAlarm: boolean;
}

// The ladder: until the first limit the nurse who asked watches, then the charge nurse is told, then the physician
// on duty is called by voice. Product defaults, minutes.
const CHARGE_NURSE_AFTER = 5;
const PHYSICIAN_AFTER = 10;

const CALLS: ReadonlySet<string> = new Set(['physician-review', 'prescreening-alert']);

/** The oldest call for a physician that nobody has accepted; undefined when there is none. */
export function escalationOf(tasks: readonly Task[], now: Date): Escalation | undefined {
  const open = tasks
    .filter((task) => CALLS.has(codeOf(task) ?? '') && task.status === 'requested')
    .map((task) => ({ task, askedMinutes: minutesFrom(task.authoredOn, now) ?? 0 }))
    .toSorted((a, b) => b.askedMinutes - a.askedMinutes)[0];
  if (!open) return undefined;
  const { askedMinutes } = open;
  const step =
    askedMinutes >= PHYSICIAN_AFTER
      ? 'physician'
      : askedMinutes >= CHARGE_NURSE_AFTER
        ? 'charge-nurse'
        : 'nurse';
  return { ...open, step, isAlarm: codeOf(open.task) === 'prescreening-alert' };
}
