import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oneAtATime } from '#ig/build/one-at-a-time.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();

describe('oneAtATime', () => {
  it('does the work once, however many ask', async () => {
    const result = join(folder, 'result');
    let count = 0;
    const ask = () =>
      oneAtATime(
        join(folder, 'a.lock'),
        () => existsSync(result),
        async () => {
          count += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
          writeFileSync(result, '');
        },
      );
    await Promise.all([ask(), ask(), ask()]);
    expect(count).toBe(1);
  });

  it('lets go when the work fails, and says so', async () => {
    const lock = join(folder, 'b.lock');
    const failing = oneAtATime(
      lock,
      () => false,
      async () => Promise.reject(new Error('broken')),
    );
    await expect(failing).rejects.toThrow('broken');
    expect(existsSync(lock)).toBe(false);
  });

  it('takes over from a process that died', async () => {
    const lock = join(folder, 'c.lock');
    mkdirSync(lock);
    utimesSync(lock, 0, 0);
    let done = false;
    await oneAtATime(
      lock,
      () => done,
      async () => {
        done = true;
      },
    );
    expect(done).toBe(true);
  });
});
