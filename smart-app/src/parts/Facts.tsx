import type { Assessment } from '#fhir-mappers/assessment.ts';
import { ago, minutesSince } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Facts.module.css';
import { useOpenRecord } from './RecordContext.tsx';

type Fact = Assessment['against'][number];

/** Facts with where each stands and how old it is; one tap shows the source itself. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className={classes.list}>
      {facts.map((fact) => (
        <li key={`${fact.text} ${fact.source?.reference ?? ''}`} className={classes.fact}>
          <span className={classes.text}>{fact.text}</span>
          <Where fact={fact} />
        </li>
      ))}
    </ul>
  );
}

function Where({ fact: { text, source } }: { fact: Fact }) {
  const { say } = useWords();
  const open = useOpenRecord();
  if (!source) return null;
  const where = [say(`source.${source.origin}`), source.at && ago(minutesSince(source.at, new Date()), say)]
    .filter(Boolean)
    .join(' · ');
  const { reference } = source;
  if (!reference) return <span className={classes.where}>{where}</span>;
  return (
    <button
      type="button"
      className={classes.link}
      aria-label={say('source.open', { text, where })}
      onClick={() => open(reference)}
    >
      {where}
    </button>
  );
}
