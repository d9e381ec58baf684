import { describe, expect, it } from 'vitest';
import { startDraft } from '#smart-app/review/draft.ts';
import { type Action, edit, startEditing } from '#smart-app/review/reducer.ts';
import { cannedAssessment } from '../../../support/app/canned-assessment.ts';

const assessment = cannedAssessment();
const lines = { situation: '', background: '', assessment: '', recommendation: '' };
const run = (...actions: Action[]) => actions.reduce(edit, startEditing(startDraft(assessment, lines)));
const type = (text: string): Action => ({ type: 'line', line: 'situation', text });
const level = (priority: 'low' | 'high'): Action => ({ type: 'set', change: { priority } });

const NO_LINES = { situation: '', background: '', assessment: '', recommendation: '' };

describe('edit', () => {
  it('undoes the last thing done', () => {
    expect(run(level('low'), level('high'), { type: 'undo' }).draft.priority).toBe('low');
  });

  it('takes typing in one field as one step', () => {
    const editing = run(type('C'), type('Ch'), type('Che'), { type: 'undo' });
    expect(editing.draft.lines.situation).toBe('');
  });

  it('takes typing after something else as a new step', () => {
    const editing = run(type('C'), level('low'), type('Ch'), { type: 'undo' });
    expect(editing.draft).toMatchObject({ priority: 'low', lines: { situation: 'C' } });
  });

  it('has nothing to undo at first', () => {
    expect(run({ type: 'undo' }).draft).toEqual(startDraft(assessment, lines));
  });

  it('keeps one answer for a question, and an empty one takes it back', () => {
    const answer = (words: string): Action => ({ type: 'answer', question: 'q', text: 'Q?', answer: words });
    expect(run(answer('Yes'), answer('No')).draft.answers).toEqual([
      { question: 'q', text: 'Q?', answer: 'No' },
    ]);
    expect(run(answer('Yes'), answer('')).draft.answers).toEqual([]);
  });

  it('keeps one verdict for a finding', () => {
    const verdict = (word: 'confirmed' | 'rejected'): Action => ({
      type: 'finding',
      finding: { code: 'fever', display: 'fever', verdict: word },
    });
    expect(run(verdict('confirmed'), verdict('rejected')).draft.findings).toHaveLength(1);
  });

  it('never undoes back to a proposal that is no longer true', () => {
    const now = cannedAssessment({ id: '11111111-1111-4111-8111-111111111111' });
    const editing = run(
      level('low'),
      { type: 'rebase', before: assessment, now, lines: { before: NO_LINES, now: NO_LINES } },
      { type: 'undo' },
    );
    expect(editing.draft.assessmentId).toBe(now.id);
    expect(editing.draft.priority).toBeUndefined();
  });
});
