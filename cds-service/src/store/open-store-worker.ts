import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Store } from './contract.ts';
import type { StoreAnswer, StoreCall } from './store-worker.ts';

/** Every method of the store: a method that is missing here does not compile. */
const METHODS: Readonly<Record<keyof Store, true>> = {
  saveOutcome: true,
  findProposal: true,
  newestProposal: true,
  findByHandle: true,
  bindHandle: true,
  saveFeedback: true,
  reportOutcomes: true,
  countCards: true,
  burnTokenId: true,
  saveSession: true,
  findSession: true,
  findSigned: true,
  saveSigned: true,
  closeProposal: true,
  appendAudit: true,
  verifyAudit: true,
  sweep: true,
  check: true,
  close: true,
};

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Opens the SQLite store on a thread of its own: waiting for the disk then holds up no other request.
 *
 * The acknowledgement is the same: a promise resolves when the data are on disk. When the thread dies, every call
 * rejects, and `/ready` says so.
 *
 * @throws Error when the file cannot be written or belongs to a newer release.
 */
export async function openStoreWorker(file: string): Promise<Store> {
  const worker = new Worker(new URL('./store-worker.ts', import.meta.url), {
    workerData: { file },
    // Rows pass through; the pages of the database lie outside of the heap.
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 },
  });
  await once(worker, 'message');
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let isDead = false;

  worker.on('message', (answer: StoreAnswer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  });
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    isDead = true;
    for (const { reject } of waiting.values()) reject(new Error('the store has stopped'));
    waiting.clear();
  });

  const ask = (method: keyof Store, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (isDead) {
        reject(new Error('the store has stopped'));
        return;
      }
      next += 1;
      waiting.set(next, { resolve, reject });
      worker.postMessage({ id: next, method, args } satisfies StoreCall);
    });

  const methods = Object.keys(METHODS) as (keyof Store)[];
  // Each entry passes its arguments on unchanged, so it has the type of the method whose name it bears.
  const store = Object.fromEntries(
    methods.map((method) => [method, (...args: readonly unknown[]) => ask(method, args)]),
  ) as unknown as Store;
  return {
    ...store,
    close: async () => {
      if (!isDead) await ask('close', []);
      await worker.terminate();
    },
  };
}
