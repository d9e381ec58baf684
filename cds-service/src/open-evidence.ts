import { join } from 'node:path';
import { isUnavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import type { ServiceConfig } from './config.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { CheckedEvidenceStore } from './retrieval/contract.ts';
import { openEmbeddedStore } from './retrieval/embedded-store.ts';
import type { OnProgress } from './retrieval/index/embed-missing.ts';
import { connectWeaviate } from './retrieval/weaviate/connection.ts';
import { openWeaviateStore } from './retrieval/weaviate/weaviate-store.ts';

/** Told of long steps while the service starts. */
export type OnStep = (step: string, detail: Readonly<Record<string, unknown>>) => void;

/**
 * Opens the knowledge base that the settings name.
 *
 * The embedded index is built first where it is missing or behind the corpus. Weaviate is loaded by command and may be
 * down now: the store says so with each answer, and is used as soon as it is there. Nothing here stops the service.
 */
export async function openEvidence(
  { weaviate, corpusFolder, dataFolder }: ServiceConfig,
  embedder: Embedder,
  onStep: OnStep,
): Promise<CheckedEvidenceStore> {
  if (weaviate !== undefined) {
    const store = openWeaviateStore({ connection: connectWeaviate(weaviate), embedder: embedder.info });
    const state = await store.check();
    onStep('evidence in Weaviate', isUnavailable(state) ? { ...state } : { passages: state.size });
    return store;
  }
  const file = join(dataFolder, 'evidence.sqlite');
  try {
    const onProgress = sayQuarters((done, total) => onStep('embedding the corpus', { done, total }));
    const { rejected, ...summary } = await buildIndex({ corpus: corpusFolder, file, embedder, onProgress });
    onStep('evidence index', { ...summary, rejected: rejected.length });
    return openEmbeddedStore({ file, embedder: embedder.info });
  } catch (error) {
    onStep('evidence index failed', { error: error instanceof Error ? error.message : 'unknown' });
    const broken = unavailable('broken');
    return { retrieve: async () => broken, check: async () => broken, close: async () => undefined };
  }
}

/** Passes progress on at its beginning and at each further quarter: a line every few seconds, not hundreds. */
function sayQuarters(say: (done: number, total: number) => void): OnProgress {
  let said = -1;
  return ({ done, total }) => {
    const quarter = Math.floor((4 * done) / Math.max(1, total));
    if (quarter > said) say(done, total);
    said = Math.max(said, quarter);
  };
}
