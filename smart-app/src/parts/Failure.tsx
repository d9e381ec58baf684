import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../smart/problem.ts';
import { problemWords } from '../words/problems.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Failure.module.css';

/** A failed signing: what happened, what is kept, what now. Interrupts, because the record lacks it. */
export function Failure({ problem }: { problem: Problem }) {
  const { say, language } = useWords();
  const { title, text } = problemWords(problem.code, language);
  return (
    <div role="alert" className={classes.box} data-problem={problem.code}>
      <IconAlertTriangle size={24} aria-hidden />
      <div>
        <strong>
          {say('sign.failed')}: {title}
        </strong>
        <p className={classes.text}>{text}</p>
        <p className={classes.code}>
          {say('problem.code', {
            code: [problem.code, problem.status, problem.detail].filter(Boolean).join(' · '),
          })}
        </p>
      </div>
    </div>
  );
}
