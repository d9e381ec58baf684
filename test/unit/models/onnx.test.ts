import { describe, expect, it } from 'vitest';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { openSession } from '#models/onnx.ts';
import { TINY_MODEL } from './support/tiny-model.ts';

const warmUp = { x: { data: Float32Array.of(1, 2), dims: [1, 2] } };

describe('execution providers are tried one by one', () => {
  it('runs the model and records the provider it ran on and those that refused', async () => {
    const session = await openSession(TINY_MODEL, { providers: ['cuda', 'cpu'], threads: 1, warmUp });
    if (isUnavailable(session)) throw new Error(session.detail);
    const { y } = await session.run({ x: { data: Float32Array.of(3, 4), dims: [1, 2] } });
    expect({ provider: session.provider, y: [...(y?.data ?? [])] }).toEqual({ provider: 'cpu', y: [6, 8] });
    expect(session.refused.map(({ provider }) => provider)).toEqual(['cuda']);
    await session.close();
  });

  it('is broken with each reason when none works', async () => {
    const session = await openSession(TINY_MODEL, { providers: ['cuda'], threads: 1, warmUp });
    expect(session).toMatchObject({ code: 'broken', detail: expect.stringMatching(/^cuda: ./) });
  });

  it('is broken when the file is no model', async () => {
    const session = await openSession(TINY_MODEL.slice(0, 30), { providers: ['cpu'], threads: 1, warmUp });
    expect(session).toMatchObject({ code: 'broken' });
  });

  it('is broken when the model takes other inputs than ours', async () => {
    const other = { z: warmUp.x };
    const session = await openSession(TINY_MODEL, { providers: ['cpu'], threads: 1, warmUp: other });
    expect(session).toMatchObject({ code: 'broken' });
  });
});
