import { describe, expect, it } from 'vitest';
import { wordingFaults } from '#cds-service/gates/wording.ts';

const MUST_FAIL: readonly (readonly [string, string])[] = [
  ['diagnosis', 'The patient is having a stroke.'],
  ['diagnosis', 'You have appendicitis.'],
  ['diagnosis', 'Confirmed sepsis.'],
  ['dose', 'Aspirin 300 mg now.'],
  ['dose', 'Two puffs, then 4 puffs more.'],
  ['prescription', 'Give aspirin before the physician comes.'],
  ['prescription', 'Start antibiotics within the hour.'],
  ['dismissal', 'This is just anxiety.'],
  ['dismissal', 'There is nothing to worry about.'],
  ['stereotype', 'Probably drug-seeking behaviour.'],
  ['certainty', 'A normal reading rules out infection.'],
  ['certainty', 'This is definitely cardiac.'],
];

const MAY_PASS: readonly string[] = [
  'Chest pain with sweating: possible acute coronary syndrome.',
  'Ask whether any blood thinner is taken.',
  'Glucose 2.1 mmol/L, below 3.0 mmol/L.',
  'Glucose 38 mg/dL is low.',
  'Systolic blood pressure 88 mm[Hg].',
  'Ask a physician to come at once.',
  'Which medicines are taken, and since when?',
];

describe('wordingFaults', () => {
  it.each(MUST_FAIL)('finds %s in: %s', (code, sentence) => {
    expect(wordingFaults(sentence)).toContain(code);
  });

  it.each(MAY_PASS)('lets pass: %s', (sentence) => {
    expect(wordingFaults(sentence)).toEqual([]);
  });
});
