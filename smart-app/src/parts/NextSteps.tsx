import { ActionIcon, Button, Stack, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import type { Draft } from '../review/draft.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './decision.module.css';

/** What should happen next: the proposed steps, each to be changed, removed or added to. */
export function NextSteps({ draft, dispatch }: { draft: Draft; dispatch: Dispatch<Action> }) {
  const { say } = useWords();
  return (
    <section data-region tabIndex={-1} aria-labelledby="steps-title">
      <h2 id="steps-title" className={classes.title}>
        {say('steps.title')}
      </h2>
      <Stack gap="xs">
        {draft.nextSteps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place
          <div key={index} className={classes.step}>
            <Textarea
              aria-label={say('steps.step', { n: index + 1 })}
              autosize
              minRows={1}
              maxLength={500}
              value={step}
              onChange={({ currentTarget }) => dispatch({ type: 'step', index, text: currentTarget.value })}
            />
            <ActionIcon
              aria-label={say('steps.remove', { n: index + 1 })}
              onClick={() => dispatch({ type: 'remove-step', index })}
            >
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {draft.nextSteps.length < 20 && (
          <Button
            variant="subtle"
            px="xs"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => dispatch({ type: 'add-step' })}
          >
            {say('steps.add')}
          </Button>
        )}
      </Stack>
    </section>
  );
}
