import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder, EmbedderInfo, Embeddings, Provider } from './contract.ts';
import type { EmbedEngineOptions, EmbedResult } from './embed-engine.ts';
import { createTextCache } from './text-cache.ts';
import { startWorker, type WorkerLimits } from './worker-client.ts';

export interface EmbedderOptions {
  /** Folder of the artefact. */
  readonly artifact: string;
  /** Tried in this order. Default: `cuda`, `webgpu`, `cpu`. */
  readonly providers?: readonly Provider[];
  /** Threads of one inference. Default 1: measured best on two cores, where the service needs the other. */
  readonly threads?: number;
  /** Vectors kept in memory, 1.5 kB each. Default 4,096. */
  readonly cached?: number;
  /** `fast` (default) rounds activations to int8 on a CPU: half the time, cosine to `exact` at least 0.998. */
  readonly precision?: 'fast' | 'exact';
  readonly wholeGraph?: boolean;
  readonly slowestMs?: number;
  readonly limits?: WorkerLimits;
}

/**
 * Opens the sentence embedder in its own worker thread, checked and warmed.
 *
 * Never throws for expected trouble: without a usable artefact `info` is `Unavailable` and so is every answer.
 * Vectors are shared with the cache and must not be written to.
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const engineOptions: EmbedEngineOptions = {
    artifact: options.artifact,
    providers: options.providers ?? ['cuda', 'webgpu', 'cpu'],
    threads: options.threads ?? 1,
    precision: options.precision ?? 'fast',
    wholeGraph: options.wholeGraph ?? false,
    slowestMs: options.slowestMs ?? 250,
  };
  const worker = await startWorker<readonly string[], EmbedResult>(
    { engine: new URL('./embed-engine.ts', import.meta.url).href, options: engineOptions },
    options.limits,
  );
  const cache = createTextCache<Float32Array>(options.cached ?? 4096);

  async function embed(texts: readonly string[], signal?: AbortSignal): Promise<Embeddings | Unavailable> {
    const info = worker.info as EmbedderInfo | Unavailable;
    if (isUnavailable(info)) return info;
    const keys = texts.map(cache.keyOf);
    const found = new Map<string, Float32Array>();
    const wanted = new Map<string, string>();
    keys.forEach((key, index) => {
      const vector = cache.get(key);
      if (vector === undefined) wanted.set(key, texts[index] as string);
      else found.set(key, vector);
    });
    if (wanted.size > 0) {
      const rows = await worker.run([...wanted.values()], signal);
      if (isUnavailable(rows)) return rows;
      if (rows === undefined) return unavailable('timeout', 'aborted');
      [...wanted.keys()].forEach((key, row) => {
        const vector = rows.slice(row * info.dimensions, (row + 1) * info.dimensions);
        cache.set(key, vector);
        found.set(key, vector);
      });
    }
    return keys.map((key) => found.get(key) as Float32Array);
  }

  return {
    get info() {
      return worker.info as EmbedderInfo | Unavailable;
    },
    embed,
    close: worker.close,
  };
}
