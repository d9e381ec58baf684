import { Center, Loader, Stack, Text } from '@mantine/core';
import { useWords } from '../words/WordsContext.tsx';

/** Shown while the workplace opens. */
export function OpeningScreen() {
  const { say } = useWords();
  return (
    <Center mih="60vh" component="main">
      <Stack align="center" gap="md" role="status">
        <Loader aria-hidden />
        <Text>{say('app.opening')}</Text>
      </Stack>
    </Center>
  );
}
