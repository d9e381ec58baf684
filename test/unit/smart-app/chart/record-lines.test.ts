import { describe, expect, it } from 'vitest';
import { recordLines } from '#smart-app/chart/record-lines.ts';

const lines = (resource: object) =>
  recordLines(resource as never).map(({ label, text }) => `${label}: ${text}`);

describe('recordLines', () => {
  it('says name, value, parts, time and status of an observation', () => {
    const pressure = {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Blood pressure' },
      effectiveDateTime: '2026-11-21T10:00:00Z',
      component: [{ code: { text: 'Systolic' }, valueQuantity: { value: 88, unit: 'mmHg' } }],
    };
    expect(lines(pressure)).toEqual([
      'What: Blood pressure',
      'Systolic: 88 mmHg',
      'When: 2026-11-21T10:00:00Z',
      'Status: final',
    ]);
  });

  it('says every question of a form with its answer, nested ones too', () => {
    const form = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [
        { linkId: '1', text: 'Pain?', answer: [{ valueBoolean: false }] },
        { linkId: '2', item: [{ linkId: '2.1', text: 'How strong?', answer: [{ valueInteger: 0 }] }] },
      ],
    };
    expect(lines(form)).toEqual(['Status: completed', 'Pain?: No', 'How strong?: 0']);
  });

  it('says nothing rather than something wrong of what it does not know', () => {
    expect(lines({ resourceType: 'Binary', contentType: 'x' })).toEqual([]);
  });
});
