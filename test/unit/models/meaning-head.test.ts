import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { type OpenMeaningHead, openMeaningHead } from '#models/meaning-head.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { TINY_MODEL, writeArtifact } from './support/tiny-model.ts';

const artifact = (name: string) =>
  fileURLToPath(new URL(`../../../models/artifacts/${name}`, import.meta.url));
let embedder: Embedder;
let head: OpenMeaningHead;
beforeAll(async () => {
  embedder = await openEmbedder({ artifact: artifact('embedder'), providers: ['cpu'] });
  head = await openMeaningHead({ artifact: artifact('meaning') });
});
afterAll(() => Promise.all([embedder.close(), head.close()]));

async function read(...clauses: string[]): Promise<string[][]> {
  const vectors = await embedder.embed(clauses);
  if (isUnavailable(vectors)) throw new Error(vectors.detail);
  const found = await head.classify(vectors);
  if (isUnavailable(found)) throw new Error(found.detail);
  return found.map((concepts) => concepts.map(({ concept }) => concept));
}

describe('the reader by meaning', () => {
  it.each([
    ['an elephant is sitting on my chest', 'chest-pain'],
    ['his face looks droopy on one side', 'facial-droop'],
    ['my grandson swallowed a shiny round battery', 'button-battery'],
    ['cannot feel anything between my legs and I wet myself', 'saddle-numbness'],
  ])('reads "%s" as %s', async (clause, concept) => {
    expect((await read(clause))[0]).toContain(concept);
  });

  it('reads nothing in clauses that are no red flag', async () => {
    const clauses = [
      'need a refill of my tablets',
      'coughing for three days',
      'my knee hurts on stairs',
      'itchy eye',
    ];
    expect(await read(...clauses)).toEqual([[], [], [], []]);
  });

  it('names only concepts of the lexicon, the likeliest first', async () => {
    const vectors = await embedder.embed(['he is blue, limp and not breathing']);
    const found = await head.classify(vectors as Float32Array[]);
    const [concepts] = found as { concept: string; probability: number }[][];
    expect(concepts?.map(({ concept }) => lookUpConcept(concept)?.id)).toEqual(
      concepts?.map(({ concept }) => concept),
    );
    expect(concepts?.map(({ probability }) => probability)).toEqual(
      concepts?.map(({ probability }) => probability).sort((a, b) => b - a),
    );
  });

  it('answers an empty list for no clauses', async () => {
    expect(await head.classify([])).toEqual([]);
  });
});

describe('trouble is a value', () => {
  it('is a wrong shape for vectors of another size or with NaN', async () => {
    const short = await head.classify([new Float32Array(10)]);
    const odd = await head.classify([new Float32Array(384).fill(Number.NaN)]);
    expect([short, odd]).toMatchObject([{ code: 'wrong-shape' }, { code: 'wrong-shape' }]);
  });

  it('is not installed without an artefact, and broken for another model or embedder', async () => {
    const none = await openMeaningHead({ artifact: '/nowhere' });
    const tiny = await openMeaningHead({ artifact: await writeArtifact({ 'model.onnx': TINY_MODEL }) });
    const info = { name: 'other', version: '1', dimensions: 384, provider: 'cpu' as const };
    const other = await openMeaningHead({ artifact: artifact('meaning'), embedder: info });
    expect([none.info, tiny.info, other.info]).toMatchObject([
      { code: 'not-installed' },
      { code: 'broken' },
      { code: 'broken', detail: expect.stringContaining('not other 1') },
    ]);
    await Promise.all([none.close(), tiny.close(), other.close()]);
  });

  it('is a timeout when aborted', async () => {
    const found = await head.classify([new Float32Array(384).fill(0.05)], AbortSignal.abort());
    expect(found).toMatchObject({ code: 'timeout' });
  });
});
