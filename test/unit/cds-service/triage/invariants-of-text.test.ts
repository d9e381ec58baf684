import { describe, expect, it } from 'vitest';
import type { ChartedCase } from '#models/training/cases/charted-case.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import { priorityOfCase, sampleOfCases } from '../../../support/generated-cases.ts';

/** About 270 synthetic cases of all conditions, registers and ages; a seed that nothing was tuned on. */
const CASES = sampleOfCases(23, 50);
const BASE: readonly Priority[] = CASES.map(priorityOfCase);

const closed = (text: string): string =>
  /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim().replace(/[,;]+$/, '')}.`;
const opening = (sentence: string) => (text: string) => `${sentence} ${text}`;
const closing = (sentence: string) => (text: string) => `${closed(text)} ${sentence}`;
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);

/** The cases whose priority changes with the text, as "low -> high: text". */
function changed(rewrite: (text: string) => string): readonly string[] {
  return CASES.flatMap((one, index) => {
    const other: ChartedCase = { ...one, text: rewrite(one.text) };
    const priority = priorityOfCase(other);
    return priority === BASE[index] ? [] : [`${BASE[index]} -> ${priority}: ${other.text}`];
  });
}

describe('the same complaint told in another way', () => {
  it('is drawn from all priorities', () => {
    expect(CASES.length).toBeGreaterThan(200);
    expect(new Set(BASE).size).toBe(4);
  });

  it.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['in small letters', (text) => text.toLowerCase()],
    ['with a line for each sentence', (text) => sentencesOf(text).join('\n')],
    ['with double spaces', (text) => text.replaceAll(' ', '  ')],
    ['with a greeting', opening('Hello, good morning.')],
    ['with an excuse', opening('Sorry to bother you.')],
    ['with thanks', closing('Thank you very much for your help.')],
    ['with a relative’s reassurance', closing('Family says it is nothing.')],
    ['with a partner’s guess', closing('His wife thinks it is probably just stress.')],
    ['with a mother’s reassurance', closing('My mother says I am overreacting.')],
    ['with a neighbour’s guess', closing('The neighbour reckons it is just nerves.')],
  ])('%s has the same priority', (_name, rewrite) => {
    expect(changed(rewrite)).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['a name', opening('Mr. Grady Hale here.')],
    ['an ethnicity', closing('Hispanic, speaks Spanish at home.')],
    ['a payer', closing('No insurance, Medicaid pending.')],
    ['no home', closing('He is homeless and sleeps in a shelter.')],
    ['an occupation', closing('Works as a lawyer.')],
  ])('with %s has the same priority', (_name, rewrite) => {
    expect(changed(rewrite)).toEqual([]);
  });

  it('with its sentences in reverse order has the same priority but for one in a hundred', () => {
    const others = changed((text) => [...sentencesOf(text)].reverse().join(' '));
    expect(others.length / CASES.length, others.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it.each([
    'Now not breathing and unresponsive.',
    'He is having a seizure right now.',
    'Cardiac arrest, CPR in progress.',
  ])('with "%s" at its end is critical', (emergency) => {
    const calm = CASES.filter(
      (one) => priorityOfCase({ ...one, text: closing(emergency)(one.text) }) !== 'critical',
    );
    expect(calm.map(({ text }) => text)).toEqual([]);
  });

  it('never becomes less urgent by an emergency sentence before or after it', () => {
    const emergencies = [
      'Also vomiting blood.',
      'Also crushing chest pain for an hour.',
      'Took an overdose tonight.',
    ];
    const lowered = CASES.flatMap((one, index) =>
      emergencies.flatMap((emergency) =>
        [opening(emergency), closing(emergency)].flatMap((rewrite) => {
          const text = rewrite(one.text);
          return rankOf(priorityOfCase({ ...one, text })) < rankOf(BASE[index]!) ? [text] : [];
        }),
      ),
    );
    expect(lowered).toEqual([]);
  });
});
