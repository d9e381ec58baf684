import { type Dispatch, useEffect, useRef, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Additions, Service } from '../api/service.ts';
import { type Change, compare } from '../review/compare.ts';
import type { Draft, Handover4 } from '../review/draft.ts';
import type { Action } from '../review/reducer.ts';
import { asProblem, type Problem } from '../smart/problem.ts';

/** What happened when the proposal was made again. */
export type Recompute =
  | { readonly state: 'busy' }
  | { readonly state: 'done'; readonly change: Change }
  | { readonly state: 'failed'; readonly problem: Problem };

/** Quiet time after the last answer before the service is asked again, milliseconds. */
const PAUSE = 1000;

interface Tools {
  readonly service: Pick<Service, 'assess'>;
  readonly dispatch: Dispatch<Action>;
  /** The lines of a handover that a proposal brings along. */
  readonly linesOf: (assessment: Assessment) => Handover4;
}

/**
 * Makes the proposal again when the nurse has answered, measured or corrected the complaint.
 *
 * The nurse's own level and text stay as they are; only the proposal changes.
 */
export function useRecompute(first: Assessment, draft: Draft, { service, dispatch, linesOf }: Tools) {
  const [assessment, setAssessment] = useState(first);
  const [recompute, setRecompute] = useState<Recompute>();
  const wanted = keyOf(draft);
  const done = useRef(draft.assessmentId === first.id ? keyOf(draft) : NOTHING);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again after a failure
  useEffect(() => {
    if (wanted === done.current) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setRecompute({ state: 'busy' });
      try {
        const now = await service.assess(additionsOf(draft), stop.signal);
        if (stop.signal.aborted) return;
        done.current = wanted;
        dispatch({
          type: 'rebase',
          before: assessment,
          now,
          lines: { before: linesOf(assessment), now: linesOf(now) },
        });
        setAssessment(now);
        setRecompute({ state: 'done', change: compare(assessment, now) });
      } catch (error) {
        if (!stop.signal.aborted) setRecompute({ state: 'failed', problem: asProblem(error) });
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, attempt]);

  return { assessment, recompute, again: () => setAttempt((n) => n + 1), settled: wanted === done.current };
}

const NOTHING = keyOf({ answers: [], measurements: [] });

function keyOf({
  answers,
  measurements,
  complaint,
}: Pick<Draft, 'answers' | 'measurements' | 'complaint'>): string {
  return JSON.stringify([answers, measurements, complaint ?? null]);
}

function additionsOf({ answers, measurements, complaint }: Draft): Additions {
  return {
    answers: answers.map(({ question, text, answer }) => ({ questionId: question, text, answer })),
    measurements,
    ...(complaint ? { complaint } : {}),
  };
}
