import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { FollowUp, OverrideReason, Review } from '#fhir-mappers/review.ts';
import type { Priority } from '#terminology/priority.ts';

/** The four lines of a handover by SBAR, each as the nurse leaves it. */
export interface Handover4 {
  readonly situation: string;
  readonly background: string;
  readonly assessment: string;
  readonly recommendation: string;
}

/** What the nurse says of one finding of the proposal, or adds herself. */
export interface FindingVerdict {
  readonly code: string;
  readonly display: string;
  readonly text?: string;
  readonly verdict: 'confirmed' | 'rejected' | 'added';
}

/**
 * A review under way. Only what the nurse has done is in it: no level is chosen for her, no finding is
 * confirmed for her. Plain JSON, so that it can be kept and restored.
 */
export interface Draft {
  readonly assessmentId: string;
  readonly priority?: Priority;
  readonly overrideReason?: { readonly code: OverrideReason; readonly text?: string };
  readonly belowFloor?: { readonly rule: string; readonly floor: Priority };
  readonly findings: readonly FindingVerdict[];
  readonly answers: readonly { readonly question: string; readonly text: string; readonly answer: string }[];
  readonly measurements: readonly { readonly kind: string; readonly value: number; readonly unit: string }[];
  readonly complaint?: string;
  readonly lines: Handover4;
  /** What a drafted note put into each line, as it was put in: tells whether the line was edited since. */
  readonly drafted?: Partial<Handover4>;
  readonly nextSteps: readonly string[];
  readonly to: Review['handover']['to'];
  readonly name: string;
  /** Unset: the time that belongs to the chosen level. */
  readonly withinMinutes?: number;
  readonly escalate: boolean;
  readonly followUps: readonly FollowUp[];
  readonly firstImpression?: Priority;
  /** The signed impression that this review corrects. */
  readonly amends?: string;
}

/** A fresh review of a proposal: its next steps and escalation are taken over, its level is not. */
export function startDraft(assessment: Assessment, lines: Handover4): Draft {
  return {
    assessmentId: assessment.id,
    findings: [],
    answers: [],
    measurements: [],
    lines,
    nextSteps: assessment.nextSteps.map(({ text }) => text),
    to: assessment.escalateToPhysician ? 'physician' : 'triage-nurse',
    name: '',
    escalate: assessment.escalateToPhysician,
    followUps: [],
  };
}

/**
 * The same review of a newer proposal. What the nurse wrote stays, and a step that she removed stays away; steps of
 * the old proposal that nobody touched give way to those of the new one, because "see within 10 minutes" beside
 * "see now" helps nobody. A confirmation of going below a floor is only kept while that floor is still the highest.
 */
export function rebaseDraft(draft: Draft, before: Assessment, now: Assessment): Draft {
  const known = new Set(before.nextSteps.map(({ text }) => text));
  const proposed = now.nextSteps
    .map(({ text }) => text)
    .filter((text) => !known.has(text) || draft.nextSteps.includes(text));
  const own = draft.nextSteps.filter((text) => !known.has(text) && !proposed.includes(text));
  const { belowFloor, ...rest } = draft;
  const stillThere =
    belowFloor && now.rules.some(({ id, floor }) => id === belowFloor.rule && floor === belowFloor.floor);
  return {
    ...rest,
    assessmentId: now.id,
    nextSteps: [...proposed, ...own],
    escalate: draft.escalate || (now.escalateToPhysician && !before.escalateToPhysician),
    ...(stillThere ? { belowFloor } : {}),
  };
}

/** The handover of a newer proposal: lines that nobody touched say what is known now, the others stay. */
export function renewLines(draft: Draft, before: Handover4, now: Handover4): Draft {
  const line = (name: keyof Handover4) =>
    draft.lines[name] === before[name] ? now[name] : draft.lines[name];
  return {
    ...draft,
    lines: {
      situation: line('situation'),
      background: line('background'),
      assessment: line('assessment'),
      recommendation: line('recommendation'),
    },
  };
}
