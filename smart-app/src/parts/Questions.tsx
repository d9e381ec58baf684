import type { Dispatch } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { askedMeasurements } from '../review/asked-measurements.ts';
import type { Draft } from '../review/draft.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import { addMeasurement } from './add-measurement.ts';
import { Question } from './Question.tsx';
import classes from './Questions.module.css';

interface Props {
  readonly assessment: Assessment;
  readonly draft: Draft;
  readonly dispatch: Dispatch<Action>;
}

/** What to ask, answered in place. An answered question stays, so that the answer can be changed. */
export function Questions({ assessment, draft, dispatch }: Props) {
  const { say } = useWords();
  const answered = draft.answers;
  const open = assessment.questions.filter(
    ({ id }) =>
      !answered.some(({ question }) => question === id) &&
      !askedMeasurements(id).some((kind) => draft.measurements.some((given) => given.kind === kind)),
  );
  if (open.length === 0 && answered.length === 0) return null;
  const give = (question: string, text: string) => (answer: string) =>
    dispatch({ type: 'answer', question, text, answer });
  return (
    <section data-region tabIndex={-1} aria-labelledby="questions-title">
      <h2 id="questions-title" className={classes.title}>
        {say('questions.title')}
      </h2>
      <ul className={classes.list}>
        {open.map((question) => (
          <Question
            key={question.id}
            question={question}
            onAnswer={give(question.id, question.text)}
            onMeasure={addMeasurement(draft, dispatch)}
          />
        ))}
        {answered.map(({ question, text, answer }) => (
          <li key={question} className={classes.answered}>
            <span>
              {text} <strong>{answer}</strong>
            </span>
            <button
              type="button"
              className={classes.change}
              aria-label={say('questions.change', { question: text })}
              onClick={() => give(question, text)('')}
            >
              {say('draft.undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
