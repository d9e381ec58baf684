import type { Engine } from '#models/engine.ts';

/** An engine for faults only: does what its job says, so that a test can break the thread at a chosen moment. */
export async function openEngine(options: { readonly refuse?: boolean }): Promise<Engine<string, unknown>> {
  if (options.refuse) return { state: 'unavailable', code: 'not-installed' } as never;
  return { info: { name: 'fault' }, run, close: async () => {} };
}

async function run(job: string, isCancelled: () => boolean): Promise<unknown> {
  if (job === 'exit') process.exit(1);
  if (job === 'throw') throw new Error('bad job');
  if (job === 'hang') await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (job === 'until-cancelled') {
    while (!isCancelled()) await new Promise((resolve) => setTimeout(resolve, 1));
    return 'cancelled';
  }
  return job;
}
