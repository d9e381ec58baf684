import type { QuestionnaireItem } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '#fhir-mappers/questionnaire-answers.ts';
import { type Answers, asResponse, emergencies, pages } from '#smart-app/prescreening/answers.ts';
import { NO, NOT_SURE, PRESCREENING, textOf, YES } from '#smart-app/prescreening/questionnaire.ts';

const links = (answers: Answers) => pages(PRESCREENING, answers).map(({ linkId }) => linkId);
const about = {
  id: '1',
  patient: 'p1',
  encounter: 'e1',
  language: 'es',
  authored: '2026-11-21T10:00:00Z',
  status: 'completed',
} as const;
const all = (items: readonly QuestionnaireItem[]): QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...all(item.item ?? [])]);

describe('the form', () => {
  it('asks the red flags first and at most twelve questions', () => {
    expect(links({})[0]).toBe('now');
    const everything: Answers = {
      pain: { coding: YES },
      allergy: { coding: YES },
      'may-be-pregnant': { coding: YES },
    };
    expect(links(everything).length).toBeLessThanOrEqual(12);
  });

  it('asks what depends on an answer only after it', () => {
    expect(links({})).not.toContain('pain.level');
    expect(links({ pain: { coding: YES } })).toContain('pain.level');
    expect(links({ pain: { coding: NOT_SURE } })).not.toContain('pain.level');
  });

  it('asks about pregnancy only where it may be', () => {
    expect(links({})).not.toContain('pregnant');
    expect(links({ 'may-be-pregnant': { coding: YES } })).toContain('pregnant');
  });

  it('says everything in Spanish too', () => {
    for (const item of all(PRESCREENING.item ?? [])) {
      expect(textOf(item, 'es')).not.toBe(item.text);
      expect(textOf(item, 'fr')).toBe(item.text);
    }
  });
});

describe('emergencies', () => {
  it('stop the form on yes, not on no or not sure', () => {
    expect(emergencies(PRESCREENING, { 'now.chest': { coding: YES } })).toHaveLength(1);
    expect(emergencies(PRESCREENING, { 'now.chest': { coding: NO } })).toEqual([]);
    expect(emergencies(PRESCREENING, { 'now.chest': { coding: NOT_SURE } })).toEqual([]);
    expect(emergencies(PRESCREENING, { fever: { coding: YES } })).toEqual([]);
  });
});

describe('asResponse', () => {
  it('holds what was answered and nothing that was not asked', () => {
    const response = asResponse(PRESCREENING, { fever: { coding: NO }, problem: { text: '  ' } }, about);
    expect(response.item?.map(({ linkId }) => linkId)).toEqual(['fever']);
  });

  it('drops the answer to a question that is no longer shown', () => {
    const response = asResponse(PRESCREENING, { pain: { coding: NO }, 'pain.level': { number: 7 } }, about);
    expect(JSON.stringify(response)).not.toContain('pain.level');
  });

  it('is understood by our own reader of forms', () => {
    const answers: Answers = {
      problem: { text: 'Sore throat' },
      fever: { coding: YES },
      'now.chest': { coding: NO },
    };
    const read = readAnswers(asResponse(PRESCREENING, answers, about));
    expect(read).toContainEqual(expect.objectContaining({ topic: 'complaint', text: 'Sore throat' }));
    expect(read).toContainEqual(
      expect.objectContaining({ question: expect.stringContaining('fever'), kind: 'yes' }),
    );
    expect(read).toContainEqual(
      expect.objectContaining({ question: expect.stringContaining('chest pain'), kind: 'no' }),
    );
  });
});
