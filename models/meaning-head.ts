import { z } from 'zod';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { EmbedderInfo, Embeddings, MeaningHead, Provider } from './contract.ts';
import type { GraphEngineOptions, GraphInfo, GraphResult } from './graph-engine.ts';
import type { Feeds } from './onnx.ts';
import { startWorker, type WorkerLimits } from './worker-client.ts';

export interface MeaningHeadOptions {
  readonly artifact: string;
  /** Who made the vectors; the head understands one embedder only. */
  readonly embedder?: EmbedderInfo | Unavailable;
  readonly providers?: readonly Provider[];
  readonly threads?: number;
  readonly limits?: WorkerLimits;
}

const manifestSchema = z.object({
  dimensions: z.number().int().positive(),
  embedder: z.object({ name: z.string(), version: z.string() }),
  concepts: z.array(z.object({ id: z.string(), from: z.number().min(0).max(1) })).min(1),
});

type Part = z.infer<typeof manifestSchema>;

/** The head with its way to end: the thread lives until it is closed. */
export interface OpenMeaningHead extends MeaningHead {
  close(): Promise<void>;
}

/**
 * Opens the reader by meaning in its own worker thread.
 *
 * A concept is named from its own line on, learnt so that few benign clauses cross it. Never throws for expected
 * trouble; see `info`.
 */
export async function openMeaningHead(options: MeaningHeadOptions): Promise<OpenMeaningHead> {
  const engineOptions: GraphEngineOptions = {
    artifact: options.artifact,
    providers: options.providers ?? ['cpu'],
    threads: options.threads ?? 1,
    wholeGraph: false,
    slowestMs: 250,
    inputs: { vectors: 384 },
  };
  const worker = await startWorker<Feeds, GraphResult>(
    { engine: new URL('./graph-engine.ts', import.meta.url).href, options: engineOptions },
    options.limits,
  );
  const started = worker.info as GraphInfo | Unavailable;
  const part = isUnavailable(started) ? started : check(started, options.embedder);
  if (isUnavailable(part)) await worker.close();

  return {
    get info() {
      if (isUnavailable(part)) return part;
      const now = worker.info as GraphInfo | Unavailable;
      return isUnavailable(now) ? now : { name: now.name, version: now.version };
    },
    async classify(clauses, signal) {
      if (isUnavailable(part)) return part;
      if (clauses.length === 0) return [];
      const feeds = toFeeds(clauses, part.dimensions);
      if (isUnavailable(feeds)) return feeds;
      const outputs = await worker.run(feeds, signal);
      if (isUnavailable(outputs)) return outputs;
      return readConcepts(outputs.probabilities?.data as Float32Array, clauses.length, part);
    },
    close: worker.close,
  };
}

function check(graph: GraphInfo, embedder: EmbedderInfo | Unavailable | undefined): Part | Unavailable {
  const part = manifestSchema.safeParse(graph.manifest);
  if (!part.success) return unavailable('broken', `${graph.name} is no reader by meaning: see its manifest`);
  const { embedder: trained } = part.data;
  if (embedder === undefined || isUnavailable(embedder)) return part.data;
  if (embedder.name === trained.name && embedder.version === trained.version) return part.data;
  return unavailable(
    'broken',
    `${graph.name} was made for ${trained.name} ${trained.version}, not ${embedder.name} ${embedder.version}`,
  );
}

function toFeeds(clauses: Embeddings, dimensions: number): Feeds | Unavailable {
  const data = new Float32Array(clauses.length * dimensions);
  for (const [row, vector] of clauses.entries()) {
    if (vector.length !== dimensions || !vector.every(Number.isFinite))
      return unavailable('wrong-shape', `a clause vector is not ${dimensions} finite numbers`);
    data.set(vector, row * dimensions);
  }
  return { vectors: { data, dims: [clauses.length, dimensions] } };
}

function readConcepts(probabilities: Float32Array, rows: number, { concepts }: Part) {
  return Array.from({ length: rows }, (_, row) =>
    concepts
      .map(({ id, from }, column) => ({
        concept: id,
        from,
        probability: probabilities[row * concepts.length + column] ?? 0,
      }))
      .filter(({ probability, from }) => probability >= from)
      .sort((a, b) => b.probability - a.probability)
      .map(({ concept, probability }) => ({ concept, probability })),
  );
}
