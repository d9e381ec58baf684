import { z } from 'zod';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Embeddings, MeaningHead } from './contract.ts';
import type { GraphInfo } from './graph-engine.ts';
import type { Feeds } from './onnx.ts';
import { type GraphOptions, madeForAnother, openGraph } from './open-graph.ts';

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
export async function openMeaningHead(options: GraphOptions): Promise<OpenMeaningHead> {
  const graph = await openGraph(options, (info) => check(info, options), { vectors: 384 });
  return {
    get info() {
      return graph.info;
    },
    async classify(clauses, signal) {
      const { part } = graph;
      if (isUnavailable(part)) return part;
      if (clauses.length === 0) return [];
      const feeds = toFeeds(clauses, part.dimensions);
      if (isUnavailable(feeds)) return feeds;
      const outputs = await graph.run(feeds, signal);
      if (isUnavailable(outputs)) return outputs;
      return readConcepts(outputs.probabilities?.data as Float32Array, clauses.length, part);
    },
    close: graph.close,
  };
}

function check(graph: GraphInfo, { embedder }: GraphOptions): Part | Unavailable {
  const part = manifestSchema.safeParse(graph.manifest);
  if (!part.success) return unavailable('broken', `${graph.name} is no reader by meaning: see its manifest`);
  return madeForAnother(graph, part.data.embedder, embedder) ?? part.data;
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
