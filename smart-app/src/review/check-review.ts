import type { Assessment } from '#fhir-mappers/assessment.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import type { Draft } from './draft.ts';
import { floorAbove } from './floor.ts';

/** What keeps a review from being signed, with the part of the screen where it is put right. */
export type Obstacle =
  | { readonly code: 'no-level'; readonly at: 'level' }
  | { readonly code: 'no-reason'; readonly at: 'reason' }
  | { readonly code: 'reason-needs-words'; readonly at: 'reason' }
  | {
      readonly code: 'below-floor';
      readonly at: 'level';
      readonly floor: Priority;
      readonly rule: string;
      readonly title: string;
    }
  | { readonly code: 'no-words'; readonly at: 'situation' };

/** True when the chosen level is not the proposed one: a coded reason is then asked for. */
export function differs(draft: Draft, assessment: Assessment): boolean {
  return draft.priority !== undefined && draft.priority !== assessment.priority;
}

/** Everything that must be put right before signing, in the order of the screen. Empty: it may be signed. */
export function checkReview(draft: Draft, assessment: Assessment): readonly Obstacle[] {
  const { priority, overrideReason, belowFloor } = draft;
  const found: Obstacle[] = [];
  if (priority === undefined) found.push({ code: 'no-level', at: 'level' });
  else {
    const rule = floorAbove(assessment, priority);
    const confirmed = rule && belowFloor?.rule === rule.id && rankOf(belowFloor.floor) >= rankOf(rule.floor);
    if (rule && !confirmed) {
      found.push({ code: 'below-floor', at: 'level', floor: rule.floor, rule: rule.id, title: rule.title });
    }
    if (differs(draft, assessment) && !overrideReason) found.push({ code: 'no-reason', at: 'reason' });
  }
  if (overrideReason?.code === 'other' && !overrideReason.text?.trim()) {
    found.push({ code: 'reason-needs-words', at: 'reason' });
  }
  if (!Object.values(draft.lines).some((line) => line.trim() !== '')) {
    found.push({ code: 'no-words', at: 'situation' });
  }
  return found;
}
