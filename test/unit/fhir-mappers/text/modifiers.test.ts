import { describe, expect, it } from 'vitest';
import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { isA } from '#terminology/lexicon/lexicon.ts';
import { read } from '../../../support/read.ts';

function finding(text: string, concept: string): Finding | undefined {
  return read(text).findings.find((one) => isA(one.concept, concept));
}

const DURATIONS: readonly (readonly [text: string, concept: string, hours: number])[] = [
  ['chest pain for two hours', 'chest-pain', 2],
  ['chest pain x 20 min', 'chest-pain', 0.33],
  ['cough x3d', 'cough', 72],
  ['fever for 4 days', 'fever', 96],
  ['headache x 2 wks', 'headache', 336],
  ['back pain since this morning', 'back-pain', 4],
  ['dizzy since last night', 'dizziness', 12],
  ['weakness started an hour ago', 'weakness', 1],
  ['abdominal pain on and off for 2 years', 'abdominal-pain', 17532],
];

const ONSETS: readonly (readonly [text: string, concept: string, onset: Finding['onset']])[] = [
  ['sudden pain in the left knee', 'knee-pain', 'sudden'],
  ['dizziness came on suddenly', 'dizziness', 'sudden'],
  ['abrupt onset of chest pain', 'chest-pain', 'sudden'],
  ['gradual onset headache', 'headache', 'gradual'],
];

const COURSES: readonly (readonly [text: string, concept: string, course: Finding['course']])[] = [
  ['shortness of breath, worse since yesterday', 'shortness-of-breath', 'worsening'],
  ['worsening abdominal pain', 'abdominal-pain', 'worsening'],
  ['knee pain, chronic', 'knee-pain', 'chronic'],
  ['chronic dizziness', 'dizziness', 'chronic'],
  ['chest pain, resolved before arrival', 'chest-pain', 'resolved'],
  ['cough is getting better', 'cough', 'improving'],
  ['intermittent abdominal pain', 'abdominal-pain', 'intermittent'],
];

const SEVERITIES: readonly (readonly [text: string, concept: string, severity: Finding['severity']])[] = [
  ['severe knee pain', 'knee-pain', 'severe'],
  ['mild cough', 'cough', 'mild'],
  ['awful pain in the shoulder', 'shoulder-pain', 'severe'],
  ['moderate knee pain', 'knee-pain', 'moderate'],
];

describe('how long, how, and how bad', () => {
  it.each(DURATIONS)('%s: %s for about %d hours', (text, concept, hours) => {
    const read = finding(text, concept)?.durationHours ?? -1;
    expect(read).toBeGreaterThan(hours * 0.6);
    expect(read).toBeLessThan(hours * 2.2);
  });
  it.each(ONSETS)('%s: %s is %s', (text, concept, onset) => {
    expect(finding(text, concept)?.onset).toBe(onset);
  });
  it.each(COURSES)('%s: %s is %s', (text, concept, course) => {
    expect(finding(text, concept)?.course).toBe(course);
  });
  it.each(SEVERITIES)('%s: %s is %s', (text, concept, severity) => {
    expect(finding(text, concept)?.severity).toBe(severity);
  });
});

describe('weeks of pregnancy', () => {
  it.each([
    'Pregnant 36 weeks with severe headache',
    '36 weeks pregnant, bleeding',
    'G2P1 at 34 weeks with bleeding',
  ])('are not how long it has lasted: %s', (text) => {
    expect(read(text).findings.map(({ course }) => course)).not.toContain('chronic');
  });
});

const COMPOSED: readonly (readonly [text: string, concepts: readonly string[]])[] = [
  ['pain, chest', ['chest-pain']],
  ['pain in my chest and left arm', ['chest-pain', 'arm-pain']],
  ['arm pain, Lt', ['arm-pain']],
  ['knee swelling and pain', ['knee-pain', 'knee-swelling']],
  ['numbness of left face and arm', ['one-sided-numbness']],
  ['laceration to the right index finger', ['finger-laceration']],
  ['swollen calf', ['unilateral-leg-swelling']],
];

describe('sites', () => {
  it.each(COMPOSED)('%s', (text, concepts) => {
    const found = read(text).findings.map(({ concept }) => concept);
    for (const concept of concepts) expect(found.some((one) => isA(one, concept))).toBe(true);
  });
});
