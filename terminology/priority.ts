import { type Coding, SYSTEMS } from './coding.ts';

/** The four triage priorities, least urgent first. */
export const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** Rank for comparison: 0 is `low`, 3 is `critical`. */
export function rankOf(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

/** The more urgent of two priorities. */
export function moreUrgent(a: Priority, b: Priority): Priority {
  return rankOf(a) >= rankOf(b) ? a : b;
}

interface PriorityMeaning {
  readonly display: string;
  /** Levels of the Emergency Severity Index and the Canadian scale that it stands for. */
  readonly esi: readonly number[];
  readonly ctas: readonly number[];
  /** Manchester wording. */
  readonly mts: string;
  readonly taskPriority: 'routine' | 'urgent' | 'asap' | 'stat';
  readonly indicator: 'info' | 'warning' | 'critical';
  /** Longest wait before a clinician takes over, minutes. A product default; a clinic may shorten it. */
  readonly withinMinutes: number;
}

/** The one table that maps a priority to every scale it is spoken in. */
export const PRIORITY_MEANING: Readonly<Record<Priority, PriorityMeaning>> = {
  critical: {
    display: 'Critical',
    esi: [1],
    ctas: [1],
    mts: 'immediate',
    taskPriority: 'stat',
    indicator: 'critical',
    withinMinutes: 0,
  },
  high: {
    display: 'High',
    esi: [2],
    ctas: [2],
    mts: 'very urgent',
    taskPriority: 'asap',
    indicator: 'warning',
    withinMinutes: 10,
  },
  medium: {
    display: 'Medium',
    esi: [3],
    ctas: [3],
    mts: 'urgent',
    taskPriority: 'urgent',
    indicator: 'info',
    withinMinutes: 60,
  },
  low: {
    display: 'Low',
    esi: [4, 5],
    ctas: [4, 5],
    mts: 'standard',
    taskPriority: 'routine',
    indicator: 'info',
    withinMinutes: 120,
  },
};

export function priorityCoding(priority: Priority): Coding {
  return { system: SYSTEMS.priority, code: priority, display: PRIORITY_MEANING[priority].display };
}
