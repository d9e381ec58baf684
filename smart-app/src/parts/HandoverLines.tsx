import { Stack, Textarea } from '@mantine/core';
import type { Dispatch } from 'react';
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

/** The handover in four lines (SBAR), each the nurse's to change. */
export function HandoverLines({ draft, dispatch }: { draft: Draft; dispatch: Dispatch<Action> }) {
  const { say } = useWords();
  return (
    <section data-region tabIndex={-1} aria-labelledby="note-title">
      <h2 id="note-title" className={classes.title}>
        {say('note.title')}
      </h2>
      <p className={classes.hint}>{say('note.hint')}</p>
      <Stack gap="xs">
        {LINES.map((line) => (
          <Textarea
            key={line}
            id={line}
            label={say(`note.${line}`)}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={1900}
            value={draft.lines[line]}
            onChange={({ currentTarget }) => dispatch({ type: 'line', line, text: currentTarget.value })}
          />
        ))}
      </Stack>
    </section>
  );
}
