import { Center, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words/WordsContext.tsx';

/** After this time waiting is explained, milliseconds. */
const SLOW = 4000;

/** Shown while the workplace opens; says so when it takes longer than usual. */
export function OpeningScreen() {
  const { say } = useWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Center mih="60vh" component="main">
      <Stack align="center" gap="md" px="md" role="status">
        <Loader aria-hidden />
        <Text>{say('app.opening')}</Text>
        {slow && (
          <Text ta="center" maw={520} data-slow>
            {say('app.slow')}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
