import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { EmbedderInfo, Provider } from './contract.ts';
import type { GraphEngineOptions, GraphInfo, GraphResult } from './graph-engine.ts';
import type { Feeds } from './onnx.ts';
import { startWorker, type WorkerLimits } from './worker-client.ts';

/** What every model that is plain tables of numbers is opened with. */
export interface GraphOptions {
  readonly artifact: string;
  /** Who makes the vectors it reads; a model understands one embedder only. */
  readonly embedder?: EmbedderInfo | Unavailable;
  /** Default `cpu`: for one patient a GPU is slower than the way to it. */
  readonly providers?: readonly Provider[];
  readonly threads?: number;
  readonly wholeGraph?: boolean;
  readonly slowestMs?: number;
  readonly limits?: WorkerLimits;
}

/** A model in its own worker thread; `part` is what its manifest says beyond the graph, or why it was refused. */
export interface OpenGraph<Part> {
  readonly part: Part | Unavailable;
  /** As it is now: a thread that stays down is `Unavailable` here too. */
  readonly info: Pick<GraphInfo, 'name' | 'version' | 'provider'> | Unavailable;
  run(feeds: Feeds, signal?: AbortSignal): Promise<GraphResult | Unavailable>;
  close(): Promise<void>;
}

/**
 * Opens a model and has its manifest checked; one that is refused is closed at once.
 *
 * @param inputs - Width of each input, where the manifest does not name them.
 */
export async function openGraph<Part extends object>(
  options: GraphOptions,
  check: (graph: GraphInfo) => Part | Unavailable,
  inputs?: GraphEngineOptions['inputs'],
): Promise<OpenGraph<Part>> {
  const engineOptions: GraphEngineOptions = {
    artifact: options.artifact,
    providers: options.providers ?? ['cpu'],
    threads: options.threads ?? 1,
    wholeGraph: options.wholeGraph ?? false,
    slowestMs: options.slowestMs ?? 250,
    ...(inputs === undefined ? {} : { inputs }),
  };
  const worker = await startWorker<Feeds, GraphResult>(
    { engine: new URL('./graph-engine.ts', import.meta.url).href, options: engineOptions },
    options.limits,
  );
  const started = worker.info as GraphInfo | Unavailable;
  const part = isUnavailable(started) ? started : check(started);
  if (isUnavailable(part)) await worker.close();
  return {
    part,
    get info() {
      if (isUnavailable(part)) return part;
      const now = worker.info as GraphInfo | Unavailable;
      return isUnavailable(now) ? now : { name: now.name, version: now.version, provider: now.provider };
    },
    run: async (feeds, signal) => (isUnavailable(part) ? part : worker.run(feeds, signal)),
    close: worker.close,
  };
}

/** Why a model cannot read the vectors of this embedder; nothing when it can, or when there is no embedder to ask. */
export function madeForAnother(
  graph: GraphInfo,
  trained: Pick<EmbedderInfo, 'name' | 'version'>,
  embedder: EmbedderInfo | Unavailable | undefined,
): Unavailable | undefined {
  if (embedder === undefined || isUnavailable(embedder)) return undefined;
  if (embedder.name === trained.name && embedder.version === trained.version) return undefined;
  return unavailable(
    'broken',
    `${graph.name} was made for ${trained.name} ${trained.version}, not ${embedder.name} ${embedder.version}`,
  );
}
