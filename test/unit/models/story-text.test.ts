import { describe, expect, it } from 'vitest';
import type { ConditionFact, Measurement } from '#fhir-mappers/clinical-snapshot.ts';
import { present, unavailable } from '#fhir-mappers/data-state.ts';
import { storyText, wordsBeyondFindings } from '#models/story-text.ts';
import { narrativeSnapshot } from '../../support/narrative-snapshot.ts';
import { emptySnapshot } from '../../support/snapshot.ts';

const condition = (concept: string, active = true): ConditionFact => ({
  display: concept,
  codings: [],
  concepts: [concept],
  active,
  source: { origin: 'chart' },
});

describe('storyText', () => {
  it('tells age, words, coded vital signs, conditions and medicines', () => {
    const snapshot = narrativeSnapshot({
      text: 'Dizzy since the morning, BP at home 90/50.',
      ageYears: 71,
      vitals: { systolic: 96, diastolic: 54, 'heart-rate': 112, temperature: 36.85 },
      medicines: ['Warfarin 3 mg', 'Amlodipine 5 mg tablet'],
    });
    const conditions = present([
      condition('hypertension'),
      condition('diabetes'),
      condition('asthma', false),
    ]);
    expect(storyText({ ...snapshot, conditions })).toEqual({
      about:
        '71 years old. Measured: HR 112, BP 96/54, T 36.9. Known: diabetes, hypertension. Takes: amlodipine, warfarin.',
      words: 'Dizzy since the morning, BP at home 90/50.',
    });
  });

  it.each([
    [0.02, '7 days old.'],
    [0.75, '9 months old.'],
    [2.4, '2 years old.'],
  ])('tells %s years as %s', (ageYears, about) => {
    expect(storyText(narrativeSnapshot({ text: 'has a cough', ageYears }))?.about).toBe(about);
  });

  it('takes an unknown age for an adult and an unavailable list for none', () => {
    const { ageYears: _, ...patient } = narrativeSnapshot({ text: 'has a cough' }).patient;
    const snapshot = { ...narrativeSnapshot({ text: 'has a cough' }), patient };
    expect(storyText({ ...snapshot, conditions: unavailable('timeout') })?.about).toBe('adult.');
  });

  it('says neither who somebody is nor what is polite, and hides what looks like an identifier', () => {
    const told = (text: string) =>
      storyText(narrativeSnapshot({ text }), (words) => words.replace('X1', ''))?.words;
    expect(told('Black patient. Homeless, cough since Monday X1. Thank you very much.')).toBe(
      told('White patient. Cough since Monday .'.replace('Cough', 'cough')),
    );
  });

  it.each([
    'Family says it is nothing.',
    'My husband thinks I am overreacting.',
    'My wife says not to worry.',
  ])('does not tell that "%s"', (calm) => {
    const about = (text: string) => storyText(narrativeSnapshot({ text }))?.words.replace(/\W+$/, '');
    expect(about(`Chest tight since noon. ${calm}`)).toBe(about('Chest tight since noon.'));
  });

  it('does not tell what calms when it was written into a form either', () => {
    const snapshot = narrativeSnapshot({ text: 'Chest tight since noon. Family says it is nothing.' });
    const findings = snapshot.findings.map((one) => ({
      ...one,
      source: { ...one.source, origin: 'questionnaire' as const, reference: 'QuestionnaireResponse/1' },
    }));
    expect(storyText({ ...snapshot, findings })?.words).toBe('Chest tight since noon.');
    expect(wordsBeyondFindings({ ...snapshot, findings })).toBe(wordsBeyondFindings(snapshot));
  });

  // Tried from each of them, such a run takes minutes; read once it takes milliseconds.
  it.each([
    ',',
    ' ',
    ' ,',
    '.',
    '. ',
  ])('comes to an end with half a million of "%s" between two words', (mark) => {
    const text = `pain${mark.repeat(500_000 / mark.length)}pain`;
    const snapshot = emptySnapshot({ complaint: present({ text, sources: [], readable: true }) });
    expect(storyText(snapshot)?.words).toMatch(/pain\.$/);
    expect(wordsBeyondFindings(snapshot)).toBe(2);
  });

  it('leaves out what is stale, and what was read from the words themselves', () => {
    const snapshot = narrativeSnapshot({ text: 'Cough, HR 88', vitals: { spo2: 95 } });
    const old = snapshot.measurements.map((one): Measurement => ({ ...one, stale: true }));
    expect(storyText(snapshot)?.about).toBe('adult. Measured: SpO2 95.');
    expect(storyText({ ...snapshot, measurements: old })?.about).toBe('adult.');
  });

  it('is nothing where nothing was told', () => {
    const snapshot = narrativeSnapshot({ text: 'Hello' });
    expect(storyText({ ...snapshot, complaint: unavailable('timeout') })).toBeUndefined();
    expect(
      storyText({ ...snapshot, complaint: present({ text: 'Thanks!', sources: [], readable: true }) }),
    ).toBeUndefined();
  });
});

describe('wordsBeyondFindings', () => {
  const count = (text: string) => wordsBeyondFindings(narrativeSnapshot({ text }));

  it('is nothing for a list of complaints and for what stands in numbers', () => {
    expect(count('Chest pain, shortness of breath, vomiting. HR 120, BP 90/50.')).toBeLessThanOrEqual(2);
  });

  it('counts what a story tells, not who somebody is, thanks, or what a relative thinks', () => {
    const story = 'Chest pain while carrying the shopping up to the third floor';
    expect(count(story)).toBeGreaterThanOrEqual(8);
    expect(count(`Black patient. ${story}. Thank you. Family says it is nothing.`)).toBe(count(story));
  });
});
