import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Provider } from '../contract.ts';
import { startWorker, type WorkerClient } from '../worker-client.ts';
import { readGate } from './evaluation-file.ts';
import type {
  LanguageEngineInfo,
  LanguageEngineOptions,
  LanguageJob,
  LanguageProgress,
  LanguageResult,
} from './language-engine.ts';
import { DEFAULT_LIMITS, type GenerationLimits } from './settings.ts';

export interface LanguageModelOptions {
  readonly folder: string;
  /** Default: `cuda`, `webgpu`, `cpu`. */
  readonly providers?: readonly Provider[];
  /** Threads of one run. Default 1: the service needs the other core. */
  readonly threads?: number;
  readonly limits?: Partial<GenerationLimits>;
  /** Jobs that may wait beside the one that runs. Default 2. */
  readonly queue?: number;
  /** Unloaded after so long without a job. Default five minutes. */
  readonly idleMs?: number;
  /** Default `low`: a hook never waits for a draft. `normal` is for evaluations, which have nobody to wait for. */
  readonly priority?: 'low' | 'normal';
  /** `ignored` is for the evaluation itself and for tests of the machinery: never for a nurse. */
  readonly gate?: 'required' | 'ignored';
}

export interface LanguageModelInfo {
  readonly name: string;
  readonly version: string;
  readonly loaded: boolean;
  readonly provider?: Provider;
  readonly memoryBytes?: number;
}

export interface GenerateOptions {
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: 'waiting' | 'loading' | 'prompt') => void;
  readonly onText?: (progress: LanguageProgress) => void;
}

/** A local language model in its own thread: loaded at the first job, one job at a time, unloaded when idle. */
export interface LanguageModel {
  readonly info: LanguageModelInfo | Unavailable;
  /** Never rejects. An answer that was cut (`length`, `time`) is an answer; a cancelled or refused one is `Unavailable`. */
  generate(job: LanguageJob, options?: GenerateOptions): Promise<LanguageResult | Unavailable>;
  close(): Promise<void>;
}

type Client = WorkerClient<LanguageJob, LanguageResult>;

/** Looks whether the model may be used at all; nothing is loaded yet. */
export async function openLanguageModel(options: LanguageModelOptions): Promise<LanguageModel> {
  const { folder, idleMs = 300_000, queue = 2 } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const engineOptions: LanguageEngineOptions = {
    folder,
    providers: options.providers ?? ['cuda', 'webgpu', 'cpu'],
    threads: options.threads ?? 1,
    limits,
    priority: options.priority ?? 'low',
  };
  const allowed =
    options.gate === 'ignored' ? { name: 'not evaluated', version: '0' } : await readGate(folder);
  let client: Promise<Client> | undefined;
  let loaded: Client | undefined;
  let idle: NodeJS.Timeout | undefined;
  let busy = 0;
  let isClosed = false;

  function load(): Promise<Client> {
    client ??= startWorker<LanguageJob, LanguageResult>(
      { engine: new URL('./language-engine.ts', import.meta.url).href, options: engineOptions },
      // A job ends itself at its time limit; only a run of the model that never returns is hung.
      { queue, hungAfterMs: limits.milliseconds + 30_000, restarts: 1, heapMb: 1024 },
    ).then((started) => {
      loaded = started;
      return started;
    });
    return client;
  }

  async function unload(): Promise<void> {
    const was = client;
    client = undefined;
    loaded = undefined;
    await (await was)?.close();
  }

  async function generate(
    job: LanguageJob,
    { signal, onStage, onText }: GenerateOptions = {},
  ): Promise<LanguageResult | Unavailable> {
    if (isUnavailable(allowed)) return allowed;
    if (isClosed) return unavailable('not-installed', 'closed');
    // What waits for the model to load waits in the same queue as what waits for another job.
    if (busy > queue) return unavailable('timeout', `${queue} drafts are waiting already`);
    clearTimeout(idle);
    busy += 1;
    try {
      onStage?.(loaded === undefined ? 'loading' : 'waiting');
      const worker = await load();
      const result = await worker.run(job, signal, {
        onStart: () => onStage?.('prompt'),
        onReport: (progress) => onText?.(progress as LanguageProgress),
      });
      if (isUnavailable(result)) return result;
      if (result.ending === 'cancelled') return unavailable('timeout', 'cancelled');
      if (result.ending === 'too-long')
        return unavailable(
          'not-supported',
          `the prompt has ${result.promptTokens} tokens, too many for the model`,
        );
      return result;
    } finally {
      busy -= 1;
      if (busy === 0 && !isClosed) {
        idle = setTimeout(() => void unload(), idleMs);
        idle.unref();
      }
    }
  }

  return {
    get info() {
      if (isUnavailable(allowed)) return allowed;
      const info = loaded?.info as LanguageEngineInfo | Unavailable | undefined;
      if (isUnavailable(info)) return info;
      return info === undefined ? { ...allowed, loaded: false } : { ...info, loaded: true };
    },
    generate,
    close: async () => {
      isClosed = true;
      clearTimeout(idle);
      await unload();
    },
  };
}
