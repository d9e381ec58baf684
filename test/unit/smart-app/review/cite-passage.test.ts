import { expect, it } from 'vitest';
import { citePassage } from '#smart-app/review/cite-passage.ts';
import { wordsOf } from '#smart-app/words/words.ts';
import { cannedAssessment } from '../../../support/app/canned-assessment.ts';

const [passage] = cannedAssessment().passages;

it('names publisher, document and year, and of a clinic’s own document the page and the headings', () => {
  expect(citePassage(passage!, wordsOf('en'))).toBe('American Heart Association, Chest pain guideline, 2021');
  const own = { ...passage!, page: 12, heading: 'Chest pain > First look' };
  expect(citePassage(own, wordsOf('es'))).toBe(
    'American Heart Association, Chest pain guideline, 2021, página 12 · Chest pain > First look',
  );
});
