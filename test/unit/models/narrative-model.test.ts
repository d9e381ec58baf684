import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { NarrativeModel } from '#models/contract.ts';
import { openNarrativeModel } from '#models/narrative-model.ts';
import { TINY_MODEL, writeArtifact } from './support/tiny-model.ts';

const ARTIFACT = fileURLToPath(new URL('../../../models/artifacts/narrative', import.meta.url));
let model: NarrativeModel;
beforeAll(async () => {
  model = await openNarrativeModel({ artifact: ARTIFACT, cached: 1 });
});
afterAll(() => model.close());

async function judge(words: string, about = '50 years old.') {
  const opinion = await model.judge({ about, words });
  if (isUnavailable(opinion)) throw new Error(opinion.detail);
  return opinion;
}

const GRAVE = 'They were fine at lunch, then went ashen and cold, are drifting off and we cannot rouse them.';
const SMALL = 'I would like the form for my gym filled in, I feel perfectly well.';

describe('the reader of stories', () => {
  it('hears an emergency in words that no rule needs to know', async () => {
    const [grave, small] = [await judge(GRAVE), await judge(SMALL)];
    expect(grave).toMatchObject({ raises: true, unlikeEmergency: false, soundsMinor: false });
    expect(small).toMatchObject({ raises: false, unlikeEmergency: true, soundsMinor: true });
    expect(grave.critical).toBeGreaterThan(small.critical);
  });

  it('hears a denial', async () => {
    const told = await judge('I have crushing pain in the chest since an hour and sweat a lot.');
    const denied = await judge(
      'I have no pain in the chest and do not sweat, I only need a repeat of my tablets.',
    );
    expect(told.urgent).toBeGreaterThan(denied.urgent + 0.5);
  });

  it('knows the age and the chart', async () => {
    const words = 'Hot since last night and does not drink much, otherwise nothing to see.';
    const newborn = await judge(words, '20 days old. Measured: T 38.6.');
    expect(newborn.urgent).toBeGreaterThan((await judge(words, '30 years old.')).urgent);
  });

  it('names the words that make it sound most urgent', async () => {
    const opinion = await judge(
      'Came about a form. Now cannot speak and the face hangs on one side. Likes tea.',
    );
    expect(opinion.telling).toContain('face hangs');
  });

  it('says the same to the same story, remembered or not', async () => {
    const first = await judge(GRAVE);
    await judge(SMALL);
    expect(await judge(GRAVE)).toEqual(first);
  });

  it('reads a long text in windows: what is grave at its end is heard', async () => {
    const small = 'Came to have a form filled in and feels well, nothing else to report today. ';
    const [long, longer] = [await judge(small.repeat(30)), await judge(`${small.repeat(30)}${GRAVE}`)];
    expect(longer.urgent).toBeGreaterThan(5 * long.urgent);
    await judge(`${'a'.repeat(100_000)} ${small}`);
  });
});

describe('trouble is a value', () => {
  it('is not installed without an artefact, and broken for another model', async () => {
    const none = await openNarrativeModel({ artifact: '/nowhere' });
    const tiny = await openNarrativeModel({ artifact: await writeArtifact({ 'model.onnx': TINY_MODEL }) });
    expect([none.info, tiny.info]).toMatchObject([{ code: 'not-installed' }, { code: 'broken' }]);
    expect(await none.judge({ about: '', words: GRAVE })).toMatchObject({ code: 'not-installed' });
    await Promise.all([none.close(), tiny.close()]);
  });

  it('is a timeout when aborted', async () => {
    expect(await model.judge({ about: '', words: GRAVE }, AbortSignal.abort())).toMatchObject({
      code: 'timeout',
    });
  });
});
