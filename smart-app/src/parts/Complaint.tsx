import { Button, Group, Textarea } from '@mantine/core';
import { type Dispatch, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Draft } from '../review/draft.ts';
import { highlight } from '../review/highlight.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Complaint.module.css';

interface Props {
  readonly assessment: Assessment;
  readonly draft: Draft;
  readonly dispatch: Dispatch<Action>;
}

/** The complaint as written, with the words that the reasons rest on marked; it can be corrected here. */
export function Complaint({ assessment, draft, dispatch }: Props) {
  const { say } = useWords();
  const { complaint } = assessment;
  const [typed, setTyped] = useState<string>();
  const unusable = !complaint ? 'complaint.none' : !complaint.readable ? 'complaint.unreadable' : undefined;
  return (
    <section data-region tabIndex={-1} aria-labelledby="complaint-title">
      <h2 id="complaint-title" className={classes.title}>
        {say('complaint.title')}
      </h2>
      {complaint && (
        <blockquote className={classes.quote}>
          {highlight(complaint.text, spansOf(assessment)).map(({ text, marked }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: segments have no other identity
            marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </blockquote>
      )}
      {unusable && <p className={classes.hint}>{say(unusable)}</p>}
      {typed === undefined ? (
        <Button
          variant={unusable ? 'default' : 'subtle'}
          px="xs"
          onClick={() => setTyped(draft.complaint ?? complaint?.text ?? '')}
        >
          {say('complaint.change')}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            dispatch({ type: 'set', change: { complaint: typed.trim() || undefined } });
            setTyped(undefined);
          }}
        >
          <Textarea
            label={say('complaint.label')}
            autosize
            minRows={2}
            maxLength={4000}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Group mt="xs">
            <Button type="submit" variant="default">
              {say('complaint.use')}
            </Button>
          </Group>
        </form>
      )}
    </section>
  );
}

// Spans count in the complaint's own text only; a questionnaire answer has its own positions.
function spansOf({ findings, reasons, rules }: Assessment): readonly (readonly [number, number])[] {
  const decisive = [...reasons, ...rules].flatMap(({ facts }) => facts.map(({ source }) => source));
  const sources = decisive.some((source) => source?.span)
    ? decisive
    : findings
        .filter(({ state }) => state === 'present' || state === 'uncertain')
        .map(({ source }) => source);
  return sources.flatMap((source) => (source?.span && source.origin !== 'chart' ? [source.span] : []));
}
