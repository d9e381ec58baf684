import { describe, expect, it } from 'vitest';
import { unavailable } from '#fhir-mappers/data-state.ts';
import { judgeDecoded } from '../../../bench/safety/judge-decoded.ts';
import { truthOf } from '../../../bench/safety/truth.ts';
import { anAssessment } from '../../../support/assessment.ts';
import { SHEET } from '../../../support/drafting/sheet.ts';

const assessment = anAssessment({
  priority: 'high',
  complaint: { text: '67 118 97 88 2 10', readable: true },
});
const truth = truthOf(
  assessment,
  { snapshot: unavailable('not-provided'), identifiers: [] },
  '67 118 97 88 2 10',
);
const judge = (text: string, cites: readonly string[] = ['F11']) =>
  judgeDecoded([{ text, cites }], { sheet: SHEET, truth, kind: 'summary' });

describe('the gate of a model, on decoded facts', () => {
  it('takes what the facts say', () => {
    const faults = judge('Heart rate 118 per minute, above the normal range.');
    expect(faults).toEqual({ abnormalCalledNormal: [], inventedNumbers: [], held: 1, sentences: 1 });
  });

  it.each([
    'Heart rate 118 per minute, in the normal range.',
    'Vital signs are within normal limits.',
    'The systolic blood pressure of 88 mmHg is normal.',
  ])('sees an abnormal value called normal, whatever is cited: %s', (text) => {
    expect(judge(text, ['F12']).abnormalCalledNormal).toHaveLength(1);
  });

  it.each([
    'Heart rate 128 per minute.',
    'Chest pain for 5 hours.',
    'A 76-year-old woman.',
  ])('sees an invented number, whatever is cited: %s', (text) => {
    expect(judge(text, []).inventedNumbers).toHaveLength(1);
  });
});
