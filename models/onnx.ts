import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Provider } from './contract.ts';

/** A tensor as plain data, so that it can cross a thread. */
export interface TensorData {
  readonly data: Float32Array | BigInt64Array | Int32Array;
  readonly dims: readonly number[];
}

export type Feeds = Readonly<Record<string, TensorData>>;

/** A model that has been loaded and has run once. */
export interface Session {
  /** The one execution provider on which it runs. */
  readonly provider: Provider;
  /** Providers that were tried before it, each with its reason. */
  readonly refused: readonly { readonly provider: Provider; readonly reason: string }[];
  run(feeds: Feeds): Promise<Readonly<Record<string, TensorData>>>;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** Tried one by one; the first that loads the model and runs it is used. */
  readonly providers: readonly Provider[];
  readonly threads: number;
  /** Run once after loading, so that the first patient does not wait for memory or shaders. */
  readonly warmUp: Feeds;
  /** `fast` lets a CPU round activations of block-quantised weights to int8; `exact` keeps fp32 sums. */
  readonly precision?: 'fast' | 'exact';
  /** True refuses a provider on which even one operator would fall back to the CPU. */
  readonly wholeGraph?: boolean;
  /** A GPU provider slower than this at its second run is a software adapter, and refused. Milliseconds. */
  readonly slowestMs?: number;
}

/**
 * Loads a model, by path or bytes, on the first execution provider that works. The only file that knows ONNX Runtime.
 *
 * ONNX Runtime does not fall back by itself: a missing CUDA library or GPU adapter throws, an unknown name is
 * silently the CPU. So each provider is tried alone and the one that worked is recorded.
 *
 * @returns `not-installed` when the runtime is missing, `broken` when no provider takes the model.
 */
export async function openSession(
  model: string | Uint8Array,
  options: SessionOptions,
): Promise<Session | Unavailable> {
  const runtime = await import('onnxruntime-node').catch(() => undefined);
  if (runtime === undefined) return unavailable('not-installed', 'ONNX Runtime is not there');
  const refused: { provider: Provider; reason: string }[] = [];
  for (const provider of options.providers) {
    try {
      const session = await tryProvider(runtime, model, provider, options);
      return { ...session, provider, refused };
    } catch (error) {
      refused.push({ provider, reason: error instanceof Error ? firstLine(error.message) : 'unknown' });
    }
  }
  const reasons = refused.map(({ provider, reason }) => `${provider}: ${reason}`).join('; ');
  return unavailable('broken', reasons || 'no execution provider was named');
}

type Runtime = typeof import('onnxruntime-node');

async function tryProvider(
  runtime: Runtime,
  model: string | Uint8Array,
  provider: Provider,
  { threads, warmUp, precision = 'fast', wholeGraph = false, slowestMs = 250 }: SessionOptions,
): Promise<Pick<Session, 'run' | 'close'>> {
  // Asking in vain prints to stderr from native code and may load 100 MB of drivers, so both are looked for first.
  if (provider === 'cuda' && !hasCudaLibrary()) throw new Error('its library is not installed');
  if (provider === 'webgpu' && !hasGraphicsDevice()) throw new Error('no graphics device');
  const inner = await create(runtime, model, {
    executionProviders: [provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 4,
    extra: {
      session: {
        qdq_matmulnbits_accuracy_level: provider === 'cpu' && precision === 'fast' ? '4' : '0',
        disable_cpu_ep_fallback: wholeGraph ? '1' : '0',
        intra_op: { allow_spinning: '0' },
      },
    },
  });
  const run = async (feeds: Feeds) => readOutputs(await inner.run(toTensors(runtime, feeds)));
  try {
    await run(warmUp);
    if (provider !== 'cpu') await refuseWhenSlow(() => run(warmUp), slowestMs);
  } catch (error) {
    await inner.release();
    throw error;
  }
  return { run, close: () => inner.release() };
}

/** The library declares a path and bytes as two functions. */
function create(
  runtime: Runtime,
  model: string | Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<InferenceSession> {
  return typeof model === 'string'
    ? runtime.InferenceSession.create(model, options)
    : runtime.InferenceSession.create(model, options);
}

async function refuseWhenSlow(run: () => Promise<unknown>, slowestMs: number): Promise<void> {
  const began = performance.now();
  await run();
  const took = performance.now() - began;
  if (took > slowestMs) throw new Error(`${Math.round(took)} ms for one short run: a software adapter`);
}

function toTensors(runtime: Runtime, feeds: Feeds): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(feeds).map(([name, { data, dims }]) => [name, new runtime.Tensor(data as never, dims)]),
  );
}

function readOutputs(outputs: InferenceSession.OnnxValueMapType): Record<string, TensorData> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => {
      const { data, dims } = value as Tensor;
      return [name, { data: data as Float32Array, dims }];
    }),
  );
}

function hasCudaLibrary(): boolean {
  const root = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  const { platform, arch } = process;
  const name = platform === 'win32' ? 'onnxruntime_providers_cuda.dll' : 'libonnxruntime_providers_cuda.so';
  return existsSync(join(root, 'bin', 'napi-v6', platform, arch, name));
}

function hasGraphicsDevice(): boolean {
  if (process.platform !== 'linux') return true;
  const named = process.env.VK_ICD_FILENAMES ?? process.env.VK_DRIVER_FILES;
  return named !== undefined || ['/dev/dri', '/dev/nvidia0', '/dev/dxg'].some((path) => existsSync(path));
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
