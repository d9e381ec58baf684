import { Stack, Textarea } from '@mantine/core';
import type { Dispatch, ReactNode } from 'react';
import { DraftMark } from '../features/draft/DraftMark.tsx';
import type { Draft, Handover4 } from '../review/draft.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './decision.module.css';

const LINES = [
  'situation',
  'background',
  'assessment',
  'recommendation',
] as const satisfies readonly (keyof Handover4)[];

interface Props {
  readonly draft: Draft;
  readonly dispatch: Dispatch<Action>;
  /** Help with the text, shown above the lines. */
  readonly aid?: ReactNode;
}

/** The handover in four lines (SBAR), each the nurse's to change. */
export function HandoverLines({ draft, dispatch, aid }: Props) {
  const { say } = useWords();
  return (
    <section data-region tabIndex={-1} aria-labelledby="note-title">
      <h2 id="note-title" className={classes.title}>
        {say('note.title')}
      </h2>
      <p className={classes.hint}>{say('note.hint')}</p>
      {aid}
      <Stack gap="xs">
        {LINES.map((line) => (
          <div key={line}>
            <Textarea
              id={line}
              label={say(`note.${line}`)}
              autosize
              minRows={1}
              maxRows={8}
              maxLength={1900}
              value={draft.lines[line]}
              onChange={({ currentTarget }) => dispatch({ type: 'line', line, text: currentTarget.value })}
            />
            <DraftMark draft={draft} line={line} />
          </div>
        ))}
      </Stack>
    </section>
  );
}
