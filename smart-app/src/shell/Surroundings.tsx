import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from '../theme/theme.ts';
import { WordsProvider } from '../words/WordsContext.tsx';

/** What every page of the app stands in: theme, light or dark, language. */
export function Surroundings({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <WordsProvider>{children}</WordsProvider>
    </MantineProvider>
  );
}
