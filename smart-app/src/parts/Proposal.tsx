import { IconArrowBigUpLinesFilled, IconClock, IconStethoscope } from '@tabler/icons-react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { PRIORITIES, PRIORITY_MEANING, rankOf } from '#terminology/priority.ts';
import { clock } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { PriorityMark } from './PriorityMark.tsx';
import classes from './Proposal.module.css';

/** The first glance: how urgent, how soon, and what to do first. */
export function Proposal({ assessment }: { assessment: Assessment }) {
  const { say, language } = useWords();
  const { priority, escalateToPhysician, complete, nextSteps, asOf } = assessment;
  const { withinMinutes } = PRIORITY_MEANING[priority];
  return (
    <section
      id="proposal"
      tabIndex={-1}
      data-region
      className={classes.hero}
      data-priority={priority}
      aria-labelledby="proposal-title"
    >
      <div className={classes.level}>
        <h1 className={classes.title} id="proposal-title">
          <PriorityMark priority={priority} large />
          <span className={classes.proposed}>
            {say(complete ? 'priority.proposed' : 'priority.proposedIncomplete')}
          </span>
        </h1>
        <p className={classes.soon}>
          <IconClock size={20} aria-hidden />
          {withinMinutes === 0 ? say('priority.now') : say('priority.within', { n: withinMinutes })}
          {escalateToPhysician && (
            <span className={classes.escalate}>
              <IconStethoscope size={20} aria-hidden />
              {say('priority.escalate')}
            </span>
          )}
        </p>
      </div>
      <div className={classes.next}>
        <h2 className={classes.nextTitle}>{say('next.title')}</h2>
        <p className={classes.nextText} lang={nextSteps[0] && 'en'}>
          {nextSteps[0]?.text ?? say('reasons.none')}
        </p>
        {nextSteps[1] && (
          <p className={classes.second} lang="en">
            {nextSteps[1].text}
          </p>
        )}
      </div>
      <p className={classes.statement}>
        <Doubt assessment={assessment} />
        {say('priority.by', { time: clock(asOf, language) })}. {say('review.statement')}
      </p>
    </section>
  );
}

function Doubt({ assessment: { model, priority } }: { assessment: Assessment }) {
  const { say } = useWords();
  if (model.state !== 'present' || model.set.length < 2) return null;
  const sorted = PRIORITIES.filter((level) => model.set.includes(level));
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  // Where a rule has set the level above what the model doubts about, its doubt changes nothing.
  if (rankOf(priority) > rankOf(high)) return null;
  return (
    <strong className={classes.doubt}>
      <IconArrowBigUpLinesFilled size={16} aria-hidden />
      {say('priority.between', {
        low: say(`priority.${low}`),
        high: say(`priority.${high}`),
        shown: say(`priority.${priority}`),
      })}
    </strong>
  );
}
