import { en, type WordKey } from './en.ts';
import { es } from './es.ts';

/** Languages of the app, by their BCP 47 code. */
export type Language = 'en' | 'es';

export type Values = Readonly<Record<string, unknown>>;

/** Says one sentence of the table. */
export type Say = (key: WordKey, values?: Values) => string;

const TABLES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, es };

/**
 * The words of a language. A placeholder without a value stays as it stands, so that a test can see it.
 *
 * A key may be made of what the service sends; one that a newer service knows and this app does not is shown as it
 * is: a page that breaks hides more than an untranslated word.
 */
export function wordsOf(language: Language): Say {
  const table = TABLES[language];
  return (key, values = {}) =>
    (table[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The language to begin with: the one chosen before, else the browser's, else English. */
export function firstLanguage(chosen: string | null, browser: readonly string[]): Language {
  if (chosen === 'en' || chosen === 'es') return chosen;
  return browser[0]?.toLowerCase().startsWith('es') ? 'es' : 'en';
}
