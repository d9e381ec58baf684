import { describe, expect, it } from 'vitest';
import { en, type WordKey } from '#smart-app/words/en.ts';
import { es } from '#smart-app/words/es.ts';
import { ago, day, percent } from '#smart-app/words/format.ts';
import { firstLanguage, wordsOf } from '#smart-app/words/words.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

describe('words', () => {
  it('have the same placeholders in Spanish as in English', () => {
    for (const key of Object.keys(en) as WordKey[]) {
      expect({ key, has: placeholders(es[key]) }).toEqual({ key, has: placeholders(en[key]) });
    }
  });

  it('never say what the tool must not say', () => {
    for (const words of [...Object.values(en), ...Object.values(es)]) {
      expect(words).not.toMatch(/\b(OK|Submit|AI thinks|diagnosis is)\b/);
    }
  });

  it('name no percentage outside of "How this was made"', () => {
    const others = Object.entries(en).filter(([key]) => !key.startsWith('how.') && !key.startsWith('vital.'));
    expect(others.filter(([, words]) => words.includes('%'))).toEqual([]);
  });

  it('put values in', () => {
    expect(wordsOf('en')('priority.within', { n: 10 })).toBe('See within 10 min');
  });

  it('begin in the language chosen before, then in that of the browser', () => {
    expect(firstLanguage('es', ['en'])).toBe('es');
    expect(firstLanguage(null, ['es-MX'])).toBe('es');
    expect(firstLanguage(null, ['fr'])).toBe('en');
  });
});

describe('format', () => {
  it('writes a day so that no one can swap day and month', () => {
    expect(day('1972-03-12', 'en')).toBe('12 Mar 1972');
    expect(day('1972', 'en')).toBe('1972');
    expect(day('nonsense', 'en')).toBe('nonsense');
  });

  it('says three hours as three hours, not as ten minutes', () => {
    const say = wordsOf('en');
    expect([0, 10, 119, 180, 2900].map((minutes) => ago(minutes, say))).toEqual([
      'now',
      '10 min ago',
      '119 min ago',
      '3 h ago',
      '2 days ago',
    ]);
  });

  it('never claims certainty', () => {
    expect([0, 0.004, 0.52, 0.999].map(percent)).toEqual(['<1%', '<1%', '52%', '>99%']);
  });
});
