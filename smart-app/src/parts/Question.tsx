import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { askedMeasurements } from '../review/asked-measurements.ts';
import { useWords } from '../words/WordsContext.tsx';
import { wordsOf } from '../words/words.ts';
import { AddMeasurement } from './AddMeasurement.tsx';
import classes from './Questions.module.css';

interface Props {
  readonly question: Assessment['questions'][number];
  readonly onAnswer: (answer: string) => void;
  readonly onMeasure: (kind: VitalKind) => (value: number) => void;
}

// Answers become part of the record and are read by the service, so they are English in every language.
const recorded = wordsOf('en');
const QUICK = ['questions.yes', 'questions.no', 'questions.notSure'] as const;

/** One question: yes, no, not sure, or in words. */
export function Question({ question, onAnswer, onMeasure }: Props) {
  const { say } = useWords();
  const [words, setWords] = useState<string>();
  const label = `q-${question.id}`;
  const measured = askedMeasurements(question.id);
  return (
    <li className={classes.question}>
      <div className={classes.ask}>
        <span id={label} className={classes.text}>
          {question.text}
        </span>
        <span className={classes.reason}>
          {question.reason}
          {question.couldRaiseTo &&
            ` · ${say('questions.raise', { level: say(`priority.${question.couldRaiseTo}`) })}`}
        </span>
      </div>
      {measured.length > 0 ? (
        <Group gap="xs">
          {measured.map((kind) => (
            <AddMeasurement key={kind} kind={kind} named={measured.length > 1} onAdd={onMeasure(kind)} />
          ))}
        </Group>
      ) : words === undefined ? (
        <Group gap="xs" role="group" aria-labelledby={label}>
          {QUICK.map((key) => (
            <Button key={key} variant="default" px="md" onClick={() => onAnswer(recorded(key))}>
              {say(key)}
            </Button>
          ))}
          <Button variant="subtle" px="xs" onClick={() => setWords('')}>
            {say('questions.words')}
          </Button>
        </Group>
      ) : (
        <form
          className={classes.words}
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim()) onAnswer(words.trim());
          }}
        >
          <TextInput
            autoFocus
            flex={1}
            aria-label={say('questions.wordsFor', { question: question.text })}
            value={words}
            maxLength={2000}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setWords(undefined)}
          />
          <Button type="submit" variant="default">
            {say('questions.keep')}
          </Button>
        </form>
      )}
    </li>
  );
}
