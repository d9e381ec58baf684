import { IconRefresh } from '@tabler/icons-react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { rankOf } from '#terminology/priority.ts';
import type { Draft } from '../review/draft.ts';
import { highestFloor } from '../review/floor.ts';
import type { Recompute } from '../session/use-recompute.ts';
import { problemWords } from '../words/problems.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Announcer.module.css';

interface Props {
  readonly recompute: Recompute | undefined;
  readonly assessment: Assessment;
  readonly draft: Draft;
  readonly onAgain: () => void;
}

/**
 * Says once what a new look changed. One live region that is there from the start, so that it is spoken; only a
 * rise to critical interrupts.
 */
export function Announcer({ recompute, assessment, draft, onAgain }: Props) {
  const { say } = useWords();
  const text = useAnnouncement(recompute, assessment, draft);
  const urgent =
    recompute?.state === 'done' && recompute.change.direction === 'up' && recompute.change.now === 'critical';
  return (
    <div className={classes.place}>
      <div
        role="status"
        className={text && !urgent ? classes.said : undefined}
        data-recompute={recompute?.state}
      >
        {!urgent && text}
        {recompute?.state === 'failed' && (
          <button type="button" className={classes.again} onClick={onAgain}>
            <IconRefresh size={18} aria-hidden /> {say('problem.again')}
          </button>
        )}
      </div>
      <div role="alert" className={urgent ? classes.urgent : undefined}>
        {urgent && text}
      </div>
    </div>
  );
}

function useAnnouncement(recompute: Recompute | undefined, assessment: Assessment, draft: Draft): string {
  const { say, language } = useWords();
  if (!recompute) return '';
  if (recompute.state === 'busy') return say('recompute.busy');
  if (recompute.state === 'failed') {
    const { title } = problemWords(recompute.problem.code, language);
    return say('recompute.failed', { reason: `${title}.` });
  }
  const { direction, was, now, because } = recompute.change;
  const words = { now: say(`priority.${now}`), was: say(`priority.${was}`), because: because ?? '' };
  const said = say(`recompute.${direction}`, words);
  const rule = highestFloor(assessment);
  const lower = rule && draft.priority && rankOf(draft.priority) < rankOf(rule.floor);
  if (!lower) return said;
  return `${said} ${say('recompute.floor', { floor: say(`priority.${rule.floor}`), title: rule.title })}`;
}
