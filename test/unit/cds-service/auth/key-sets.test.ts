import { describe, expect, it } from 'vitest';
import { createKeySets } from '#cds-service/auth/key-sets.ts';

const URL_OF_KEYS = 'https://ehr.example/jwks.json';
const MINUTE = 60_000;

function setup(first: unknown) {
  let answer = first;
  let time = 0;
  const calls: string[] = [];
  const keySets = createKeySets(
    async (url) => {
      calls.push(url);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => time,
  );
  return {
    calls,
    find: (kid: string | undefined) => keySets.find({ url: URL_OF_KEYS }, kid),
    publish: (next: unknown) => {
      answer = next;
    },
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const key = (kid: string) => ({ kty: 'EC', crv: 'P-384', x: 'x', y: 'y', kid });

describe('createKeySets', () => {
  it('reads a set once for many tokens', async () => {
    const { find, calls } = setup({ keys: [key('a')] });
    await Promise.all([find('a'), find('a'), find('a')]);
    await find('a');
    expect(calls).toHaveLength(1);
  });

  it('CH-65 compares kid as it is', async () => {
    const { find } = setup({ keys: [key('a+b/c=')] });
    expect(await find('a+b/c=')).toHaveLength(1);
    expect(await find('a b/c=')).toHaveLength(0);
  });

  it('CH-65 reads again for an unknown kid, at most once a minute', async () => {
    const { find, publish, wait, calls } = setup({ keys: [key('old')] });
    await find('old');
    wait(MINUTE);
    publish({ keys: [key('new')] });
    expect(await find('new')).toHaveLength(1);
    for (let attempt = 0; attempt < 100; attempt += 1) await find(`guess-${attempt}`);
    expect(calls).toHaveLength(2);
  });

  it('forgets a key that was withdrawn', async () => {
    const { find, publish, wait } = setup({ keys: [key('a')] });
    await find('a');
    publish({ keys: [] });
    wait(11 * MINUTE);
    expect(await find('a')).toHaveLength(0);
  });

  it('uses what it has while the keys cannot be read, but not for ever', async () => {
    const { find, publish, wait } = setup({ keys: [key('a')] });
    await find('a');
    publish(new Error('down'));
    wait(30 * MINUTE);
    expect(await find('a')).toHaveLength(1);
    wait(40 * MINUTE);
    expect(await find('a')).toHaveLength(0);
  });

  it('tries again soon after a failure, without hammering', async () => {
    const { find, publish, wait, calls } = setup(new Error('down'));
    expect(await find('a')).toEqual([]);
    await find('a');
    expect(calls).toHaveLength(1);
    publish({ keys: [key('a')] });
    wait(5000);
    expect(await find('a')).toHaveLength(1);
  });

  it('takes no symmetric keys and no private parts', async () => {
    const { find } = setup({
      keys: [
        { kty: 'oct', k: 'secret', kid: 'a' },
        { ...key('b'), d: 'private' },
      ],
    });
    expect(await find('a')).toEqual([]);
    expect(await find('b')).toEqual([key('b')]);
  });

  it.each([['<html>'], [{}], [{ keys: 'none' }]])('has no keys when the document is %j', async (document) => {
    const { find } = setup(document);
    expect(await find('a')).toEqual([]);
  });
});
