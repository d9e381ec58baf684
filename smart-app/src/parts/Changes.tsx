import type { Assessment } from '#fhir-mappers/assessment.ts';
import { type ChangeItem, changesOf } from '../review/changes.ts';
import type { Draft } from '../review/draft.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Say } from '../words/words.ts';
import classes from './Changes.module.css';
import { PriorityMark } from './PriorityMark.tsx';

/** The chosen level, and everything in which the nurse differs from the proposal. */
export function Changes({ draft, assessment }: { draft: Draft; assessment: Assessment }) {
  const { say } = useWords();
  const items = changesOf(draft, assessment);
  return (
    <section className={classes.box} data-priority={draft.priority} aria-label={say('preview.changes')}>
      {draft.priority && <PriorityMark priority={draft.priority} large />}
      <div>
        <h2 className={classes.title}>{say('preview.changes')}</h2>
        {items.length === 0 ? (
          <p className={classes.none}>{say('preview.noChanges')}</p>
        ) : (
          <ul className={classes.list}>
            {items.map((item) => (
              <li key={JSON.stringify(item)}>{inWords(item, say)}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function inWords(item: ChangeItem, say: Say): string {
  switch (item.type) {
    case 'level':
      return say('preview.level', { was: say(`priority.${item.was}`), now: say(`priority.${item.now}`) });
    case 'reason': {
      const reason = [say(`override.${item.code}`), item.text].filter(Boolean).join('. ');
      return say('preview.reason', { reason });
    }
    case 'floor':
      return say('preview.floor', { floor: say(`priority.${item.floor}`) });
    case 'finding':
      return say('preview.finding', { name: item.name, verdict: say(`verdict.${item.verdict}`) });
    case 'answer':
      return say('preview.answer', { question: item.question, answer: item.answer });
  }
}
