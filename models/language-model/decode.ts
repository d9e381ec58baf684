import type { Feeds, Session, TensorData } from '../onnx.ts';
import type { GenerationLimits, GenerationSettings } from './settings.ts';

/** Why the model stopped. */
export type Ending = 'stop' | 'length' | 'time' | 'cancelled';

export interface Decoded {
  readonly ids: readonly number[];
  readonly ending: Ending;
  /** Milliseconds until the first new token. */
  readonly firstTokenMs: number;
  readonly milliseconds: number;
}

export interface DecodeJob {
  readonly prompt: readonly number[];
  readonly settings: GenerationSettings;
  readonly limits: GenerationLimits;
  readonly isCancelled: () => boolean;
  readonly onToken?: (ids: readonly number[]) => void;
}

type Cache = Readonly<Record<string, TensorData>>;

/**
 * Greedy decoding with a key-value cache: the same prompt gives the same tokens.
 *
 * A run of the model cannot be interrupted, so the prompt goes in chunks and the flag is asked between runs. The cache
 * goes from one run into the next as it came out, without a copy of ours.
 */
export async function decode(session: Session, job: DecodeJob): Promise<Decoded> {
  const { prompt, settings, limits, isCancelled, onToken } = job;
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const ids: number[] = [];
  let cache = emptyCache(settings);
  let logits: ArrayLike<number> = [];
  const done = (ending: Ending, firstTokenMs: number): Decoded => ({
    ids,
    ending,
    firstTokenMs,
    milliseconds: elapsed(),
  });

  for (let from = 0; from < prompt.length; from += limits.chunk) {
    if (isCancelled()) return done('cancelled', 0);
    if (elapsed() > limits.milliseconds) return done('time', 0);
    const step = await run(session, settings, {
      ids: prompt.slice(from, from + limits.chunk),
      past: from,
      cache,
    });
    ({ cache, logits } = step);
  }
  let firstTokenMs = 0;
  for (;;) {
    const next = choose(logits, ids, settings.repetitionPenalty);
    if (ids.length === 0) firstTokenMs = elapsed();
    if (settings.stop.includes(next)) return done('stop', firstTokenMs);
    ids.push(next);
    onToken?.(ids);
    if (ids.length >= limits.newTokens) return done('length', firstTokenMs);
    if (isCancelled()) return done('cancelled', firstTokenMs);
    if (elapsed() > limits.milliseconds) return done('time', firstTokenMs);
    ({ cache, logits } = await run(session, settings, {
      ids: [next],
      past: prompt.length + ids.length - 1,
      cache,
    }));
  }
}

interface Step {
  readonly ids: readonly number[];
  /** Tokens that are in the cache already. */
  readonly past: number;
  readonly cache: Cache;
}

async function run(
  session: Session,
  settings: GenerationSettings,
  step: Step,
): Promise<{ readonly cache: Cache; readonly logits: ArrayLike<number> }> {
  const results = await session.run(feedsOf(settings, step));
  const { layers, inputs, outputs, vocabulary } = settings;
  const cache: Record<string, TensorData> = {};
  for (let layer = 0; layer < layers; layer += 1) {
    cache[named(inputs.pastKey, layer)] = results[named(outputs.presentKey, layer)]!;
    cache[named(inputs.pastValue, layer)] = results[named(outputs.presentValue, layer)]!;
  }
  const all = numbersOf(results[outputs.logits]!);
  return { cache, logits: all.length > vocabulary ? all.slice(all.length - vocabulary) : all };
}

/** Inputs of one run, the empty cache included; also what warms a session up. */
export function feedsOf(settings: GenerationSettings, { ids, past, cache }: Step): Feeds {
  const { inputs } = settings;
  const count = ids.length;
  const wide = (length: number, value: (at: number) => number) =>
    BigInt64Array.from({ length }, (_, at) => BigInt(value(at)));
  return {
    ...cache,
    [inputs.ids]: { data: wide(count, (at) => ids[at]!), dims: [1, count] },
    [inputs.mask]: { data: wide(past + count, () => 1), dims: [1, past + count] },
    ...(inputs.positions === null
      ? {}
      : { [inputs.positions]: { data: wide(count, (at) => past + at), dims: [1, count] } }),
  };
}

export function emptyCache({ layers, kvHeads, headSize, cacheType, inputs }: GenerationSettings): Cache {
  const empty = { data: emptyOf(cacheType), dims: [1, kvHeads, 0, headSize] };
  const names = Array.from({ length: layers }, (_, layer) => [
    named(inputs.pastKey, layer),
    named(inputs.pastValue, layer),
  ]).flat();
  return Object.fromEntries(names.map((name) => [name, empty]));
}

function emptyOf(cacheType: GenerationSettings['cacheType']): TensorData['data'] {
  return cacheType === 'float32' ? new Float32Array(0) : (new Float16Array(0) as unknown as Float32Array);
}

function numbersOf({ data }: TensorData): Float32Array {
  return data instanceof Float32Array ? data : Float32Array.from(data as unknown as Float32Array);
}

/** The likeliest token; tokens written before lose by the penalty (Keskar and others, CTRL, 2019). Ties go to the first. */
function choose(logits: ArrayLike<number>, before: readonly number[], penalty: number): number {
  const written = penalty === 1 ? undefined : new Set(before);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let token = 0; token < logits.length; token += 1) {
    const raw = logits[token]!;
    const value = written?.has(token) ? (raw > 0 ? raw / penalty : raw * penalty) : raw;
    if (value > most) {
      most = value;
      best = token;
    }
  }
  return best;
}

function named(pattern: string, layer: number): string {
  return pattern.replace('{layer}', String(layer));
}
