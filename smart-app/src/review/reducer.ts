import type { Assessment } from '#fhir-mappers/assessment.ts';
import { type Draft, type FindingVerdict, type Handover4, rebaseDraft, renewLines } from './draft.ts';

/** One thing that the nurse did. `typing` actions of one field in a row are one step of undo. */
export type Action =
  | { readonly type: 'set'; readonly change: Partial<Draft>; readonly field?: string }
  | { readonly type: 'line'; readonly line: keyof Handover4; readonly text: string }
  | { readonly type: 'finding'; readonly finding: FindingVerdict }
  | { readonly type: 'forget-finding'; readonly code: string }
  | { readonly type: 'answer'; readonly question: string; readonly text: string; readonly answer: string }
  | { readonly type: 'step'; readonly index: number; readonly text: string }
  | { readonly type: 'add-step' }
  | { readonly type: 'remove-step'; readonly index: number }
  | { readonly type: 'replace'; readonly draft: Draft }
  | {
      readonly type: 'rebase';
      readonly before: Assessment;
      readonly now: Assessment;
      /** The lines that each of the two proposes. */
      readonly lines: { readonly before: Handover4; readonly now: Handover4 };
    }
  | { readonly type: 'undo' };

/** A draft with the way back. */
export interface Editing {
  readonly draft: Draft;
  readonly past: readonly Draft[];
  /** Field of the last typing step: more typing there extends it. */
  readonly typing: string | undefined;
}

/** Steps that can be undone. */
const DEPTH = 100;

export function startEditing(draft: Draft): Editing {
  return { draft, past: [], typing: undefined };
}

/**
 * The one place where a review changes.
 *
 * `replace` (a restored draft) starts a new history. `rebase` (a newer proposal) carries every step over to
 * it, so that undo never brings back a proposal that is no longer true.
 */
export function edit(editing: Editing, action: Action): Editing {
  if (action.type === 'undo') return undo(editing);
  if (action.type === 'replace') return startEditing(action.draft);
  if (action.type === 'rebase') {
    const { before, now, lines } = action;
    const over = (draft: Draft) => renewLines(rebaseDraft(draft, before, now), lines.before, lines.now);
    return { draft: over(editing.draft), past: editing.past.map(over), typing: undefined };
  }
  const draft = change(editing.draft, action);
  if (draft === editing.draft) return editing;
  const field = typingField(action);
  const extendsLast = field !== undefined && field === editing.typing;
  return {
    draft,
    past: extendsLast ? editing.past : [...editing.past, editing.draft].slice(-DEPTH),
    typing: field,
  };
}

function undo({ draft, past }: Editing): Editing {
  return { draft: past.at(-1) ?? draft, past: past.slice(0, -1), typing: undefined };
}

function typingField(action: Action): string | undefined {
  if (action.type === 'line') return `line:${action.line}`;
  if (action.type === 'step') return `step:${action.index}`;
  if (action.type === 'set') return action.field;
  return undefined;
}

function change(draft: Draft, action: Exclude<Action, { type: 'undo' | 'replace' | 'rebase' }>): Draft {
  switch (action.type) {
    case 'set':
      return { ...draft, ...action.change };
    case 'line':
      return { ...draft, lines: { ...draft.lines, [action.line]: action.text } };
    case 'finding':
      return {
        ...draft,
        findings: [...draft.findings.filter(({ code }) => code !== action.finding.code), action.finding],
      };
    case 'forget-finding':
      return { ...draft, findings: draft.findings.filter(({ code }) => code !== action.code) };
    case 'answer':
      return { ...draft, answers: withAnswer(draft.answers, action) };
    case 'step':
      return { ...draft, nextSteps: draft.nextSteps.with(action.index, action.text) };
    case 'add-step':
      return { ...draft, nextSteps: [...draft.nextSteps, ''] };
    case 'remove-step':
      return { ...draft, nextSteps: draft.nextSteps.toSpliced(action.index, 1) };
  }
}

function withAnswer(
  answers: Draft['answers'],
  { question, text, answer }: { question: string; text: string; answer: string },
): Draft['answers'] {
  const others = answers.filter((given) => given.question !== question);
  return answer.trim() === '' ? others : [...others, { question, text, answer }];
}
