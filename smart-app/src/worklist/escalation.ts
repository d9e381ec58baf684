import type { Task } from 'fhir/r4';
import { codeOf, minutesFrom } from './task-facts.ts';

/** A physician was asked and nobody has answered yet. */
export interface Escalation {
  readonly task: Task;
  readonly askedMinutes: number;
  /** Whose turn it is to make sure that somebody comes. */
  readonly step: 'nurse' | 'charge-nurse' | 'physician';
}

// The ladder: until the first limit the nurse who asked watches, then the charge nurse is told, then the physician
// on duty is called by voice. Product defaults, minutes.
const CHARGE_NURSE_AFTER = 5;
const PHYSICIAN_AFTER = 10;

/** The oldest call for a physician that nobody has accepted; undefined when there is none. */
export function escalationOf(tasks: readonly Task[], now: Date): Escalation | undefined {
  const open = tasks
    .filter((task) => codeOf(task) === 'physician-review' && task.status === 'requested')
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
  return { ...open, step };
}
