import type { Priority } from '#terminology/priority.ts';

/**
 * What a condition means for triage, in the four questions of the Emergency Severity Index v5.
 *
 * Written by hand for each condition from the guidelines, never taken from the engine that is measured.
 */
export interface Facts {
  /** A: needs a life-saving intervention now, or a row of the red-flag catalogue with the floor Critical. */
  readonly lifeSaving?: true;
  /** B: a situation that cannot wait (a catalogue row with the floor High). */
  readonly highRisk?: true;
  /** B: newly confused, lethargic or disoriented. */
  readonly newlyConfused?: true;
  /** B: severe pain or distress that needs relief now; a pain score alone is not enough. */
  readonly severeDistress?: true;
  /** C: kinds of resource expected: none (0), one (1), two or more (2). */
  readonly resources: 0 | 1 | 2;
  /** D: vital signs in the danger zone of the age. */
  readonly dangerVitals?: true;
}

/** The rule of construction: the facts of a case fix its wanted priority (ESI 1, 2, 3, and 4 to 5). */
export function goldOf(facts: Facts): Priority {
  if (facts.lifeSaving) return 'critical';
  if (facts.highRisk || facts.newlyConfused || facts.severeDistress) return 'high';
  if (facts.resources < 2) return 'low';
  return facts.dangerVitals ? 'high' : 'medium';
}
