import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { OverrideReason } from '#fhir-mappers/review.ts';
import type { Priority } from '#terminology/priority.ts';
import { differs } from './check-review.ts';
import type { Draft, FindingVerdict } from './draft.ts';
import { floorAbove } from './floor.ts';

/** One difference between the proposal and the nurse's conclusion. */
export type ChangeItem =
  | { readonly type: 'level'; readonly was: Priority; readonly now: Priority }
  | { readonly type: 'reason'; readonly code: OverrideReason; readonly text: string | undefined }
  | { readonly type: 'floor'; readonly floor: Priority }
  | { readonly type: 'finding'; readonly name: string; readonly verdict: FindingVerdict['verdict'] }
  | { readonly type: 'answer'; readonly question: string; readonly answer: string };

/** What the nurse changed or added, for the last look before signing. Empty: she follows the proposal. */
export function changesOf(draft: Draft, assessment: Assessment): readonly ChangeItem[] {
  const { priority, overrideReason, findings, answers } = draft;
  const items: ChangeItem[] = [];
  if (priority && differs(draft, assessment)) {
    items.push({ type: 'level', was: assessment.priority, now: priority });
    if (overrideReason) items.push({ type: 'reason', code: overrideReason.code, text: overrideReason.text });
  }
  const below = priority && floorAbove(assessment, priority);
  if (below) items.push({ type: 'floor', floor: below.floor });
  for (const { display, verdict } of findings) items.push({ type: 'finding', name: display, verdict });
  for (const { text, answer } of answers) items.push({ type: 'answer', question: text, answer });
  return items;
}
