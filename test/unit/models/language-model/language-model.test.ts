import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import {
  type LanguageModel,
  type LanguageModelOptions,
  openLanguageModel,
} from '#models/language-model/language-model.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/language-model', import.meta.url));
const REFERENCES: readonly { prompt: string; ids: readonly number[] }[] = JSON.parse(
  readFileSync(join(FOLDER, 'reference.json'), 'utf8'),
);

const opened: LanguageModel[] = [];
afterEach(async () => {
  for (const model of opened.splice(0)) await model.close();
});

async function open(options: Partial<LanguageModelOptions> = {}): Promise<LanguageModel> {
  const model = await openLanguageModel({ folder: FOLDER, providers: ['cpu'], gate: 'ignored', ...options });
  opened.push(model);
  return model;
}

async function idsOf(model: LanguageModel, raw: string): Promise<readonly number[]> {
  const result = await model.generate({ raw });
  if (isUnavailable(result)) throw new Error(result.detail);
  return result.ids;
}

const LONG = 'Facts about a patient who has waited. '.repeat(100);

describe('tokens', () => {
  it.each(REFERENCES)('are those of an implementation without cache and without ONNX: $prompt', async ({
    prompt,
    ids,
  }) => {
    const model = await open({ limits: { newTokens: ids.length } });
    expect(await idsOf(model, prompt)).toEqual(ids);
  });

  it('are the same however the prompt is cut for the cache', async () => {
    const [{ prompt, ids }] = REFERENCES as [(typeof REFERENCES)[number]];
    for (const chunk of [1, 3, 64]) {
      const model = await open({ limits: { newTokens: ids.length, chunk } });
      expect(await idsOf(model, prompt)).toEqual(ids);
    }
  });

  it('end at a stop token, which is not part of the text', async () => {
    const [{ prompt, ids }] = REFERENCES as [(typeof REFERENCES)[number]];
    const folder = copyWith((generation) => ({ ...generation, stop: [ids[5]] }));
    const model = await open({ folder });
    const result = await model.generate({ raw: prompt });
    expect(result).toMatchObject({ ending: 'stop', ids: ids.slice(0, 5) });
  });

  it('of a text of others are never special tokens', async () => {
    const model = await open({ limits: { newTokens: 4 } });
    expect(await idsOf(model, 'a</s>b<|system|>c')).toEqual(await idsOf(model, 'a b c'));
  });
});

describe('limits', () => {
  it('refuse a prompt that is too long, before the model runs', async () => {
    const model = await open({ limits: { promptTokens: 20 } });
    expect(await model.generate({ raw: LONG })).toMatchObject({
      state: 'unavailable',
      code: 'not-supported',
    });
  });

  it('end an answer by length and by time', async () => {
    const short = await open({ limits: { newTokens: 3 } });
    expect(await short.generate({ raw: 'a' })).toMatchObject({ ending: 'length' });
    const hurried = await open({ limits: { milliseconds: 1, newTokens: 3000 } });
    expect(await hurried.generate({ raw: LONG })).toMatchObject({ ending: 'time' });
  });

  it('turn away what finds the queue full', async () => {
    const model = await open({ queue: 1, limits: { newTokens: 40 } });
    const jobs = [1, 2, 3, 4].map(() => model.generate({ raw: 'The patient' }));
    const states = (await Promise.all(jobs)).map((result) => isUnavailable(result));
    expect(states).toEqual([false, false, true, true]);
  });
});

describe('cancelling', () => {
  it('takes effect in the prompt within 150 ms', async () => {
    const model = await open({ limits: { chunk: 32 } });
    const cancelled = await cancelWhen(model, LONG, 'prompt');
    expect(cancelled.result).toMatchObject({ state: 'unavailable', code: 'timeout' });
    expect(cancelled.nextAfterMs).toBeLessThan(150);
  });

  it('takes effect while it writes within 150 ms', async () => {
    const model = await open({ limits: { newTokens: 3000 } });
    const cancelled = await cancelWhen(model, 'The patient', 'writing');
    expect(cancelled.result).toMatchObject({ state: 'unavailable', code: 'timeout' });
    expect(cancelled.nextAfterMs).toBeLessThan(150);
  });

  /** Cancels a job at work, and tells after how long its thread has taken up the next one. */
  async function cancelWhen(model: LanguageModel, raw: string, when: 'prompt' | 'writing') {
    const [first, second] = [new AbortController(), new AbortController()];
    const isThere = Promise.withResolvers<void>();
    const running = model.generate(
      { raw },
      {
        signal: first.signal,
        onStage: (stage) => stage === when && isThere.resolve(),
        onText: () => isThere.resolve(),
      },
    );
    await isThere.promise;
    await sleep(5);
    const began = performance.now();
    first.abort();
    const result = await running;
    const isTaken = Promise.withResolvers<number>();
    const next = model.generate(
      { raw: 'x' },
      { signal: second.signal, onStage: (stage) => stage === 'prompt' && isTaken.resolve(performance.now()) },
    );
    const nextAfterMs = (await isTaken.promise) - began;
    second.abort();
    await next;
    return { result, nextAfterMs };
  }
});

describe('the thread', () => {
  it('leaves the main event loop free while it writes', async () => {
    const model = await open({ limits: { newTokens: 300 } });
    await model.generate({ raw: 'warm' });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await model.generate({ raw: LONG });
    delay.disable();
    expect(delay.percentile(90) / 1e6).toBeLessThan(50);
  });

  it('is started by the first job, reports its memory, and ends when it is idle', async () => {
    const model = await open({ idleMs: 50, limits: { newTokens: 2 } });
    expect(model.info).toMatchObject({ loaded: false });
    await model.generate({ raw: 'a' });
    expect(model.info).toMatchObject({ loaded: true, provider: 'cpu', memoryBytes: expect.any(Number) });
    await sleep(300);
    expect(model.info).toMatchObject({ loaded: false });
    expect(await model.generate({ raw: 'a' })).toMatchObject({ ending: 'length' });
  });

  it('reports text while it writes', async () => {
    const model = await open({ limits: { newTokens: 40 } });
    const tokens: number[] = [];
    await model.generate({ raw: 'The patient' }, { onText: (progress) => tokens.push(progress.tokens) });
    expect(tokens).toEqual([1, 9, 17, 25, 33]);
  });

  it('refuses a model of which a byte was changed', async () => {
    const folder = copyWith((generation) => generation);
    const file = join(folder, 'model.onnx');
    const bytes = readFileSync(file);
    bytes[5000]! ^= 1;
    writeFileSync(file, bytes);
    const model = await open({ folder });
    expect(await model.generate({ raw: 'a' })).toMatchObject({ state: 'unavailable', code: 'broken' });
  });
});

describe('the gate', () => {
  const required = (folder: string) => open({ folder, gate: 'required' });
  const hashes = Object.fromEntries(
    Object.entries(JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')).files).map(
      ([name, file]) => [name, (file as { sha256: string }).sha256],
    ),
  );
  const withEvaluation = (evaluation: unknown) => {
    const folder = copyWith((generation) => generation, false);
    writeFileSync(join(folder, 'EVALUATION.json'), JSON.stringify(evaluation));
    return folder;
  };

  it('keeps a model off that was not evaluated', async () => {
    const model = await required(FOLDER);
    expect(model.info).toMatchObject({
      code: 'broken',
      detail: expect.stringMatching(/^gate: .*was not evaluated/),
    });
    expect(await model.generate({ raw: 'a' })).toMatchObject({ state: 'unavailable' });
  });

  it('keeps a model off that failed, and says why', async () => {
    const model = await required(
      withEvaluation({ schema: '1', files: hashes, passed: false, reasons: ['3 invented numbers'] }),
    );
    expect(model.info).toMatchObject({ detail: expect.stringContaining('3 invented numbers') });
  });

  it('keeps a model off that is not the one that was evaluated', async () => {
    const files = { ...hashes, 'model.onnx': '0'.repeat(64) };
    const model = await required(withEvaluation({ schema: '1', files, passed: true, reasons: [] }));
    expect(model.info).toMatchObject({ detail: expect.stringContaining('has changed') });
  });

  it('lets a model write that passed', async () => {
    const model = await required(withEvaluation({ schema: '1', files: hashes, passed: true, reasons: [] }));
    expect(await model.generate({ raw: 'a' })).toMatchObject({ ending: 'length' });
  });
});

type Generation = Record<string, unknown>;

/** The fixture with another generation.json, and a manifest that fits it. */
function copyWith(change: (generation: Generation) => Generation, rewrite = true): string {
  const folder = join(tempFolder(), 'model');
  cpSync(FOLDER, folder, { recursive: true });
  if (!rewrite) return folder;
  const text = JSON.stringify(change(JSON.parse(readFileSync(join(folder, 'generation.json'), 'utf8'))));
  writeFileSync(join(folder, 'generation.json'), text);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.files['generation.json'] = { bytes: Buffer.byteLength(text), sha256: sha256(text) };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
