import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Review } from '#fhir-mappers/review.ts';
import { PRIORITY_MEANING, type Priority } from '#terminology/priority.ts';
import { differs } from './check-review.ts';
import type { Draft, Handover4 } from './draft.ts';
import { floorAbove } from './floor.ts';

const LINES: readonly (readonly [keyof Handover4, string])[] = [
  ['situation', 'Situation'],
  ['background', 'Background'],
  ['assessment', 'Assessment'],
  ['recommendation', 'Recommendation'],
];

/** The four lines as one text, each with its name; empty lines are left out. */
export function joinLines(lines: Handover4): string {
  return LINES.filter(([line]) => lines[line].trim() !== '')
    .map(([line, name]) => `${name}: ${lines[line].trim()}`)
    .join('\n');
}

/** Minutes until somebody must have taken over: what the nurse set, else what belongs to the level. */
export function minutesFor(draft: Draft, level: Priority): number {
  return draft.withinMinutes ?? PRIORITY_MEANING[level].withinMinutes;
}

/**
 * The review as the service takes it. The draft must have no obstacles (`checkReview`).
 *
 * A reason is only sent when the level differs, a confirmation only when the level is below a floor: what the
 * nurse changed her mind about is not recorded.
 */
export function composeReview(draft: Draft, assessment: Assessment): Review {
  const { priority } = draft;
  if (priority === undefined) throw new TypeError('a review without a level cannot be composed');
  const rule = floorAbove(assessment, priority);
  const name = draft.name.trim();
  return {
    assessmentId: assessment.id,
    priority,
    ...(differs(draft, assessment) && draft.overrideReason ? { overrideReason: draft.overrideReason } : {}),
    ...(rule && draft.belowFloor ? { belowFloor: { rule: rule.id, confirmed: true as const } } : {}),
    findings: [...draft.findings],
    answers: [...draft.answers],
    summary: joinLines(draft.lines),
    nextSteps: draft.nextSteps.map((step) => step.trim()).filter(Boolean),
    handover: {
      to: draft.to,
      ...(name ? { name } : {}),
      withinMinutes: minutesFor(draft, priority),
    },
    escalate: draft.escalate,
    followUps: [...draft.followUps],
    ...(draft.firstImpression ? { firstImpression: draft.firstImpression } : {}),
    ...(draft.amends ? { amends: draft.amends } : {}),
  };
}
