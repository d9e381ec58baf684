import { type ReactNode, useId, useState } from 'react';
import type { DraftedNote, DraftSection } from '#fhir-mappers/drafted-note.ts';
import { useWords } from '../../words/WordsContext.tsx';
import classes from './DraftPanel.module.css';
import type { SayDraft } from './words.ts';

type Sentence = DraftedNote['sentences'][number];

interface Props {
  readonly sentences: readonly Sentence[];
  readonly facts: DraftedNote['facts'];
  readonly say: SayDraft;
}

/** The sentences of a draft under the names of their parts. */
export function DraftSentences({ sentences, facts, say }: Props) {
  const { say: sayApp } = useWords();
  const parts: { section: DraftSection | undefined; items: Sentence[] }[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.section === sentence.section) last.items.push(sentence);
    else parts.push({ section: sentence.section, items: [sentence] });
  }
  return parts.map(({ section, items }) => (
    <div key={`${section}-${items[0]?.text}`}>
      {section !== undefined && <h4 className={classes.part}>{sayApp(`note.${section}`)}</h4>}
      <ul className={classes.sentences}>
        {items.map((sentence) => (
          <CitedSentence key={sentence.text} sentence={sentence} facts={facts} say={say} />
        ))}
      </ul>
    </div>
  ));
}

/** A sentence that opens its sources: by pointer on top of it, by tap, by keyboard. */
function CitedSentence({
  sentence,
  facts,
  say,
}: {
  sentence: Sentence;
  facts: Props['facts'];
  say: SayDraft;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const cited = sentence.cites.flatMap((cite) => facts.filter((fact) => fact.id === cite));
  return (
    <li>
      <span>{sentence.text}</span>
      {sentence.added && <em className={classes.added}> ({say('added')})</em>}{' '}
      {cited.length > 0 && (
        <button
          type="button"
          className={classes.cite}
          aria-expanded={open}
          aria-controls={id}
          aria-label={say('sources', { n: cited.length, text: sentence.text })}
          title={cited.map(({ text, source }) => source ?? text).join('\n')}
          onClick={() => setOpen(!open)}
        >
          {say('sources.short')} {cited.length}
        </button>
      )}
      <Facts id={id} open={open}>
        {cited.map((fact) => (
          <li key={fact.id}>
            {fact.text} {fact.source !== undefined && <cite>{fact.source}</cite>}
            {fact.reference !== undefined && <code className={classes.reference}>{fact.reference}</code>}
          </li>
        ))}
      </Facts>
    </li>
  );
}

function Facts({ id, open, children }: { id: string; open: boolean; children: ReactNode }) {
  return (
    <ul id={id} hidden={!open} className={classes.facts}>
      {children}
    </ul>
  );
}
