import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { readArtifact } from './artifact.ts';
import type { EmbedderInfo, Provider } from './contract.ts';
import type { Engine } from './engine.ts';
import { openSession, type Session } from './onnx.ts';
import { makeTokenize, tokenFeeds } from './tokenize.ts';

export interface EmbedEngineOptions {
  readonly artifact: string;
  readonly providers: readonly Provider[];
  readonly threads: number;
  readonly precision: 'fast' | 'exact';
  readonly wholeGraph: boolean;
  readonly slowestMs: number;
}

/** All vectors in one array, row after row, or nothing when it was cancelled. */
export type EmbedResult = Float32Array | undefined;

const partSchema = z.object({ dimensions: z.number().int().positive(), maxTokens: z.number().int().min(3) });

/** On a GPU texts go together; on a CPU one by one, because padding costs more than a batch saves (measured). */
const BATCH: Readonly<Record<Provider, number>> = { cuda: 64, webgpu: 64, cpu: 1 };

/** Opens tokenizer and model of the embedder; runs inside the worker thread. */
export async function openEngine(
  options: EmbedEngineOptions,
): Promise<Engine<readonly string[], EmbedResult> | Unavailable> {
  const artifact = await readArtifact(options.artifact);
  if (isUnavailable(artifact)) return artifact;
  const part = partSchema.safeParse(artifact.manifest);
  const model = artifact.files.get('model.onnx');
  const tokenizer = artifact.files.get('tokenizer.json');
  if (!part.success || model === undefined || tokenizer === undefined)
    return unavailable('broken', `${artifact.name} is not an embedder: see its manifest`);
  const { dimensions, maxTokens } = part.data;
  const tokenize = makeTokenize(await readFile(tokenizer), maxTokens);
  const session = await openSession(model, { ...options, warmUp: tokenFeeds([tokenize('warm up')]) });
  if (isUnavailable(session)) return session;
  const { provider } = session;
  const info: EmbedderInfo = { name: artifact.name, version: artifact.version, dimensions, provider };
  return {
    info,
    run: (texts, isCancelled) => embedAll(session, { tokens: texts.map(tokenize), dimensions, isCancelled }),
    close: () => session.close(),
  };
}

interface EmbedJob {
  readonly tokens: readonly (readonly number[])[];
  readonly dimensions: number;
  readonly isCancelled: () => boolean;
}

async function embedAll(
  session: Session,
  { tokens, dimensions, isCancelled }: EmbedJob,
): Promise<EmbedResult> {
  const vectors = new Float32Array(tokens.length * dimensions);
  // Texts of like length go together, so that a batch holds little padding.
  const order = tokens.map((_, index) => index).sort((a, b) => lengthOf(a) - lengthOf(b));
  for (let from = 0; from < order.length; from += BATCH[session.provider]) {
    if (isCancelled()) return undefined;
    const batch = order.slice(from, from + BATCH[session.provider]);
    const { sentence_embedding } = await session.run(tokenFeeds(batch.map((index) => tokens[index] ?? [])));
    const rows = sentence_embedding?.data as Float32Array;
    batch.forEach((index, row) => {
      vectors.set(rows.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
    });
  }
  return vectors;

  function lengthOf(index: number): number {
    return tokens[index]?.length ?? 0;
  }
}
