import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttpDrafter, type HttpLimits } from '#cds-service/drafting/adapters/http-drafter.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { type ModelServer, startModelServer } from '../../../../support/drafting/model-server.ts';
import { SHEET } from '../../../../support/drafting/sheet.ts';

let server: ModelServer;
let other: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  other = await startModelServer();
});
afterAll(async () => {
  await server.close();
  await other.close();
});
afterEach(() => {
  server.intercept = undefined;
  server.hang = false;
  server.seen.length = 0;
  server.answer = () => ['Chest pain for 2 hours. [F6]', 'Denied: fever. [F8]'];
});

const job = {
  kind: 'summary',
  sheet: SHEET,
  prompt: { system: 'S', user: 'F6 Reported: chest pain.' },
} as const;

function ask(limits: Partial<HttpLimits> = {}, signal = new AbortController().signal) {
  const drafter = createHttpDrafter({ endpoint: `${server.url}/v1`, model: 'm', key: 'k-1', limits });
  return drafter.draft(job, { signal });
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

describe('an answer', () => {
  it('is read as it streams, however it is cut', async () => {
    server.answer = () => ['Chest pain for 2 hours. [F6]', 'Denied: fever. [F8]'];
    for (const piece of [1, 7, 4000]) {
      server.piece = piece;
      expect(await ask()).toEqual([
        { text: 'Chest pain for 2 hours.', cites: ['F6'] },
        { text: 'Denied: fever.', cites: ['F8'] },
      ]);
    }
    server.piece = 40;
  });

  it('is read whole from a server that does not stream', async () => {
    const choices = [{ message: { content: 'Denied: fever. [F8]' }, finish_reason: 'stop' }];
    server.intercept = (_request, response) => {
      json(response, 200, { choices });
      return true;
    };
    expect(await ask()).toEqual([{ text: 'Denied: fever.', cites: ['F8'] }]);
  });

  it('loses its last line when the server cut it off', async () => {
    const choices = [{ message: { content: 'Denied: fever. [F8]\nNo chest' }, finish_reason: 'length' }];
    server.intercept = (_request, response) => {
      json(response, 200, { choices });
      return true;
    };
    expect(await ask()).toEqual([{ text: 'Denied: fever.', cites: ['F8'] }]);
  });

  it('asks with the key, temperature nought, and the prompt alone', async () => {
    await ask();
    const [{ headers, body, path }] = server.seen as [(typeof server.seen)[number]];
    expect([path, headers.authorization]).toEqual(['/v1/chat/completions', 'Bearer k-1']);
    expect(JSON.parse(body)).toMatchObject({ model: 'm', temperature: 0, stream: true });
    expect(JSON.parse(body).messages.map(({ content }: { content: string }) => content)).toEqual([
      'S',
      'F6 Reported: chest pain.',
    ]);
  });
});

describe('trouble', () => {
  it('that came before any answer is tried again, under the same key, and gives one draft', async () => {
    let calls = 0;
    server.intercept = (_request, response) => {
      calls += 1;
      if (calls > 2) return false;
      json(response, 503, {});
      return true;
    };
    expect(await ask()).toHaveLength(2);
    const keys = server.seen.map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  });

  it('in the middle of an answer is never tried again', async () => {
    server.intercept = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('data: {"choices":[{"delta":{"content":"Denied: fever. [F8]"}}]}\n\n');
      setTimeout(() => response.destroy(), 20);
      return true;
    };
    expect(await ask()).toMatchObject({ state: 'unavailable', code: 'failed' });
    expect(server.seen).toHaveLength(1);
  });

  it.each([400, 401, 404, 500])('with status %i is not tried again', async (status) => {
    server.intercept = (_request, response) => {
      json(response, status, { error: { message: 'no' } });
      return true;
    };
    expect(await ask()).toMatchObject({ state: 'unavailable', code: 'failed' });
    expect(server.seen).toHaveLength(1);
  });

  it('of a server that is not there ends after the tries', async () => {
    const drafter = createHttpDrafter({
      endpoint: 'http://127.0.0.1:9/v1',
      model: 'm',
      limits: { retries: 1 },
    });
    expect(await drafter.draft(job, { signal: new AbortController().signal })).toMatchObject({
      state: 'unavailable',
      code: 'failed',
    });
  });

  it('by a redirect is refused: the facts and the key go nowhere else', async () => {
    server.intercept = (_request, response) => {
      json(response, 307, {}, { Location: `${other.url}/v1/chat/completions` });
      return true;
    };
    const answer = await ask();
    expect(isUnavailable(answer) && answer.detail).toBe('the model server redirects');
    expect(other.seen).toHaveLength(0);
  });

  it.each([
    ['no JSON', '<html>'],
    ['another shape', '{"text":"Denied: fever."}'],
    ['an error with status 200', '{"error":{"message":"CANARY"}}'],
    ['no content', '{"choices":[{"message":{}}]}'],
  ])('by an answer that is %s is named, and the answer is not repeated', async (_what, body) => {
    server.intercept = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(body);
      return true;
    };
    const answer = await ask();
    expect(answer).toMatchObject({ state: 'unavailable', code: 'failed' });
    expect(JSON.stringify(answer)).not.toContain('CANARY');
  });

  it('by an endless answer ends at the limit of bytes', async () => {
    server.intercept = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const more = () => {
        while (
          !response.destroyed &&
          response.write(`data: {"choices":[{"delta":{"content":"${'x'.repeat(500)}"}}]}\n\n`)
        );
        if (!response.destroyed) response.once('drain', more);
      };
      more();
      return true;
    };
    expect(await ask({ mostBytes: 100_000 })).toMatchObject({ state: 'unavailable', code: 'failed' });
  });
});

describe('time', () => {
  it('without a first byte runs out', async () => {
    server.intercept = () => true;
    expect(await ask({ firstByteMs: 60 })).toMatchObject({ state: 'unavailable', code: 'timeout' });
  });

  it('of silence in an answer runs out', async () => {
    server.hang = true;
    expect(await ask({ firstByteMs: 80, silenceMs: 80 })).toMatchObject({
      state: 'unavailable',
      code: 'timeout',
    });
  });

  it('in all runs out, however busily the server writes', async () => {
    server.intercept = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const timer = setInterval(
        () => response.write('data: {"choices":[{"delta":{"content":"a"}}]}\n\n'),
        10,
      );
      response.once('close', () => clearInterval(timer));
      return true;
    };
    expect(await ask({ totalMs: 150 })).toMatchObject({ state: 'unavailable', code: 'timeout' });
  });

  it('ends at once when nobody waits any more, also at the server', async () => {
    server.hang = true;
    const cancel = new AbortController();
    const closed = server.nextClosed();
    const seen = server.nextSeen();
    const running = ask({}, cancel.signal);
    await seen;
    const began = performance.now();
    cancel.abort();
    expect(await running).toMatchObject({ state: 'unavailable', detail: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(150);
    expect(await closed).toBe(true);
  });
});

describe('places', () => {
  it('are bounded: one too many is turned away at once', async () => {
    server.hang = true;
    const drafter = createHttpDrafter({
      endpoint: `${server.url}/v1`,
      model: 'm',
      limits: { places: 1, silenceMs: 100, firstByteMs: 100 },
    });
    const signal = new AbortController().signal;
    const first = drafter.draft(job, { signal });
    expect(await drafter.draft(job, { signal })).toMatchObject({ code: 'timeout' });
    await first;
  });
});
