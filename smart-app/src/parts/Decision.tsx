import { type Dispatch, type ReactNode, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Priority } from '#terminology/priority.ts';
import { differs, type Obstacle } from '../review/check-review.ts';
import type { Draft } from '../review/draft.ts';
import { type FloorRule, floorAbove } from '../review/floor.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import { BelowFloorDialog } from './BelowFloorDialog.tsx';
import classes from './Decision.module.css';
import { HandoverLines } from './HandoverLines.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import { NextSteps } from './NextSteps.tsx';
import { Obstacles } from './Obstacles.tsx';
import { OverrideReason } from './OverrideReason.tsx';
import { TakeOver } from './TakeOver.tsx';

interface Props {
  readonly assessment: Assessment;
  readonly draft: Draft;
  readonly dispatch: Dispatch<Action>;
  readonly obstacles: readonly Obstacle[];
  readonly asked: number;
  /** Help with the text of the handover. */
  readonly aid?: ReactNode;
}

/** The nurse's part: her level, her words, what happens next and who takes over. */
export function Decision({ assessment, draft, dispatch, obstacles, asked, aid }: Props) {
  const { say } = useWords();
  const [asking, setAsking] = useState<FloorRule>();
  const { priority, overrideReason } = draft;
  const below = priority && floorAbove(assessment, priority);
  const choose = (level: Priority, by: 'pointer' | 'keyboard') => {
    dispatch({ type: 'set', change: { priority: level, belowFloor: undefined } });
    // Arrow keys only pass: the button below asks then, and signing does.
    if (by === 'pointer') setAsking(floorAbove(assessment, level));
  };
  const setReason = (reason: Draft['overrideReason']) =>
    dispatch({ type: 'set', change: { overrideReason: reason }, field: 'reason' });
  const missing = (code: Obstacle['code']) => obstacles.some((obstacle) => obstacle.code === code);
  return (
    <>
      <Obstacles obstacles={obstacles} asked={asked} />
      <section data-region tabIndex={-1} aria-label={say('level.title')}>
        <LevelChoice
          title={say('level.title')}
          chosen={priority}
          onChoose={choose}
          invalid={missing('no-level') || missing('below-floor')}
        />
        {differs(draft, assessment) && (
          <div className={classes.reason}>
            <OverrideReason
              reason={overrideReason}
              onChange={setReason}
              missing={missing('no-reason') || missing('reason-needs-words')}
            />
          </div>
        )}
        {below && draft.belowFloor && (
          <p className={classes.below}>
            {say('floor.went', { title: below.title, floor: say(`priority.${below.floor}`) })}
          </p>
        )}
        <div role="status">
          {below && !draft.belowFloor && (
            <button type="button" className={classes.ask} onClick={() => setAsking(below)}>
              {say('obstacle.below-floor', { floor: say(`priority.${below.floor}`) })}
            </button>
          )}
        </div>
      </section>
      <HandoverLines draft={draft} dispatch={dispatch} aid={aid} />
      <NextSteps draft={draft} dispatch={dispatch} />
      <TakeOver draft={draft} dispatch={dispatch} />
      {asking && priority && (
        <BelowFloorDialog
          rule={asking}
          level={priority}
          reason={overrideReason}
          onReason={setReason}
          onKeep={() => {
            dispatch({ type: 'set', change: { priority: asking.floor, belowFloor: undefined } });
            setAsking(undefined);
          }}
          onBelow={() => {
            dispatch({ type: 'set', change: { belowFloor: { rule: asking.id, floor: asking.floor } } });
            setAsking(undefined);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
