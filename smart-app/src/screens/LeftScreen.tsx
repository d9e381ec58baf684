import { Container, Text, Title } from '@mantine/core';
import { useWords } from '../words/WordsContext.tsx';

/** After leaving: nothing of the patient is left on the page. */
export function LeftScreen() {
  const { say } = useWords();
  return (
    <Container component="main" size="sm" py={64}>
      <Title order={1} fz={28} mb="md">
        {say('left.title')}
      </Title>
      <Text fz="lg">{say('left.text')}</Text>
    </Container>
  );
}
