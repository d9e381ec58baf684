import type { Language, Say } from './words.ts';

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' };

/** A clock time, 24 hours: 10:42. */
export function clock(at: Date | string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
}

/** A day with its month in letters, because 03/04 is two days: 12 Mar 1972. A year alone stays a year. */
export function day(date: string, language: Language): string {
  if (/^\d{4}$/.test(date)) return date;
  const parts = date.length === 7 ? ({ month: 'short', year: 'numeric' } as const) : DAY;
  // A date without a time has no zone: read as UTC and written as UTC it stays the day that was recorded.
  const zone = date.length <= 10 ? { timeZone: 'UTC' } : {};
  const parsed = new Date(date);
  if (Number.isNaN(parsed.getTime())) return date;
  return new Intl.DateTimeFormat(LOCALE[language], { ...parts, ...zone }).format(parsed);
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** How long ago, in the unit that people use: minutes up to 2 hours, hours up to 2 days, then days. */
export function ago(minutes: number, say: Say): string {
  if (minutes < 1) return say('time.now');
  if (minutes < 120) return say('time.min', { n: Math.round(minutes) });
  if (minutes < 2880) return say('time.h', { n: Math.round(minutes / 60) });
  return say('time.d', { n: Math.round(minutes / 1440) });
}

/** Minutes from an instant to now; 0 for the future. */
export function minutesSince(at: string, now: Date): number {
  return Math.max(0, (now.getTime() - Date.parse(at)) / 60_000);
}

/** A number by the language's own decimal sign. */
export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 }).format(value);
}

/** A probability as a whole percentage, never 0 or 100, which would claim certainty. */
export function percent(probability: number): string {
  if (probability < 0.01) return '<1%';
  if (probability > 0.99) return '>99%';
  return `${Math.round(probability * 100)}%`;
}
