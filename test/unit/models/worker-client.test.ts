import { afterEach, describe, expect, it } from 'vitest';
import { startWorker, type WorkerClient, type WorkerLimits } from '#models/worker-client.ts';

const ENGINE = new URL('./support/fault-engine.ts', import.meta.url).href;
let worker: WorkerClient<string, string>;

async function start(limits?: WorkerLimits, options: object = {}): Promise<void> {
  worker = await startWorker<string, string>({ engine: ENGINE, options }, limits);
}

afterEach(() => worker.close());

describe('a worker answers every job, whatever happens to its thread', () => {
  it('runs jobs in the order given', async () => {
    await start();
    expect(await Promise.all(['a', 'b', 'c'].map((job) => worker.run(job)))).toEqual(['a', 'b', 'c']);
  });

  it('answers broken for the job during which the thread died, and runs the next in a new one', async () => {
    await start();
    const [died, after] = await Promise.all([worker.run('exit'), worker.run('after')]);
    expect(died).toMatchObject({ state: 'unavailable', code: 'broken' });
    expect(after).toBe('after');
  });

  it('stays down after more crashes in a row than allowed', async () => {
    await start({ restarts: 1 });
    await worker.run('exit');
    await worker.run('exit');
    expect(await worker.run('after')).toMatchObject({ code: 'broken' });
    expect(worker.info).toMatchObject({ code: 'broken' });
  });

  it('answers broken for a job that throws and lives on', async () => {
    await start();
    expect(await worker.run('throw')).toMatchObject({ code: 'broken', detail: 'bad job' });
    expect(await worker.run('after')).toBe('after');
  });

  it('replaces a thread whose job hangs', async () => {
    await start({ hungAfterMs: 50 });
    expect(await worker.run('hang')).toMatchObject({ code: 'broken' });
    expect(await worker.run('after')).toBe('after');
  });

  it('passes on why the engine refused to open', async () => {
    await start({}, { refuse: true });
    expect(worker.info).toMatchObject({ code: 'not-installed' });
    expect(await worker.run('a')).toMatchObject({ code: 'not-installed' });
  });

  it('is down, not dead, when the engine cannot be loaded at all', async () => {
    worker = await startWorker({ engine: 'file:///nowhere/engine.ts', options: {} }, { restarts: 0 });
    expect(await worker.run('a')).toMatchObject({ state: 'unavailable', code: 'broken' });
  });
});

describe('cancellation', () => {
  it('answers at once and tells the running job to stop', async () => {
    await start();
    const abort = new AbortController();
    const running = worker.run('until-cancelled', abort.signal);
    abort.abort();
    expect(await running).toMatchObject({ code: 'timeout' });
    expect(await worker.run('after')).toBe('after');
  });

  it('drops a job that still waits', async () => {
    await start();
    const first = new AbortController();
    const second = new AbortController();
    const running = worker.run('until-cancelled', first.signal);
    const waiting = worker.run('exit', second.signal);
    second.abort();
    first.abort();
    expect(await Promise.all([running, waiting])).toMatchObject([{ code: 'timeout' }, { code: 'timeout' }]);
    expect(await worker.run('after')).toBe('after');
  });

  it('does not begin for a signal that was aborted before', async () => {
    await start();
    expect(await worker.run('exit', AbortSignal.abort())).toMatchObject({ code: 'timeout' });
  });

  it('turns a call away when too many wait', async () => {
    await start({ queue: 1 });
    const abort = new AbortController();
    const calls = ['until-cancelled', 'a', 'b'].map((job) => worker.run(job, abort.signal));
    expect(await calls[2]).toMatchObject({ code: 'timeout' });
    abort.abort();
    await Promise.all(calls);
  });
});
