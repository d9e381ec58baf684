import { useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Facts } from './Facts.tsx';
import { Reason } from './Reason.tsx';
import classes from './Reasons.module.css';

/** Shown before the rest is asked for: the glance takes no more. */
const REASONS = 3;
const AGAINST = 2;

/** Why this level: facts to check, the decisive ones first, and what speaks against. */
export function Reasons({ assessment }: { assessment: Assessment }) {
  const { say } = useWords();
  const { reasons, against } = assessment;
  const [allReasons, setAllReasons] = useState(false);
  const [allAgainst, setAllAgainst] = useState(false);
  return (
    <section data-region tabIndex={-1} aria-labelledby="reasons-title">
      <h2 id="reasons-title" className={classes.title}>
        {say('reasons.title')}
      </h2>
      {reasons.length === 0 ? (
        <p className={classes.plain}>{say('reasons.none')}</p>
      ) : (
        <ol className={classes.list}>
          {(allReasons ? reasons : reasons.slice(0, REASONS)).map((reason, index) => (
            <Reason key={reason.text} number={index + 1} reason={reason} assessment={assessment} />
          ))}
        </ol>
      )}
      {!allReasons && <More n={reasons.length - REASONS} onMore={() => setAllReasons(true)} />}
      <div className={classes.against}>
        <h3 className={classes.small}>{say('against.title')}</h3>
        {against.length === 0 ? (
          <span>{say('against.none')}</span>
        ) : (
          <div>
            <Facts facts={allAgainst ? against : against.slice(0, AGAINST)} />
            {!allAgainst && <More n={against.length - AGAINST} onMore={() => setAllAgainst(true)} />}
          </div>
        )}
      </div>
    </section>
  );
}

function More({ n, onMore }: { n: number; onMore: () => void }) {
  const { say } = useWords();
  if (n <= 0) return null;
  return (
    <button type="button" className={classes.more} onClick={onMore}>
      {say('against.more', { n })}
    </button>
  );
}
