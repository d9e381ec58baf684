import { describe, expect, it } from 'vitest';
import { bearsOut, judgeStory } from '#cds-service/assess/story.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { NarrativeModel, Story } from '#models/contract.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';
import { opinionOf } from '../../../support/opinions.ts';

/** Keeps what it was told, so that a test can say what left the snapshot. */
function listener(): { readonly told: Story[]; readonly model: NarrativeModel } {
  const told: Story[] = [];
  const model: NarrativeModel = {
    info: { name: 'listener', version: 'test', provider: 'cpu' },
    judge: async (story) => {
      told.push(story);
      return opinionOf({ urgent: 0.7 });
    },
    close: async () => undefined,
  };
  return { told, model };
}

describe('judgeStory', () => {
  it('tells age and words, and neither gender nor what looks like an identifier', async () => {
    const { told, model } = listener();
    const snapshot = narrativeSnapshot({
      text: 'The lady, record 12345678, drifts off since noon and she likes her tea with milk.',
      ageYears: 60,
    });
    expect(await judgeStory(snapshot, { model })).toMatchObject({ urgent: 0.7 });
    expect(told).toHaveLength(1);
    expect(told[0]?.about).toBe('60 years old.');
    expect(told[0]?.words).toMatch(/person, record .* drifts off/);
    expect(told[0]?.words).not.toMatch(/12345678|lady|\bshe\b/);
  });

  it('has no opinion of a bare complaint: a few words are no story', async () => {
    const { told, model } = listener();
    const bare = narrativeSnapshot({ text: 'chest pain, dizzy', ageYears: 60 });
    expect(await judgeStory(bare, { model })).toMatchObject({ code: 'not-provided' });
    expect(told).toEqual([]);
  });

  it('passes on why the model has none', async () => {
    const model: NarrativeModel = { ...listener().model, judge: async () => unavailable('broken') };
    const snapshot = narrativeSnapshot({ text: 'He drifts off since noon and likes his tea.', ageYears: 60 });
    expect(await judgeStory(snapshot, { model })).toMatchObject({ code: 'broken' });
  });
});

describe('guesses about single clauses', () => {
  it('count only where the story as a whole sounds like an emergency, or nobody can say', () => {
    expect(bearsOut(opinionOf({ urgent: 0.7 }))).toBe(true);
    expect(bearsOut(opinionOf({ urgent: 0.2 }))).toBe(false);
    expect(bearsOut(unavailable('not-installed'))).toBe(true);
  });
});
