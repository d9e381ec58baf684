import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import { connectWeaviate } from '#cds-service/retrieval/weaviate/connection.ts';
import { loadWeaviate } from '#cds-service/retrieval/weaviate/load.ts';
import { ASSESSMENT_EXTENSION, type Assessment } from '#fhir-mappers/assessment.ts';
import { openEmbedder } from '#models/embedder.ts';
import { aHookCall, aPrefetch, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type FaultProxy, startFaultProxy, type Weather } from './fault-proxy.ts';
import { serverUnderTest } from './server-under-test.ts';
import type { WeaviateServer } from './start-weaviate.ts';

const folder = tempFolder();
/** What one hook call may take, and what of it models and retrieval may take. */
const BUDGET = 2_000;
const INFERENCE = 400;
let server: WeaviateServer;
let proxy: FaultProxy;
let ehr: SmallEhr;
let service: TestService;

beforeAll(async () => {
  server = await serverUnderTest();
  proxy = await startFaultProxy(server.url);
  // Words alone, as on a machine without models: what is tested is the way to the server.
  const embedder = await openEmbedder({ artifact: join(folder, 'no-models') });
  const corpus = fileURLToPath(new URL('../../cds-service/corpus', import.meta.url));
  const file = join(folder, 'evidence.sqlite');
  await buildIndex({ corpus, file, embedder });
  await loadWeaviate({ file, connection: connectWeaviate(server) });
  ehr = await startSmallEhr();
  service = await startTestService({
    folder,
    ehr,
    env: {
      PRESCREEN_EVIDENCE: 'weaviate',
      PRESCREEN_WEAVIATE_URL: proxy.url,
      PRESCREEN_WEAVIATE_KEY: server.apiKey,
      PRESCREEN_TIME_BUDGET_MS: String(BUDGET),
      PRESCREEN_INFERENCE_MS: String(INFERENCE),
    },
  });
});

afterAll(async () => {
  await service.close();
  await ehr.close();
  await proxy.close();
  await server.close();
});

interface Called {
  readonly status: number;
  readonly detail: string;
  readonly assessment: Assessment;
  readonly milliseconds: number;
}

/** Words that make a complaint a new one, so that no answer is a remembered one. */
const OTHER_WORDS = ['tired', 'pale', 'shaky', 'cold', 'thirsty', 'hungry'];

async function call(word?: string): Promise<Called> {
  const prefetch = aPrefetch();
  const encounter = {
    ...(prefetch.encounter as object),
    reasonCode: [{ text: `feels dizzy, weak and ${word}` }],
  };
  const body = aHookCall(word === undefined ? {} : { prefetch: { ...prefetch, encounter } });
  const begin = performance.now();
  const response = await service.call(SERVICE, { method: 'POST', body });
  const milliseconds = performance.now() - begin;
  const [card] = (await response.json()).cards;
  return {
    status: response.status,
    detail: card.detail,
    assessment: card.extension[ASSESSMENT_EXTENSION],
    milliseconds,
  };
}

async function ready(): Promise<{ status: string; evidence: { state: string; code?: string } }> {
  const { status, components } = await (await fetch(`${service.url}/ready`)).json();
  return { status, evidence: components.evidence };
}

let asked = 0;

/** Asks again until the evidence is there; fails when it takes longer than a nurse would wait. */
async function recovered(): Promise<Called> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    // A new word each time: the answer to a known question may be a remembered one.
    asked += 1;
    const { assessment } = await call(`new ${'a'.repeat(asked)}`);
    if (assessment.evidence.state === 'present') return call();
    await wait(250);
  }
  throw new Error('the service did not find its way back to Weaviate');
}

describe('a service that asks Weaviate', () => {
  it('cites passages, and says in its readiness page how many there are', async () => {
    const { status, detail, assessment } = await call();
    expect([status, assessment.evidence.state]).toEqual([200, 'present']);
    expect(assessment.passages.length).toBeGreaterThan(0);
    expect(detail).not.toContain('could not be searched');
    expect(await ready()).toMatchObject({ status: 'ready', evidence: { state: 'present' } });
  });

  it.each([
    ['down', ['failed']],
    ['silent', ['timeout', 'failed']],
    ['half', ['failed', 'broken']],
  ] as [
    Weather,
    string[],
  ][])('answers in its budget while the server is %s, says so, and recovers', async (weather, codes) => {
    const before = await recovered();
    proxy.turn(weather);
    for (const [time, word] of OTHER_WORDS.entries()) {
      const { status, detail, assessment, milliseconds } = await call(`${word} ${weather}`);
      expect([status, assessment.evidence.state]).toEqual([200, 'unavailable']);
      expect(codes).toContain((assessment.evidence as { code?: string }).code);
      expect(detail).toContain('The knowledge base could not be searched.');
      expect(assessment.priority).toBe(before.assessment.priority);
      expect(assessment.passages).toEqual([]);
      expect(milliseconds).toBeLessThan(BUDGET);
      if (time >= 4) expect(milliseconds).toBeLessThan(INFERENCE);
    }
    expect(await ready()).toMatchObject({ status: 'ready', evidence: { state: 'unavailable' } });
    proxy.turn('clear');
    expect((await recovered()).assessment.passages).toEqual(before.assessment.passages);
    expect(await ready()).toMatchObject({ evidence: { state: 'present' } });
  });

  it('recovers by itself when the server was killed and comes back with its data', async () => {
    const before = await recovered();
    await server.kill();
    expect((await call('killed')).assessment.evidence.state).toBe('unavailable');
    await server.restart();
    expect((await recovered()).assessment.passages).toEqual(before.assessment.passages);
  });

  it('writes neither the key nor the words of a query into its log', () => {
    const log = service.log.join('');
    expect(log).not.toContain(server.apiKey);
    expect(log).not.toMatch(/bm25|nearVector|Get\{/);
  });
});
