import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A lock older than this was left by a process that died. */
const STALE_MS = 180_000;

/**
 * Does something in one process at a time, by a folder as lock.
 *
 * @param isDone - Asked before; when another process has done it meanwhile, nothing is done here.
 */
export async function oneAtATime(
  lock: string,
  isDone: () => boolean,
  work: () => Promise<void>,
): Promise<void> {
  await mkdir(dirname(lock), { recursive: true });
  while (!isDone()) {
    const isMine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (!isMine) {
      const age = await stat(lock).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > STALE_MS) await rm(lock, { recursive: true, force: true });
      else await wait(100);
      continue;
    }
    try {
      if (!isDone()) await work();
    } finally {
      await rm(lock, { recursive: true, force: true });
    }
  }
}
