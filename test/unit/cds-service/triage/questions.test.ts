import { describe, expect, it } from 'vitest';
import { findingsOfAnswer } from '#cds-service/triage/answer-question.ts';
import { triage } from '#cds-service/triage/triage.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { rankOf } from '#terminology/priority.ts';
import { emptySnapshot, finding, measured } from '../../../support/snapshot.ts';

const ids = (snapshot: ClinicalSnapshot): readonly string[] => triage(snapshot).questions.map(({ id }) => id);

describe('questions', () => {
  it('ask for the vital signs that would be decisive, the most dangerous first', () => {
    expect(ids(emptySnapshot({ findings: [finding('cough')] }))[0]).toBe('measure-spo2');
    expect(ids(emptySnapshot({ findings: [finding('dizziness')] }))).toContain('measure-pressure');
  });

  it('are not asked again when they are answered by a value or a denial', () => {
    const asked = emptySnapshot({ findings: [finding('headache')] });
    expect(ids(asked)).toContain('ask-thunderclap-headache');
    const denied = {
      ...asked,
      findings: [...asked.findings, finding('neck-stiffness', { state: 'absent' })],
    };
    expect(ids(denied)).not.toContain('ask-thunderclap-headache');
    const measuredNow = { ...asked, measurements: [measured('systolic', 124)] };
    expect(ids(asked)).toContain('measure-pressure');
    expect(ids(measuredNow)).not.toContain('measure-pressure');
  });

  it('ask about pregnancy only where it is possible and unknown', () => {
    const pain = [finding('abdominal-pain')];
    const woman = { id: 'test', sex: 'female' as const, ageYears: 28 };
    expect(ids(emptySnapshot({ findings: pain, patient: woman }))).toContain('ask-pregnancy');
    expect(ids(emptySnapshot({ findings: pain, patient: { ...woman, ageYears: 70 } }))).not.toContain(
      'ask-pregnancy',
    );
    expect(
      ids(emptySnapshot({ findings: pain, patient: woman, pregnancy: { state: 'not-pregnant' } })),
    ).not.toContain('ask-pregnancy');
  });

  it('ask what the problem is when nothing was read', () => {
    expect(ids(emptySnapshot({}))).toContain('ask-what');
  });

  it('ask for the age when it is not known', () => {
    const snapshot = emptySnapshot({ findings: [finding('fever')] });
    expect(ids({ ...snapshot, patient: { id: 'test', sex: 'unknown' } })).toContain('ask-age');
  });

  it('say what each answer could change', () => {
    for (const { text, reason, couldRaiseTo } of triage(emptySnapshot({ findings: [finding('headache')] }))
      .questions) {
      expect(text.length).toBeGreaterThan(10);
      expect(reason.length).toBeGreaterThan(10);
      expect(rankOf(couldRaiseTo!)).toBeGreaterThan(rankOf('low'));
    }
  });
});

describe('an answer', () => {
  const at = '2026-03-01T10:05:00Z';
  const answer = (questionId: string, text: string) => findingsOfAnswer({ questionId, answer: text, at });

  it('yes affirms what the question begins with, and changes the result', () => {
    const snapshot = emptySnapshot({ findings: [finding('low-back-pain')] });
    expect(ids(snapshot)).toContain('ask-cauda-equina');
    const findings = answer('ask-cauda-equina', 'Yes');
    expect(findings.map(({ concept, state }) => [concept, state])).toEqual([['saddle-numbness', 'present']]);
    const { hits } = triage({ ...snapshot, findings: [...snapshot.findings, ...findings] });
    expect(hits.map(({ id }) => id)).toContain('cauda-equina');
  });

  it('no denies everything that the question is about', () => {
    const findings = answer('ask-cauda-equina', 'no');
    expect(findings.length).toBeGreaterThan(2);
    expect(findings.every(({ state }) => state === 'absent')).toBe(true);
  });

  it.each([
    ['ask-cauda-equina', 'no numbness but cannot pee since last night'],
    ['no-such-question', 'yes'],
    ['measure-spo2', '91'],
  ])('to %s, %s, is left to the reader of texts', (id, text) => {
    expect(answer(id, text)).toEqual([]);
  });
});
