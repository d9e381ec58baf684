import { Button, Container, Group, Stack, Text } from '@mantine/core';
import { type Dispatch, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Priority } from '#terminology/priority.ts';
import type { VitalsView } from '../chart/vitals.ts';
import { highestFloor } from '../review/floor.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './FirstImpression.module.css';
import { LevelChoice } from './LevelChoice.tsx';
import { Vitals } from './Vitals.tsx';

interface Props {
  readonly assessment: Assessment;
  readonly vitals: VitalsView;
  readonly dispatch: Dispatch<Action>;
  readonly onSkip: () => void;
}

/**
 * Asks for the nurse's own level before the proposal is shown, so that it cannot lead her: with the words of the
 * patient and what was measured, and nothing that the tool makes of them. Floors never wait.
 */
export function FirstImpression({ assessment, vitals, dispatch, onSkip }: Props) {
  const { say } = useWords();
  const [level, setLevel] = useState<Priority>();
  const rule = highestFloor(assessment);
  return (
    <Container component="main" size="sm" py="xl">
      <Stack gap="lg">
        {rule && (
          <Text fw={700}>
            {say('first.floors', { title: rule.title, floor: say(`priority.${rule.floor}`) })}
          </Text>
        )}
        <Text fz="lg">{say('first.text')}</Text>
        <section aria-label={say('complaint.title')}>
          <h2 className={classes.title}>{say('complaint.title')}</h2>
          <p className={classes.words}>{assessment.complaint?.text ?? <em>{say('chart.nothing')}</em>}</p>
          <h2 className={classes.title}>{say('vitals.title')}</h2>
          <Vitals view={vitals} news2={undefined} />
        </section>
        <LevelChoice title={say('first.title')} chosen={level} onChoose={setLevel} />
        <Group justify="space-between">
          <Button
            disabled={!level}
            onClick={() => dispatch({ type: 'set', change: { firstImpression: level, priority: level } })}
          >
            {say('first.show')}
          </Button>
          <Button variant="subtle" onClick={onSkip}>
            {say('first.skip')}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}
