import { IconInfoCircle } from '@tabler/icons-react';
import type { Workplace } from '../session/open-workplace.ts';
import { useOnline } from '../session/use-online.ts';
import type { Restored } from '../session/use-review.ts';
import { clock } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Notices.module.css';

/** What the nurse should know before typing: no write access, how the proposal was found, a draft that is back. */
export function Notices({ workplace, restored }: { workplace: Workplace; restored: Restored | undefined }) {
  const { say, language } = useWords();
  const online = useOnline();
  const { ability, notice, assessment } = workplace;
  const said = [
    !online && say('offline.banner', { time: clock(assessment.asOf, language) }),
    ability.mode === 'read-only' && say(`ability.${ability.why}`),
    (ability.mode === 'ordered' || ability.mode === 'document') && say(`ability.${ability.mode}`),
    notice && say(`notice.${notice}`),
    restored && say('draft.restored', { time: clock(restored.at, language) }),
    restored?.proposalChanged && say('draft.conflict'),
  ].filter((text): text is string => Boolean(text));
  return (
    <div role="status">
      {said.map((text) => (
        <p key={text} className={classes.notice}>
          <IconInfoCircle size={20} aria-hidden />
          {text}
        </p>
      ))}
    </div>
  );
}
