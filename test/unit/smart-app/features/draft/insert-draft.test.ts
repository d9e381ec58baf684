import { describe, expect, it } from 'vitest';
import { REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import type { DraftedNote } from '#fhir-mappers/drafted-note.ts';
import { insertDraft, linesOfNote, markOf } from '#smart-app/features/draft/insert-draft.ts';
import { draftWords } from '#smart-app/features/draft/words.ts';

const EMPTY = { situation: '', background: '', assessment: '', recommendation: '' };

function note(kind: DraftedNote['kind'], ...sentences: DraftedNote['sentences']): DraftedNote {
  return {
    schema: '1',
    id: '6f1c2d3e-0000-4000-8000-000000000002',
    assessmentId: '6f1c2d3e-0000-4000-8000-000000000001',
    kind,
    by: { adapter: 'template', name: 'template' },
    sentences,
    dropped: [],
    facts: [],
    review: REVIEW_STATEMENT,
    milliseconds: 1,
  };
}

const sbar = note(
  'sbar',
  { section: 'situation', text: 'A.', cites: ['F1'] },
  { section: 'situation', text: 'B.', cites: ['F2'] },
  { section: 'assessment', text: 'C.', cites: ['F3'] },
);

describe('linesOfNote', () => {
  it('puts sentences into the line of their part', () => {
    expect(linesOfNote(sbar)).toEqual({ situation: 'A. B.', assessment: 'C.' });
  });

  it('puts three lines into the situation and questions into the recommendation', () => {
    const sentence = { text: 'A.', cites: ['F1'] };
    expect(linesOfNote(note('summary', sentence))).toEqual({ situation: 'A.' });
    expect(linesOfNote(note('questions', sentence))).toEqual({ recommendation: 'A.' });
  });

  it('keeps words for the patient out of the record', () => {
    expect(linesOfNote(note('patient', { text: 'A.', cites: ['F1'] }))).toEqual({});
  });

  it('leaves out whole sentences that a line has no room for', () => {
    const long = `${'x'.repeat(1899)}.`;
    const lines = linesOfNote(note('summary', { text: long, cites: [] }, { text: 'B.', cites: [] }));
    expect(lines.situation).toBe(long);
  });
});

describe('insertDraft', () => {
  it('replaces what nobody wrote, and adds behind what the nurse wrote', () => {
    const lines = { ...EMPTY, situation: 'from the chart', assessment: 'my words' };
    const untouched = { ...EMPTY, situation: 'from the chart' };
    const change = insertDraft({ lines }, sbar, untouched);
    expect(change.lines).toMatchObject({ situation: 'A. B.', assessment: 'my words\nC.' });
  });

  it('replaces an earlier draft that was left as it was', () => {
    const first = insertDraft({ lines: EMPTY }, sbar, EMPTY);
    const again = insertDraft(first, note('summary', { text: 'D.', cites: ['F1'] }), EMPTY);
    expect(again.lines.situation).toBe('D.');
  });
});

describe('markOf', () => {
  it('tells drafted, edited and own lines apart', () => {
    const { lines, drafted } = insertDraft({ lines: EMPTY }, sbar, EMPTY);
    expect(markOf({ lines, drafted }, 'situation')).toBe('drafted');
    expect(markOf({ lines: { ...lines, situation: 'A. B. Or not.' }, drafted }, 'situation')).toBe('edited');
    expect(markOf({ lines, drafted }, 'background')).toBeUndefined();
  });
});

describe('the words of the panel', () => {
  it('have no placeholder left in either language', () => {
    for (const language of ['en', 'es'] as const) {
      expect(draftWords(language)('sources', { n: 2, text: 'A.' })).not.toContain('{');
    }
  });
});
