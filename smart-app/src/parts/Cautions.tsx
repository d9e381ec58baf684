import type { Assessment } from '#fhir-mappers/assessment.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Cautions.module.css';

/** What to think of or to ask about before the level is accepted: in sight, not behind a fold. */
export function Cautions({ cautions }: Pick<Assessment, 'cautions'>) {
  const { say } = useWords();
  if (cautions.length === 0) return null;
  return (
    <section data-region tabIndex={-1} aria-labelledby="cautions-title">
      <h2 id="cautions-title" className={classes.title}>
        {say('cautions.title')}
      </h2>
      <ul className={classes.list}>
        {cautions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
