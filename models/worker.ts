import { parentPort, workerData } from 'node:worker_threads';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Engine, EngineModule, FromWorker, ToWorker, WorkerSetup } from './engine.ts';

/**
 * The worker thread: opens one engine and runs one job at a time.
 *
 * A job that throws is answered and the engine lives on; what kills the thread is seen by `worker-client.ts`.
 */
const { engine, options, cancelled } = workerData as WorkerSetup;
const tell = (message: FromWorker) => parentPort?.postMessage(message);

const { openEngine } = (await import(engine)) as EngineModule;
const opened = await openEngine(options as never);
if (isUnavailable(opened)) tell({ kind: 'refused', why: opened });
else serve(opened as unknown as Engine<unknown, unknown>);

function serve(ready: Engine<unknown, unknown>): void {
  parentPort?.on('message', async ({ job, input }: ToWorker) => {
    try {
      const isCancelled = () => Atomics.load(cancelled, 0) === job;
      const result = await ready.run(input, isCancelled, (progress) =>
        tell({ kind: 'progress', job, progress }),
      );
      tell({ kind: 'done', job, result });
    } catch (error) {
      tell({ kind: 'failed', job, detail: error instanceof Error ? error.message : 'unknown' });
    }
  });
  tell({ kind: 'ready', info: ready.info });
}
