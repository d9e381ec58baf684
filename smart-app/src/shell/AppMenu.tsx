import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconDoorExit,
  IconDots,
  IconHelp,
  IconKeyboard,
  IconLanguage,
  IconListCheck,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { KeysDialog } from '../parts/KeysDialog.tsx';
import { useWords } from '../words/WordsContext.tsx';

const AboutDialog = lazy(() =>
  import('../screens/AboutDialog.tsx').then(({ AboutDialog }) => ({ default: AboutDialog })),
);

interface Props {
  /** Absent where no patient is open: then there is nothing to explain and no map of keys. */
  readonly assessment?: Assessment;
  readonly keysOpen?: boolean;
  readonly setKeysOpen?: (open: boolean) => void;
  readonly onLeave: () => void;
  readonly onList?: () => void;
}

/** What is needed seldom: light or dark, language, help, leaving. */
export function AppMenu({ assessment, keysOpen = false, setKeysOpen, onLeave, onList }: Props) {
  const { say, language, setLanguage } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const [about, setAbout] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <ActionIcon aria-label={say('menu.label')}>
            <IconDots aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {onList && (
            <Menu.Item leftSection={<IconListCheck size={20} aria-hidden />} onClick={onList}>
              {say('list.back')}
            </Menu.Item>
          )}
          {assessment && (
            <Menu.Item leftSection={<IconHelp size={20} aria-hidden />} onClick={() => setAbout(true)}>
              {say('menu.about')}
            </Menu.Item>
          )}
          {setKeysOpen && (
            <Menu.Item leftSection={<IconKeyboard size={20} aria-hidden />} onClick={() => setKeysOpen(true)}>
              {say('menu.keys')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={dark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {say(dark ? 'menu.light' : 'menu.dark')}
          </Menu.Item>
          <Menu.Item
            lang={language === 'en' ? 'es' : 'en'}
            leftSection={<IconLanguage size={20} aria-hidden />}
            onClick={() => setLanguage(language === 'en' ? 'es' : 'en')}
          >
            {say('menu.language')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconDoorExit size={20} aria-hidden />} onClick={onLeave}>
            {say('menu.leave')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {setKeysOpen && <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />}
      {about && assessment && (
        <Suspense>
          <AboutDialog assessment={assessment} onClose={() => setAbout(false)} />
        </Suspense>
      )}
    </>
  );
}
