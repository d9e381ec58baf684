import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { type FindingChoice, findingChoices, findingOf } from '../review/finding-choices.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Findings.module.css';

/** Adds a finding: the browser offers those of the value set that fit what is typed; own words are taken too. */
export function AddFinding({ onAdd }: { onAdd: (choice: FindingChoice) => void }) {
  const { say } = useWords();
  const [words, setWords] = useState('');
  const [choices, setChoices] = useState<readonly FindingChoice[]>();
  const list = useId();
  const load = () => {
    if (choices) return;
    // Without the value set the nurse's own words still count.
    findingChoices().then(setChoices, () => setChoices([]));
  };
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim()) onAdd(findingOf(words, choices ?? []));
        setWords('');
      }}
    >
      <TextInput
        flex={1}
        label={say('findings.addLabel')}
        list={list}
        maxLength={300}
        autoComplete="off"
        value={words}
        onFocus={load}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <datalist id={list}>
        {choices?.map(({ code, display }) => (
          <option key={code} value={display} />
        ))}
      </datalist>
      <Button type="submit" variant="default">
        {say('findings.addButton')}
      </Button>
    </form>
  );
}
