import { setTimeout as sleep } from 'node:timers/promises';
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
  /** A job that runs longer is taken for hung and another thread takes over. Milliseconds. */
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

/** The job in the thread; `ended` when the thread is done with it, also where its caller has left long before. */
interface Running {
  readonly job: number;
  readonly waiting: Waiting;
  readonly ended: PromiseWithResolvers<void>;
}

/** At close, a job in native code gets this long to end by itself. Milliseconds. */
const LONGEST_CLOSE_MS = 3000;

/**
 * Starts an engine in a worker thread and waits until it has opened.
 *
 * One job is in the thread at a time; the others wait here, where an aborted one is dropped without a trace.
 * A thread that dies takes only its job with it: the next one starts a new thread. A thread that hangs is left to end
 * its job beside the new one, because ending a thread inside native code ends the process.
 */
export async function startWorker<Job, Result>(
  setup: Omit<WorkerSetup, 'cancelled'>,
  { queue: longest = 256, hungAfterMs = 30_000, restarts = 3, heapMb = 256 }: WorkerLimits = {},
): Promise<WorkerClient<Job, Result>> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const queue: Waiting[] = [];
  /** Threads that hung: out of service, alive until their job ends; each with the end of it. */
  const retired = new Map<Worker, PromiseWithResolvers<void>>();
  let thread: Worker | undefined;
  let running: Running | undefined;
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
        if (retired.has(worker)) {
          if (message.kind !== 'progress') void worker.terminate();
          return;
        }
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
        retired.get(worker)?.resolve();
        retired.delete(worker);
        if (thread === worker) void replace(why).then(resolve);
      });
    });
  }

  /** The thread is gone or out of service: its job is answered, and the next one gets a new thread. */
  async function replace(why: string): Promise<void> {
    thread = undefined;
    isReady = false;
    crashes += 1;
    finish(unavailable('broken', why));
    if (closed || down !== undefined) return;
    if (crashes > restarts) goDown(unavailable('broken', `${why}, ${crashes} times in a row`));
    else await start();
  }

  function retire(): void {
    if (thread === undefined || running === undefined) return;
    Atomics.store(cancelled, 0, running.job);
    retired.set(thread, Promise.withResolvers());
    thread.unref();
    void replace(`no answer within ${hungAfterMs} ms`);
  }

  function goDown(why: Unavailable): void {
    down = why;
    info ??= why;
    for (const waiting of queue.splice(0)) waiting.settle(why);
    void thread?.terminate();
  }

  function finish(result: unknown | Unavailable): void {
    clearTimeout(watch);
    const { waiting, ended } = running ?? {};
    running = undefined;
    waiting?.settle(result);
    ended?.resolve();
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
    running = { job: jobs, waiting, ended: Promise.withResolvers() };
    waiting.progress?.onStart?.();
    watch = setTimeout(retire, hungAfterMs);
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
    if (running !== undefined) Atomics.store(cancelled, 0, running.job);
    const busy = [running?.ended, ...retired.values()].map((end) => end?.promise);
    const late = new AbortController();
    await Promise.race([
      Promise.all(busy),
      sleep(LONGEST_CLOSE_MS, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    await Promise.all([thread, ...retired.keys()].map((worker) => worker?.terminate()));
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
