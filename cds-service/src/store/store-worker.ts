import { parentPort, workerData } from 'node:worker_threads';
import type { Store } from './contract.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

/** A call of one method of the store, and its answer. */
export interface StoreCall {
  readonly id: number;
  readonly method: keyof Store;
  readonly args: readonly unknown[];
}

export type StoreAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

if (!parentPort) throw new Error('store-worker.ts runs as a worker only');
const port = parentPort;
const { file } = workerData as { readonly file: string };
const store = openSqliteStore(file);

port.on('message', ({ id, method, args }: StoreCall) => {
  const run = store[method] as (...given: readonly unknown[]) => Promise<unknown>;
  run(...args).then(
    (value) => port.postMessage({ id, value } satisfies StoreAnswer),
    (error: unknown) =>
      port.postMessage({
        id,
        error: error instanceof Error ? error.message : 'failed',
      } satisfies StoreAnswer),
  );
});
port.postMessage('open');
