import { describe, expect, it } from 'vitest';
import { createCarefulFetch, ServerAtRestError } from '#cds-service/careful-fetch.ts';
import type { FhirFetch } from '#cds-service/fhir/fhir-fetch.ts';

const NORTH = 'https://north.example/fhir/Patient/1';
const SOUTH = 'https://south.example/fhir/Patient/1';

function setUp(answer: () => Promise<Response>) {
  let time = 0;
  let reply = answer;
  const asked: string[] = [];
  const careful = createCarefulFetch(
    (url) => {
      asked.push(url);
      return reply();
    },
    () => time,
  );
  const ask = async (url = NORTH, signal = new AbortController().signal) => {
    const init: Parameters<FhirFetch>[1] = { method: 'GET', headers: {}, redirect: 'manual', signal };
    return careful(url, init).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof ServerAtRestError ? 'at rest' : 'failed'),
    );
  };
  return {
    ask,
    asked,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
    answerWith: (next: () => Promise<Response>) => {
      reply = next;
    },
  };
}

const down = () => Promise.reject(new Error('refused'));
const status = (code: number) => async () => new Response('{}', { status: code });

async function times(count: number, ask: () => Promise<unknown>) {
  const answers = [];
  for (let n = 0; n < count; n += 1) answers.push(await ask());
  return answers;
}

describe('createCarefulFetch', () => {
  it.each([
    ['that cannot be reached', down],
    ['that answers 500', status(500)],
  ])('leaves a server alone %s', async (_what, answer) => {
    const { ask, asked } = setUp(answer);
    await times(8, ask);
    expect(await ask()).toBe('at rest');
    expect(asked).toHaveLength(8);
  });

  it('goes on asking the others', async () => {
    const { ask, answerWith } = setUp(down);
    await times(9, ask);
    answerWith(status(200));
    expect(await ask(SOUTH)).toBe(200);
    expect(await ask(NORTH)).toBe('at rest');
  });

  it('tries again with one call, and opens when it is answered', async () => {
    const { ask, answerWith, wait } = setUp(down);
    await times(8, ask);
    wait(5000);
    expect([await ask(), await ask()]).toEqual(['failed', 'at rest']);
    wait(5000);
    answerWith(status(200));
    expect(await times(2, ask)).toEqual([200, 200]);
  });

  it('does not take a refusal for a failure', async () => {
    const { ask } = setUp(status(403));
    expect(await times(20, ask)).toEqual(Array(20).fill(403));
  });

  it('does not blame a server when a caller hung up', async () => {
    const { ask } = setUp(down);
    expect(await times(20, () => ask(NORTH, AbortSignal.abort()))).toEqual(Array(20).fill('failed'));
  });

  it('gives one server only so many places; who waits comes in when one is free', async () => {
    const pending: ((response: Response) => void)[] = [];
    const { ask, asked, answerWith } = setUp(() => new Promise((done) => pending.push(done)));
    const all = Array.from({ length: 65 }, () => ask());
    answerWith(status(200));
    expect(await ask(SOUTH)).toBe(200);
    expect(asked.filter((url) => url === NORTH)).toHaveLength(64);
    for (const answer of pending) answer(new Response('{}'));
    expect(new Set(await Promise.all(all))).toEqual(new Set([200]));
  });
});
