import type { Assessment } from '#fhir-mappers/assessment.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';

/** What a new proposal changed, for one spoken sentence and a mark on the screen. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  readonly was: Priority;
  readonly now: Priority;
  /** The reason that stands first now, when the level changed. */
  readonly because: string | undefined;
}

/** Compares two proposals for the same patient. */
export function compare(before: Assessment, now: Assessment): Change {
  const step = rankOf(now.priority) - rankOf(before.priority);
  return {
    direction: step > 0 ? 'up' : step < 0 ? 'down' : 'same',
    was: before.priority,
    now: now.priority,
    because: step === 0 ? undefined : now.reasons[0]?.text,
  };
}
