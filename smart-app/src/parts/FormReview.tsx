import { Button } from '@mantine/core';
import type { QuestionnaireItem } from 'fhir/r4';
import type { RefObject } from 'react';
import type { Answers, Given } from '../prescreening/answers.ts';
import { NO, textOf, YES } from '../prescreening/questionnaire.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Say } from '../words/words.ts';
import classes from './FormReview.module.css';

interface Props {
  readonly items: readonly QuestionnaireItem[];
  readonly answers: Answers;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly state: 'review' | 'sending' | 'failed';
  readonly onChange: (index: number) => void;
  readonly onSend: () => void;
}

/** All answers once more; each can be changed; then they are sent. */
export function FormReview({ items, answers, heading, state, onChange, onSend }: Props) {
  const { say, language } = useWords();
  return (
    <section>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {say('form.review')}
      </h1>
      <dl className={classes.list}>
        {items.map((item, index) => (
          <div key={item.linkId} className={classes.row}>
            <dt>{textOf(item, language)}</dt>
            <dd>{answerOf(item, answers, say)}</dd>
            <dd>
              <Button
                variant="subtle"
                px="xs"
                aria-label={say('form.changeNamed', { question: textOf(item, language) })}
                onClick={() => onChange(index)}
              >
                {say('form.change')}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      {state === 'failed' && <p role="alert">{say('form.failed')}</p>}
      <Button size="lg" loading={state === 'sending'} onClick={onSend}>
        {say(state === 'failed' ? 'problem.again' : 'form.send')}
      </Button>
    </section>
  );
}

function answerOf({ linkId, item = [] }: QuestionnaireItem, answers: Answers, say: Say): string {
  if (item.length > 0) {
    const asked = item.filter((one) => answers[one.linkId] !== undefined);
    return asked.length === 0
      ? say('form.unanswered')
      : say('form.answered', { n: asked.length, of: item.length });
  }
  return inWords(answers[linkId], say);
}

function inWords(given: Given | undefined, say: Say): string {
  if (!given) return say('form.unanswered');
  if ('text' in given) return given.text;
  if ('number' in given) return String(given.number);
  const { code } = given.coding;
  return say(code === YES.code ? 'questions.yes' : code === NO.code ? 'questions.no' : 'questions.notSure');
}
