import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { firstLanguage, type Language, type Say, wordsOf } from './words.ts';

interface Words {
  readonly say: Say;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const Context = createContext<Words | undefined>(undefined);
const CHOSEN = 'prescreen.language';

/** Gives the words of the chosen language to everything inside, and tells the browser which it is. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    firstLanguage(localStorage.getItem(CHOSEN), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const words = useMemo<Words>(
    () => ({
      say: wordsOf(language),
      language,
      setLanguage: (chosen) => {
        localStorage.setItem(CHOSEN, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <Context value={words}>{children}</Context>;
}

/** The words of the chosen language. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new TypeError('WordsProvider is missing');
  return words;
}
