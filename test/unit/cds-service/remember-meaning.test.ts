import { describe, expect, it } from 'vitest';
import { rememberMeaning } from '#cds-service/remember-meaning.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { OpenMeaningHead } from '#models/meaning-head.ts';

const COUGH = Float32Array.of(1);
const FEVER = Float32Array.of(2);

function aHead(changes: Partial<OpenMeaningHead> = {}) {
  const asked: number[][] = [];
  const head: OpenMeaningHead = {
    info: { name: 'head', version: '1' },
    classify: async (clauses) => {
      asked.push(clauses.map((vector) => vector[0] as number));
      return clauses.map((vector) => [{ concept: `concept-${vector[0]}`, probability: 0.9 }]);
    },
    close: async () => undefined,
    ...changes,
  };
  return { asked, remembering: rememberMeaning(head) };
}

describe('a reader by meaning that remembers', () => {
  it('reads each clause once and answers in the order asked', async () => {
    const { asked, remembering } = aHead();
    await remembering.classify([COUGH]);
    const answers = await remembering.classify([FEVER, COUGH, FEVER]);
    expect(answers).toEqual([
      [{ concept: 'concept-2', probability: 0.9 }],
      [{ concept: 'concept-1', probability: 0.9 }],
      [{ concept: 'concept-2', probability: 0.9 }],
    ]);
    expect(asked).toEqual([[1], [2]]);
  });

  it('tells vectors of equal numbers apart: it never compares them', async () => {
    const { asked, remembering } = aHead();
    await remembering.classify([Float32Array.of(1)]);
    await remembering.classify([Float32Array.of(1)]);
    expect(asked).toHaveLength(2);
  });

  it('does not remember that the head was not there', async () => {
    let isDown = true;
    const { remembering } = aHead({
      classify: async (clauses) => (isDown ? unavailable('timeout') : clauses.map(() => [])),
    });
    expect(await remembering.classify([COUGH])).toMatchObject({ state: 'unavailable' });
    isDown = false;
    expect(await remembering.classify([COUGH])).toEqual([[]]);
  });

  it('asks the head about nothing as well, so that a missing head stays visible', async () => {
    const { remembering } = aHead({ classify: async () => unavailable('not-installed') });
    expect(await remembering.classify([])).toMatchObject({ state: 'unavailable' });
  });
});
