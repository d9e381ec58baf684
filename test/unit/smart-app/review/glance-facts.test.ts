import { describe, expect, it } from 'vitest';
import { glanceFacts } from '#smart-app/review/glance-facts.ts';

const said = (text: string, from: number, to: number) => ({
  text,
  source: {
    origin: 'questionnaire' as const,
    reference: 'QuestionnaireResponse/1',
    span: [from, to] as const,
  },
});
const charted = (text: string) => ({
  text,
  source: { origin: 'chart' as const, reference: 'MedicationStatement/1' },
});
const texts = (sentence: string, facts: Parameters<typeof glanceFacts>[1]) =>
  glanceFacts(sentence, facts).map(({ text }) => text);

describe('the facts under a closed reason', () => {
  it('name the medicine beside the injury, and quote the same words once', () => {
    const facts = [
      said('head injury: "Bumped his head"', 0, 15),
      said('minor bump of the head: "Bumped his head on a cupboard"', 0, 29),
      said('lump: "small lump"', 50, 60),
      charted('takes warfarin'),
    ];
    expect(texts('Head injury with a danger sign', facts)).toEqual([
      'minor bump of the head: "Bumped his head on a cupboard"',
      'takes warfarin',
    ]);
  });

  it('keep one of two that rest on the very same words', () => {
    expect(texts('Why', [said('chest pain', 0, 9), said('pressure', 0, 9)])).toEqual(['chest pain']);
  });

  it('leave out what the sentence says', () => {
    expect(texts('Systolic BP 78 mmHg is very low', [charted('Systolic BP 78 mmHg')])).toEqual([]);
  });
});
