import { Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { DeskLinks } from '../parts/DeskLinks.tsx';
import type { Problem, ProblemCode } from '../smart/problem.ts';
import { problemWords } from '../words/problems.ts';
import { useWords } from '../words/WordsContext.tsx';

interface Props {
  readonly problem: Problem;
  readonly onAgain?: () => void;
  readonly onNewest?: () => void;
}

/** Problems that the same page may overcome by trying again. The others need a new launch. */
const AGAIN: ReadonlySet<ProblemCode> = new Set([
  'config-unavailable',
  'server-unreachable',
  'server-failed',
  'offline',
  'timed-out',
  'data-unavailable',
  'no-assessment',
  'unexpected',
]);

/** A full page that says what happened, what is kept and what to do now. */
export function ProblemScreen({ problem, onAgain, onNewest }: Props) {
  const { say, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, text } = problemWords(problem.code, language);
  useEffect(() => {
    document.title = `Error: ${title}`;
    heading.current?.focus();
  }, [title]);
  const detail = [problem.code, problem.status, problem.detail].filter(Boolean).join(' · ');
  return (
    <Container component="main" size="sm" py={64} data-problem={problem.code}>
      <Stack gap="md">
        <IconPlugConnectedX size={44} color="var(--error)" aria-hidden />
        <Title order={1} fz={28} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        <Text fz="lg">{text}</Text>
        <Group>
          {problem.code === 'not-launched' && <DeskLinks />}
          {onAgain && AGAIN.has(problem.code) && <Button onClick={onAgain}>{say('problem.again')}</Button>}
          {onNewest && problem.code === 'other-patient' && (
            <Button variant="default" onClick={onNewest}>
              {say('problem.newest')}
            </Button>
          )}
        </Group>
        <Text c="dimmed" fz="sm">
          {say('problem.code', { code: detail })}
        </Text>
      </Stack>
    </Container>
  );
}
