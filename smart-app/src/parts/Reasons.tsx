import type { Assessment } from '#fhir-mappers/assessment.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Facts } from './Facts.tsx';
import { Reason } from './Reason.tsx';
import classes from './Reasons.module.css';

/** Why this level: facts to check, the decisive ones first, and what speaks against. */
export function Reasons({ assessment }: { assessment: Assessment }) {
  const { say } = useWords();
  const { reasons, against } = assessment;
  return (
    <section data-region tabIndex={-1} aria-labelledby="reasons-title">
      <h2 id="reasons-title" className={classes.title}>
        {say('reasons.title')}
      </h2>
      {reasons.length === 0 ? (
        <p className={classes.plain}>{say('reasons.none')}</p>
      ) : (
        <ol className={classes.list}>
          {reasons.map((reason, index) => (
            <Reason key={reason.text} number={index + 1} reason={reason} assessment={assessment} />
          ))}
        </ol>
      )}
      <div className={classes.against}>
        <h3 className={classes.small}>{say('against.title')}</h3>
        {against.length === 0 ? <span>{say('against.none')}</span> : <Facts facts={against} />}
      </div>
    </section>
  );
}
