import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { complaintTexts, complaintVector } from '#models/complaint-vector.ts';
import type { Embedder, NarrativeHead, Story } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { openNarrativeHead, storyOf } from '#models/narrative-head.ts';
import { TINY_MODEL, writeArtifact } from './support/tiny-model.ts';

const artifact = (name: string) =>
  fileURLToPath(new URL(`../../../models/artifacts/${name}`, import.meta.url));
let embedder: Embedder;
let head: NarrativeHead;
beforeAll(async () => {
  embedder = await openEmbedder({ artifact: artifact('embedder'), providers: ['cpu'] });
  head = await openNarrativeHead({ artifact: artifact('narrative'), embedder: embedder.info });
});
afterAll(() => Promise.all([embedder.close(), head.close()]));

async function storyTold(text: string, ageYears: number): Promise<Story> {
  const { clauses, findings } = readNarrative(text, { asOf: '2026-03-01T10:00:00Z', origin: 'complaint' });
  const vectors = await embedder.embed(complaintTexts({ clauses, findings }));
  if (isUnavailable(vectors)) throw new Error(vectors.detail);
  const vector = complaintVector(vectors);
  if (vector === undefined) throw new Error('nothing was told');
  return { vector, ageYears, ...storyOf(findings) };
}

async function judge(text: string, ageYears = 50) {
  const opinions = await head.judge([await storyTold(text, ageYears)]);
  if (isUnavailable(opinions)) throw new Error(opinions.detail);
  return opinions[0]!;
}

describe('the narrative head', () => {
  it('hears an emergency in words that no rule needs to know', async () => {
    const grave = await judge(
      'He was fine at lunch, then he went ashen and cold, he is drifting off and we cannot rouse him properly.',
    );
    const small = await judge('I would like the form for my gym filled in, I feel perfectly well.');
    expect(grave).toMatchObject({ raises: true });
    expect(small).toMatchObject({ raises: false });
    expect(grave.urgent).toBeGreaterThan(small.urgent);
  });

  it('gives the same answer to the same story, alone or among others', async () => {
    const story = await storyTold('Sudden pain in the calf after a long flight, now short of breath', 44);
    const [alone] = (await head.judge([story])) as readonly unknown[];
    const among = await head.judge([await storyTold('wants a form', 30), story]);
    expect(among).toMatchObject([{}, alone as object]);
  });

  it('answers an empty list for no stories', async () => {
    expect(await head.judge([])).toEqual([]);
  });

  it('is told of nothing but vector, concepts and age', () => {
    const finding = (
      concept: string,
      state: Finding['state'],
      origin: Finding['source']['origin'],
    ): Finding => ({
      concept,
      display: concept,
      text: concept,
      state,
      source: { origin },
    });
    const findings = [
      finding('chest-pain', 'present', 'complaint'),
      finding('fever', 'absent', 'questionnaire'),
      finding('stroke', 'family', 'complaint'),
      finding('diabetes', 'present', 'chart'),
      finding('choking', 'uncertain', 'meaning'),
    ];
    expect(storyOf(findings)).toEqual({ present: ['chest-pain'], absent: ['fever'] });
  });
});

describe('trouble is a value', () => {
  const empty = { present: [], absent: [] };

  it('is a wrong shape for a vector of another size or with NaN', async () => {
    const short = await head.judge([{ ...empty, vector: new Float32Array(10) }]);
    const odd = await head.judge([{ ...empty, vector: new Float32Array(384).fill(Number.NaN) }]);
    expect([short, odd]).toMatchObject([{ code: 'wrong-shape' }, { code: 'wrong-shape' }]);
  });

  it('is not installed without an artefact, and broken for another model or embedder', async () => {
    const none = await openNarrativeHead({ artifact: '/nowhere' });
    const tiny = await openNarrativeHead({ artifact: await writeArtifact({ 'model.onnx': TINY_MODEL }) });
    const info = { name: 'other', version: '1', dimensions: 384, provider: 'cpu' as const };
    const other = await openNarrativeHead({ artifact: artifact('narrative'), embedder: info });
    expect([none.info, tiny.info, other.info]).toMatchObject([
      { code: 'not-installed' },
      { code: 'broken' },
      { code: 'broken', detail: expect.stringContaining('not other 1') },
    ]);
    await Promise.all([none.close(), tiny.close(), other.close()]);
  });

  it('is a timeout when aborted', async () => {
    const story = { ...empty, vector: new Float32Array(384).fill(0.05) };
    expect(await head.judge([story], AbortSignal.abort())).toMatchObject({ code: 'timeout' });
  });
});
