import type { WrittenSentence } from '../contract.ts';
import { type DraftFact, type FactSheet, ofKind } from '../facts/fact.ts';
import { openQuestions } from './sbar.ts';
import { findingsIn, notMeasured } from './telling.ts';

const MOST = 8;

/**
 * What to ask, in plain words: what could change the priority first, then what the record leaves open.
 *
 * Values to measure come last and in one line, because they are the nurse's to take and nobody's to answer.
 */
export function writeQuestions(sheet: FactSheet): readonly WrittenSentence[] {
  const questions: readonly WrittenSentence[] = [
    ...openQuestions(sheet).map(({ id, text }) => ({ text, cites: [id] })),
    ...whenItBegan(sheet),
    ...ofKind(sheet, 'missing').flatMap(fromMissing),
    ...ofKind(sheet, 'allergy')
      .filter(isNothing)
      .map(({ id }) => ({ text: 'Are there any allergies?', cites: [id] })),
    ...ofKind(sheet, 'medicine')
      .filter(isNothing)
      .map(({ id }) => ({ text: 'Are any medicines taken?', cites: [id] })),
  ];
  const { facts, names } = notMeasured(sheet);
  const measure =
    facts.length === 0 ? [] : [{ text: `Measure: ${names}.`, cites: facts.map(({ id }) => id) }];
  return [...questions.slice(0, MOST), ...measure];
}

const isNothing = ({ key }: DraftFact) => key === 'nothing-recorded';

/** The first finding without a time is asked for it. */
function whenItBegan(sheet: FactSheet): readonly WrittenSentence[] {
  const present = findingsIn(sheet, 'present');
  const isTimed = present.some(({ finding }) => finding?.details.some((detail) => detail.startsWith('for ')));
  const [first] = present;
  if (first === undefined || isTimed) return [];
  return [{ text: `When did it start: ${first.finding?.display}?`, cites: [first.id] }];
}

function fromMissing({ id, key }: DraftFact): readonly WrittenSentence[] {
  if (key === 'allergies')
    return [{ text: 'Which allergies are there? The list could not be read.', cites: [id] }];
  if (key === 'medicines')
    return [{ text: 'Which medicines are taken? The list could not be read.', cites: [id] }];
  if (key === 'conditions')
    return [{ text: 'Which problems are known? The list could not be read.', cites: [id] }];
  return [];
}
