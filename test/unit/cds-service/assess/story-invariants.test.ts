import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeStory } from '#cds-service/assess/story.ts';
import type { NarrativeModel } from '#models/contract.ts';
import { openNarrativeModel } from '#models/narrative-model.ts';
import type { ChartedCase } from '#models/training/cases/charted-case.ts';
import { chartOf, sampleOfCases, snapshotOf } from '../../../support/generated-cases.ts';

let model: NarrativeModel;
beforeAll(async () => {
  const artifact = fileURLToPath(new URL('../../../../models/artifacts/narrative', import.meta.url));
  model = await openNarrativeModel({ artifact });
});
afterAll(() => model.close());

const CASES = sampleOfCases(5, 150);
const opinionOn = (one: ChartedCase) => judgeStory(snapshotOf(chartOf(one)), { model });
const numbers = async (one: ChartedCase) => {
  const { telling: _, ...rest } = (await opinionOn(one)) as { telling?: string };
  return rest;
};

/** The order of sentences is not among them: the model reads a story as it goes. See the README of `assess`. */
describe('what must not change the opinion on a story', () => {
  it.each<readonly [string, (text: string) => string]>([
    ['upper case', (text) => text.toUpperCase()],
    ['thanks', (text) => `${text} Thank you very much.`],
    [
      'a relative’s reassurance',
      (text) => `${text}${/[.!?]$/.test(text) ? '' : '.'} Family says it is nothing.`,
    ],
  ])('is %s', async (_what, vary) => {
    expect(CASES.length).toBeGreaterThan(30);
    for (const one of CASES)
      expect(await numbers({ ...one, text: vary(one.text) }), one.text).toEqual(await numbers(one));
  });

  it('is the other sex, and the order of a chart', async () => {
    const charted = {
      ...CASES[0]!,
      conditions: ['asthma', 'diabetes'],
      medications: ['warfarin', 'metformin'],
    };
    const told = await numbers(charted);
    const turned = {
      ...charted,
      sex: charted.sex === 'male' ? ('female' as const) : ('male' as const),
      conditions: charted.conditions.toReversed(),
      medications: charted.medications.toReversed(),
    };
    expect(await numbers(turned)).toEqual(told);
  });
});
