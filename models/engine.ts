import type { Unavailable } from '#fhir-mappers/data-state.ts';

/**
 * What a worker thread runs: one model with what belongs to it.
 *
 * An engine's module exports `openEngine`; it is loaded inside the thread, so nothing of it waits on the event
 * loop of the service.
 */
export interface Engine<Job, Result> {
  /** Plain JSON about what was opened: name, version, provider. */
  readonly info: unknown;
  /**
   * @param isCancelled - True once nobody waits any more; asked between units of work.
   * @param report - Tells who waits how far it is; plain JSON, few times a second.
   */
  run(job: Job, isCancelled: () => boolean, report: (progress: unknown) => void): Promise<Result>;
  close(): Promise<void>;
}

export interface EngineModule {
  openEngine(options: never): Promise<Engine<never, unknown> | Unavailable>;
}

export interface WorkerSetup {
  /** File URL of the engine's module. */
  readonly engine: string;
  /** Plain JSON for `openEngine`. */
  readonly options: unknown;
  /** Holds the number of the last job that was cancelled. */
  readonly cancelled: Int32Array;
}

export type FromWorker =
  | { readonly kind: 'ready'; readonly info: unknown }
  | { readonly kind: 'refused'; readonly why: Unavailable }
  | { readonly kind: 'progress'; readonly job: number; readonly progress: unknown }
  | { readonly kind: 'done'; readonly job: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly job: number; readonly detail: string };

export interface ToWorker {
  readonly job: number;
  readonly input: unknown;
}
