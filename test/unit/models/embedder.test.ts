import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { TINY_MODEL, writeArtifact } from './support/tiny-model.ts';

const artifact = fileURLToPath(new URL('../../../models/artifacts/embedder', import.meta.url));
const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/models/embedder-golden.json', import.meta.url), 'utf8'),
) as { text: string; fp32: number[]; fast: number[] }[];

let embedder: Embedder;
beforeAll(async () => {
  embedder = await openEmbedder({ artifact, providers: ['cpu'] });
});
afterAll(() => embedder.close());

async function embed(texts: readonly string[], with_: Embedder = embedder): Promise<readonly Float32Array[]> {
  const vectors = await with_.embed(texts);
  if (isUnavailable(vectors)) throw new Error(vectors.detail);
  return vectors;
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

describe('vectors', () => {
  it('are those of the original fp32 weights up to rounding, for plain and for nasty text', async () => {
    const vectors = await embed(golden.map(({ text }) => text));
    const cosines = golden.map(({ fp32 }, index) => cosine(fp32, vectors[index] as Float32Array));
    expect(Math.min(...cosines)).toBeGreaterThan(0.996);
  });

  it('equal those that training saw in Python', async () => {
    const vectors = await embed(golden.map(({ text }) => text));
    const apart = golden.flatMap(({ fast }, row) =>
      fast.map((value, column) => Math.abs(value - (vectors[row]?.[column] ?? Number.NaN))),
    );
    expect(Math.max(...apart)).toBeLessThan(1e-5);
  });

  it('with exact sums are within rounding of the weights alone', async () => {
    const exact = await openEmbedder({ artifact, providers: ['cpu'], precision: 'exact' });
    const texts = golden.slice(0, 6);
    const vectors = await embed(
      texts.map(({ text }) => text),
      exact,
    );
    const cosines = texts.map(({ fp32 }, index) => cosine(fp32, vectors[index] as Float32Array));
    await exact.close();
    expect(Math.min(...cosines)).toBeGreaterThan(0.9995);
  });

  it('have unit length and stand in the order of the texts', async () => {
    const [long, short] = await embed(['severe crushing pain in the middle of the chest', 'itchy eye']);
    const [again] = await embed(['itchy eye']);
    expect(cosine(long as Float32Array, long as Float32Array)).toBeCloseTo(1, 4);
    expect(again).toEqual(short);
  });

  it('of a text that is too long are those of its beginning', async () => {
    const [long] = await embed(['chest pain '.repeat(20_000)]);
    const [longer] = await embed(['chest pain '.repeat(40_000)]);
    expect(longer).toEqual(long);
  });

  it('are kept for a text that comes again, also within one call', async () => {
    const [first, twin] = await embed(['rash on both arms', 'rash on both arms']);
    const [later] = await embed(['rash on both arms']);
    expect([twin === first, later === first]).toEqual([true, true]);
  });

  it('of no text are none', async () => {
    expect(await embed([])).toEqual([]);
  });
});

describe('trouble is a value', () => {
  it('is a timeout when the signal is aborted while many texts wait', async () => {
    const abort = new AbortController();
    const answer = embedder.embed(
      Array.from({ length: 300 }, (_, index) => `text number ${index}`),
      abort.signal,
    );
    setTimeout(() => abort.abort(), 5);
    expect(await answer).toMatchObject({ state: 'unavailable', code: 'timeout' });
    expect(isUnavailable(await embedder.embed(['next']))).toBe(false);
  });

  it('is not installed without an artefact', async () => {
    const none = await openEmbedder({ artifact: '/nowhere' });
    expect(none.info).toMatchObject({ code: 'not-installed' });
    expect(await none.embed(['a'])).toMatchObject({ code: 'not-installed' });
    await none.close();
  });

  it('is broken when the artefact is something else', async () => {
    const other = await openEmbedder({ artifact: await writeArtifact({ 'model.onnx': TINY_MODEL }) });
    expect(other.info).toMatchObject({ code: 'broken', detail: expect.stringContaining('not an embedder') });
    await other.close();
  });
});

describe('a thread that is busy in native code for too long', () => {
  it('is replaced without taking the process with it', async () => {
    const hasty = await openEmbedder({ artifact, providers: ['cpu'], limits: { hungAfterMs: 20 } });
    const many = Array.from({ length: 48 }, (_, text) => `text ${text}, ${'long and winding '.repeat(30)}`);
    expect(await hasty.embed(many)).toMatchObject({
      code: 'broken',
      detail: expect.stringContaining('20 ms'),
    });
    await hasty.close();
  });
});
