import { Button, NativeSelect } from '@mantine/core';
import { type Dispatch, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { DRAFT_KINDS, type DraftedNote, type DraftKind } from '#fhir-mappers/drafted-note.ts';
import type { Service } from '../../api/service.ts';
import { Section } from '../../parts/Section.tsx';
import type { Draft, Handover4 } from '../../review/draft.ts';
import type { Action } from '../../review/reducer.ts';
import { useWords } from '../../words/WordsContext.tsx';
import classes from './DraftPanel.module.css';
import { DraftSentences } from './DraftSentences.tsx';
import { insertDraft } from './insert-draft.ts';
import { useDraftNote } from './use-draft-note.ts';
import { draftWords, insteadWords, type SayDraft } from './words.ts';

interface Props {
  readonly service: Service;
  readonly assessment: Assessment;
  readonly draft: Draft;
  readonly dispatch: Dispatch<Action>;
  /** The lines as they stood before the nurse wrote. */
  readonly untouched: Handover4;
}

/** Asks for a drafted text, shows it with its sources and what was left out, and puts it into the note on request. */
export function DraftPanel({ service, assessment, draft, dispatch, untouched }: Props) {
  const { language } = useWords();
  const say = draftWords(language);
  const [kind, setKind] = useState<DraftKind>('sbar');
  const [said, setSaid] = useState('');
  const { state, write, cancel } = useDraftNote(service, assessment.id);
  const isWriting = state.state === 'writing';
  const ask = () => {
    setSaid('');
    void write(kind);
  };
  const insert = (note: DraftedNote) => {
    dispatch({ type: 'set', change: insertDraft(draft, note, untouched) });
    setSaid(say('inserted'));
  };
  const copy = async (note: DraftedNote) => {
    await navigator.clipboard.writeText(note.sentences.map(({ text }) => text).join('\n'));
    setSaid(say('copied'));
  };
  return (
    <Section title={say('title')}>
      <div className={classes.panel} data-draft={state.state}>
        <p className={classes.hint}>{say('hint')}</p>
        <div className={classes.ask}>
          <NativeSelect
            label={say('kind')}
            value={kind}
            disabled={isWriting}
            data={DRAFT_KINDS.map((value) => ({ value, label: say(value) }))}
            onChange={({ currentTarget }) => setKind(currentTarget.value as DraftKind)}
          />
          {isWriting ? (
            <Button variant="default" onClick={cancel}>
              {say('cancel')}
            </Button>
          ) : (
            <Button variant="light" onClick={ask}>
              {say(state.state === 'there' ? 'again' : 'write')}
            </Button>
          )}
        </div>
        <p role="status" className={classes.status}>
          {isWriting && `${say(state.stage)}${state.tokens > 0 ? ` ${state.tokens}` : ''}`}
          {state.state === 'cancelled' && say('cancelled')}
          {state.state === 'failed' && say('failed')}
          {state.state === 'there' && said}
        </p>
        {isWriting && <DraftSentences sentences={state.sentences} facts={[]} say={say} />}
        {state.state === 'there' && (
          <>
            <DraftedText note={state.note} say={say} />
            {state.note.kind === 'patient' ? (
              <Button variant="default" onClick={() => void copy(state.note)}>
                {say('copy')}
              </Button>
            ) : (
              <Button onClick={() => insert(state.note)}>{say('insert')}</Button>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

function DraftedText({ note, say }: { note: DraftedNote; say: SayDraft }) {
  const instead = insteadWords(note, say);
  const name = note.by.adapter === 'template' ? say('template') : say('model', { name: note.by.name });
  return (
    <>
      {instead !== undefined && (
        <p className={classes.instead} data-instead={note.instead?.code}>
          {instead}
        </p>
      )}
      <DraftSentences sentences={note.sentences} facts={note.facts} say={say} />
      <p className={classes.review}>{note.review}</p>
      <p className={classes.hint}>{say('by', { name })}</p>
      <Dropped note={note} say={say} />
      <Sent note={note} say={say} />
    </>
  );
}

function Dropped({ note: { dropped }, say }: { note: DraftedNote; say: SayDraft }) {
  if (dropped.length === 0) return <p className={classes.hint}>{say('dropped.none')}</p>;
  return (
    <details className={classes.more}>
      <summary>{say('dropped', { n: dropped.length })}</summary>
      <ul className={classes.facts}>
        {dropped.map(({ text, reasons }) => (
          <li key={text}>
            <s>{text}</s>: {[...new Set(reasons.map(({ code }) => say(`drop.${code}`)))].join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sent({ note: { prompt }, say }: { note: DraftedNote; say: SayDraft }) {
  if (prompt === undefined) return <p className={classes.hint}>{say('sent.none')}</p>;
  return (
    <details className={classes.more}>
      <summary>{say('sent')}</summary>
      <p className={classes.hint}>{say('sent.hint')}</p>
      <pre className={classes.sent}>{`${prompt.system}\n\n${prompt.user}`}</pre>
    </details>
  );
}
