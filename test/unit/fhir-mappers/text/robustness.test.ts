import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../../support/read.ts';

const SENTENCES = [
  'Crushing chest pain for an hour.',
  'No fever or cough.',
  'He takes warfarin.',
  'BP 92/60, HR 118.',
  'Vomited twice this morning.',
  'Father had a stroke.',
  'The left knee is swollen.',
];

const conceptsOf = (text: string) =>
  read(text)
    .findings.map(({ concept, state }) => `${concept} ${state}`)
    .sort();

describe('the reader', () => {
  it('never throws, and every span points at its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const finding of read(text).findings) {
          const [from, to] = finding.source.span ?? [0, 0];
          expect(text.slice(from, to)).toBe(finding.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads upper case as lower case', () => {
    for (const text of SENTENCES) expect(conceptsOf(text.toUpperCase())).toEqual(conceptsOf(text));
  });

  it('reads sentences in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SENTENCES, { minLength: SENTENCES.length }), (order) => {
        expect(conceptsOf(order.join(' '))).toEqual(conceptsOf(SENTENCES.join(' ')));
      }),
      { numRuns: 40 },
    );
  });

  it('gives politeness no weight', () => {
    const plain = 'Crushing chest pain for an hour.';
    for (const concept of conceptsOf(plain))
      expect(conceptsOf(`Hello, sorry to bother you. ${plain} Thank you so much for your help.`)).toContain(
        concept,
      );
  });

  it('says that it has not read another script', () => {
    const { readable, problems } = read('胸が痛くて息が苦しいです');
    expect(readable).toBe(false);
    expect(problems.map(({ code }) => code)).toContain('unread-language');
  });

  it.each([
    'chest pain',
    'abd pain',
    'SOB',
    'fever, cough',
    'finger lac',
    'med refill',
  ])('reads the telegram: %s', (text) => {
    expect(read(text).readable).toBe(true);
    expect(read(text).findings.length).toBeGreaterThan(0);
  });

  it('is linear: ten times the hostile text takes about ten times as long', () => {
    const hostile = (times: number) => 'no and or not without denies pain, '.repeat(times);
    read(hostile(300));
    const time = (times: number) => {
      const begin = performance.now();
      read(hostile(times));
      return performance.now() - begin;
    };
    const short = Math.min(time(280), time(280), time(280));
    const long = Math.min(time(2800), time(2800));
    expect(long / short).toBeLessThan(40);
  });

  it('bounds a text of a million characters and says so', () => {
    const { problems } = read('chest pain and cough '.repeat(50_000));
    expect(problems.map(({ code }) => code)).toContain('incomplete');
  });
});
