import { Button, Textarea } from '@mantine/core';
import type { QuestionnaireItem } from 'fhir/r4';
import type { RefObject } from 'react';
import type { Answers, Given } from '../prescreening/answers.ts';
import { NO, NOT_SURE, textOf, YES } from '../prescreening/questionnaire.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './FormPage.module.css';

interface Props {
  readonly item: QuestionnaireItem;
  readonly answers: Answers;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAnswer: (link: string, given: Given | undefined) => void;
}

const CHOICES = [
  [YES, 'questions.yes'],
  [NO, 'questions.no'],
  [NOT_SURE, 'questions.notSure'],
] as const;

/** One page of the form: a question, or the group of red flags. */
export function FormPage({ item, answers, heading, onAnswer }: Props) {
  const { say, language } = useWords();
  const title = textOf(item, language);
  const inner = item.item ?? [];
  return (
    <section className={classes.page}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      {item.type === 'group' && (
        <>
          {inner.map((one) => (
            <YesNo key={one.linkId} item={one} given={answers[one.linkId]} onAnswer={onAnswer} shown />
          ))}
          {/* After the list: it is an answer to all of it, not a way around it. */}
          <Button
            size="lg"
            variant="default"
            onClick={() => {
              for (const { linkId } of inner) onAnswer(linkId, { coding: NO });
            }}
          >
            {say('form.none')}
          </Button>
        </>
      )}
      {item.type === 'choice' && <YesNo item={item} given={answers[item.linkId]} onAnswer={onAnswer} />}
      {item.type === 'text' && (
        <Textarea
          aria-label={title}
          autosize
          minRows={3}
          maxLength={item.maxLength ?? 1000}
          value={wordsIn(answers[item.linkId])}
          onChange={({ currentTarget: { value } }) =>
            onAnswer(item.linkId, value === '' ? undefined : { text: value })
          }
        />
      )}
      {item.type === 'integer' && (
        <fieldset className={classes.numbers}>
          <legend className="hidden">{title}</legend>
          {Array.from({ length: 11 }, (_, number) => (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is the identity
              key={number}
              variant={isNumber(answers[item.linkId], number) ? 'filled' : 'default'}
              aria-pressed={isNumber(answers[item.linkId], number)}
              px={0}
              onClick={() => onAnswer(item.linkId, { number })}
            >
              {number}
            </Button>
          ))}
        </fieldset>
      )}
    </section>
  );
}

interface YesNoProps {
  readonly item: QuestionnaireItem;
  readonly given: Given | undefined;
  readonly onAnswer: Props['onAnswer'];
  /** The question is shown beside the answers, not as the heading of the page. */
  readonly shown?: boolean;
}

function YesNo({ item, given, onAnswer, shown = false }: YesNoProps) {
  const { say, language } = useWords();
  const text = textOf(item, language);
  return (
    <fieldset className={classes.choice}>
      <legend className={shown ? classes.legend : 'hidden'}>{text}</legend>
      {CHOICES.map(([coding, words]) => (
        <label
          key={coding.code}
          className={classes.answer}
          data-chosen={(given && 'coding' in given && given.coding.code === coding.code) || undefined}
        >
          <input
            type="radio"
            className="hidden"
            name={item.linkId}
            checked={given !== undefined && 'coding' in given && given.coding.code === coding.code}
            onChange={() => onAnswer(item.linkId, { coding })}
          />
          {say(words)}
        </label>
      ))}
    </fieldset>
  );
}

function wordsIn(given: Given | undefined): string {
  return given && 'text' in given ? given.text : '';
}

function isNumber(given: Given | undefined, number: number): boolean {
  return given !== undefined && 'number' in given && given.number === number;
}
