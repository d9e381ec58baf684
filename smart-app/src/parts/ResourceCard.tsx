import type { ReactNode } from 'react';
import { clock, day } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { InWords } from '../write/in-words.ts';
import classes from './ResourceCard.module.css';

/** One entry of the record in words. */
export function ResourceCard({ words, children }: { words: InWords; children?: ReactNode }) {
  const { say, language } = useWords();
  const shown = (label: string, text: string) =>
    (label === 'due' || label === 'recorded') && !Number.isNaN(Date.parse(text))
      ? `${day(text, language)}, ${clock(text, language)}`
      : text;
  return (
    <article className={classes.card}>
      <h3 className={classes.title}>
        {say(`resource.${words.title}`)} <span className={classes.type}>{words.type}</span>
      </h3>
      <dl className={classes.lines}>
        {words.lines.map(({ label, text }) => (
          <div key={`${label} ${text}`} className={classes.line}>
            <dt>{say(`line.${label}`)}</dt>
            <dd>{shown(label, text)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </article>
  );
}
