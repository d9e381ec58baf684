import { describe, expect, it } from 'vitest';
import { bearsOut, judgeStory } from '#cds-service/assess/story.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { NarrativeHead } from '#models/contract.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';

/** A head that finds a story the graver the larger the first number of its vector is. */
const head: NarrativeHead = {
  info: { name: 'by the first number', version: 'test' },
  judge: async (stories) => stories.map(({ vector: [urgent = 0] }) => ({ urgent, raises: urgent >= 0.5 })),
  close: async () => undefined,
};
const snapshot = narrativeSnapshot({
  text: 'He drifts off since noon and likes his tea with milk.',
  ageYears: 60,
});
const vectors = (...first: readonly number[]) => first.map((number) => Float32Array.of(number, 1));

describe('judgeStory', () => {
  it('names the words without which the story would be least grave', async () => {
    const texts = ['he drifts off', 'since noon', 'likes his tea'];
    const opinion = await judgeStory(snapshot, { texts, vectors: vectors(1, 0.6, 0.2) }, { head });
    expect(opinion).toMatchObject({ raises: true, telling: 'he drifts off' });
  });

  it('has no opinion of a bare complaint: a few words are no story', async () => {
    const bare = narrativeSnapshot({ text: 'chest pain, dizzy', ageYears: 60 });
    expect(await judgeStory(bare, { texts: ['chest pain'], vectors: vectors(1) }, { head })).toMatchObject({
      code: 'not-provided',
    });
  });

  it('explains nothing where it does not raise', async () => {
    const opinion = await judgeStory(snapshot, { texts: ['a', 'b'], vectors: vectors(0.2, 0.1) }, { head });
    expect(opinion).toMatchObject({ raises: false });
    expect(opinion).not.toHaveProperty('telling');
  });

  it('has no opinion when nothing was told, and passes on why the head has none', async () => {
    const nothing = await judgeStory(snapshot, { texts: [], vectors: [] }, { head });
    const broken: NarrativeHead = { ...head, judge: async () => unavailable('broken') };
    const failed = await judgeStory(snapshot, { texts: ['a'], vectors: vectors(1) }, { head: broken });
    expect([nothing, failed]).toMatchObject([{ code: 'not-provided' }, { code: 'broken' }]);
  });
});

describe('guesses about single clauses', () => {
  it('count only where the story as a whole sounds like an emergency, or nobody can say', () => {
    expect(bearsOut({ urgent: 0.7, raises: false })).toBe(true);
    expect(bearsOut({ urgent: 0.2, raises: false })).toBe(false);
    expect(bearsOut(unavailable('not-installed'))).toBe(true);
  });
});
