import { useReducer, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { KeptDraft } from '../drafts/draft-store.ts';
import { chartInWords } from '../review/chart-in-words.ts';
import { startDraft } from '../review/draft.ts';
import { proposeLines } from '../review/handover-lines.ts';
import { edit, startEditing } from '../review/reducer.ts';
import { wordsOf } from '../words/words.ts';
import type { Workplace } from './open-workplace.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useRecompute } from './use-recompute.ts';

/** A draft that came back, and whether the proposal is another one since. */
export interface Restored {
  readonly at: Date;
  readonly proposalChanged: boolean;
}

/** The review of one proposal: its draft with undo, its keeping, and the proposal made again on new facts. */
export function useReview(workplace: Workplace) {
  const [untouched] = useState(() => {
    // The record is written in English, whatever language the screen speaks.
    const chart = chartInWords(workplace.chart, wordsOf('en'), new Date());
    return proposeLines(workplace.assessment, chart);
  });
  const linesOf = (assessment: Assessment) => {
    // The record is written in English, whatever language the screen speaks.
    return proposeLines(assessment, chartInWords(workplace.chart, wordsOf('en'), new Date()));
  };
  const [editing, dispatch] = useReducer(edit, workplace, (place) =>
    startEditing(place.seed ?? startDraft(place.assessment, untouched)),
  );
  const [restored, setRestored] = useState<Restored>();
  const { draft } = editing;
  const recomputing = useRecompute(workplace.assessment, draft, {
    service: workplace.service,
    dispatch,
    linesOf,
  });
  const { keeping, discard } = useKeptDraft(workplace, draft, (kept: KeptDraft) => {
    const proposalChanged = kept.draft.assessmentId !== workplace.assessment.id;
    dispatch({ type: 'replace', draft: { ...kept.draft, assessmentId: workplace.assessment.id } });
    setRestored({ at: new Date(kept.savedAt), proposalChanged });
  });
  return {
    ...recomputing,
    draft,
    dispatch,
    /** The handover as it stood before the nurse wrote. */
    untouched,
    canUndo: editing.past.length > 0,
    restored,
    keeping,
    discard,
  };
}

export type ReviewInHand = ReturnType<typeof useReview>;
