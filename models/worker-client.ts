import { Worker } from 'node:worker_threads';
import { type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './engine.ts';

/** One engine in its own thread. */
export interface WorkerClient<Job, Result> {
  /** What the engine says of itself, or why there is none. */
  readonly info: unknown | Unavailable;
  /** Never rejects: a full queue, an aborted signal, a crash or a refusal is `Unavailable`. */
  run(job: Job, signal?: AbortSignal, onProgress?: OnProgress): Promise<Result | Unavailable>;
  close(): Promise<void>;
}

/** Told of what an engine reports while it works, and when the job has left the queue. */
export interface OnProgress {
  onStart?(): void;
  onReport?(progress: unknown): void;
}

export interface WorkerLimits {
  /** More jobs than this waiting, and a new one is turned away at once. */
  readonly queue?: number;
  /** A job that runs longer is taken for hung and its thread is replaced. Milliseconds. */
  readonly hungAfterMs?: number;
  /** Crashes in a row after which it stays down, so that a poisoned input cannot spin it. */
  readonly restarts?: number;
  /** Heap of the thread, MB; a large vocabulary needs more than the default of 256. */
  readonly heapMb?: number;
}

interface Waiting {
  readonly input: unknown;
  readonly progress: OnProgress | undefined;
  settle(result: unknown | Unavailable): void;
  settled: boolean;
}

/**
 * Starts an engine in a worker thread and waits until it has opened.
 *
 * One job is in the thread at a time; the others wait here, where an aborted one is dropped without a trace.
 * A thread that dies takes only its job with it: the next one starts a new thread.
 */
export async function startWorker<Job, Result>(
  setup: Omit<WorkerSetup, 'cancelled'>,
  { queue: longest = 256, hungAfterMs = 30_000, restarts = 3, heapMb = 256 }: WorkerLimits = {},
): Promise<WorkerClient<Job, Result>> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const queue: Waiting[] = [];
  let thread: Worker | undefined;
  let running: { readonly job: number; readonly waiting: Waiting } | undefined;
  let watch: NodeJS.Timeout | undefined;
  let jobs = 0;
  let crashes = 0;
  let isReady = false;
  let down: Unavailable | undefined;
  let closed = false;
  let info: unknown | Unavailable;

  function start(): Promise<void> {
    return new Promise((resolve) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { ...setup, cancelled } satisfies WorkerSetup,
        execArgv: [],
        // The heap of a thread holds little: models and tensors lie outside of it.
        resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: heapMb },
        name: 'model',
      });
      thread = worker;
      let why = 'the worker stopped';
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'progress') {
          const { job, waiting } = running ?? {};
          if (job === message.job && waiting?.settled === false)
            waiting.progress?.onReport?.(message.progress);
          return;
        }
        if (message.kind === 'ready') {
          isReady = true;
          info = message.info;
        } else if (message.kind === 'refused') goDown(message.why);
        else if (running?.job === message.job) {
          crashes = 0;
          finish(message.kind === 'done' ? message.result : unavailable('broken', message.detail));
        }
        resolve();
        next();
      });
      worker.on('error', (error: Error) => {
        why = error.message;
      });
      worker.on('exit', () => {
        if (thread !== worker) return;
        thread = undefined;
        isReady = false;
        crashes += 1;
        finish(unavailable('broken', why));
        if (closed || down !== undefined) resolve();
        else if (crashes > restarts) {
          goDown(unavailable('broken', `${why}, ${crashes} times in a row`));
          resolve();
        } else void start().then(resolve);
      });
    });
  }

  function goDown(why: Unavailable): void {
    down = why;
    info ??= why;
    for (const waiting of queue.splice(0)) waiting.settle(why);
    void thread?.terminate();
  }

  function finish(result: unknown | Unavailable): void {
    clearTimeout(watch);
    const { waiting } = running ?? {};
    running = undefined;
    waiting?.settle(result);
  }

  function next(): void {
    if (!isReady || running !== undefined || thread === undefined) return;
    const waiting = queue.shift();
    if (waiting === undefined) {
      thread.unref();
      return;
    }
    thread.ref();
    jobs = (jobs % 0x7fff_fffe) + 1;
    running = { job: jobs, waiting };
    waiting.progress?.onStart?.();
    watch = setTimeout(() => void thread?.terminate(), hungAfterMs);
    thread.postMessage({ job: jobs, input: waiting.input } satisfies ToWorker);
  }

  function run(job: Job, signal?: AbortSignal, progress?: OnProgress): Promise<Result | Unavailable> {
    if (down !== undefined) return Promise.resolve(down);
    if (closed) return Promise.resolve(unavailable('not-installed', 'closed'));
    if (signal?.aborted) return Promise.resolve(unavailable('timeout', 'aborted before it began'));
    if (queue.length >= longest)
      return Promise.resolve(unavailable('timeout', `${longest} calls are waiting already`));
    return new Promise((resolve) => {
      const abort = () => {
        const place = queue.indexOf(waiting);
        if (place >= 0) queue.splice(place, 1);
        else if (running?.waiting === waiting) Atomics.store(cancelled, 0, running.job);
        waiting.settle(unavailable('timeout', 'aborted'));
      };
      const waiting: Waiting = {
        input: job,
        progress,
        settled: false,
        settle(result) {
          if (waiting.settled) return;
          waiting.settled = true;
          signal?.removeEventListener('abort', abort);
          resolve(result as Result | Unavailable);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      queue.push(waiting);
      next();
    });
  }

  async function close(): Promise<void> {
    closed = true;
    for (const waiting of queue.splice(0)) waiting.settle(unavailable('not-installed', 'closed'));
    await thread?.terminate();
  }

  await start();
  thread?.unref();
  return {
    get info() {
      return down ?? info;
    },
    run,
    close,
  };
}
