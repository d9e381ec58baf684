import type { Draft, Handover4 } from '../../review/draft.ts';
import { useWords } from '../../words/WordsContext.tsx';
import classes from './DraftPanel.module.css';
import { markOf } from './insert-draft.ts';
import { draftWords } from './words.ts';

/** Says of a line of the note that it was drafted, and whether it was changed since. */
export function DraftMark({ draft, line }: { draft: Draft; line: keyof Handover4 }) {
  const { language } = useWords();
  const mark = markOf(draft, line);
  if (mark === undefined) return null;
  return (
    <p className={classes.mark} data-mark={mark}>
      {draftWords(language)(`mark.${mark}`)}
    </p>
  );
}
