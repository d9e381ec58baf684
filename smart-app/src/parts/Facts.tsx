import type { Assessment } from '#fhir-mappers/assessment.ts';
import { ago, minutesSince } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Facts.module.css';

type Fact = Assessment['against'][number];

/** Facts with where each stands and how old it is. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className={classes.list}>
      {facts.map((fact) => (
        <li key={`${fact.text} ${fact.source?.reference ?? ''}`} className={classes.fact}>
          <span>{fact.text}</span>
          <Where fact={fact} />
        </li>
      ))}
    </ul>
  );
}

function Where({ fact: { source } }: { fact: Fact }) {
  const { say } = useWords();
  if (!source) return null;
  const parts = [
    say(`source.${source.origin}`),
    source.at && ago(minutesSince(source.at, new Date()), say),
    source.reference,
  ];
  return <span className={classes.where}>{parts.filter(Boolean).join(' · ')}</span>;
}
