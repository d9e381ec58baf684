import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectWeaviate, WeaviateError } from '#cds-service/retrieval/weaviate/connection.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(listener: RequestListener, apiKey?: string) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection = connectWeaviate({ url, apiKey });
  const ask = (signal = AbortSignal.timeout(5_000)) =>
    connection
      .ask((client) => client.graphql.raw().withQuery('{Get{Secret(limit:1){words}}}').do(), signal)
      .then(
        (answer) => JSON.stringify(answer),
        (error: unknown) =>
          error instanceof WeaviateError ? `${error.code}: ${error.message}` : `not ours: ${error}`,
      );
  return { url, ask };
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

describe('connectWeaviate', () => {
  it('sends the api key with every request, and gives the answer back', async () => {
    const keys = new Set<string | undefined>();
    const { ask } = await serving((request, response) => {
      keys.add(request.headers.authorization);
      json(200, { data: { Get: {} } })(request, response);
    }, 'a-key');
    expect(await ask()).toBe('{"data":{"Get":{}}}');
    expect([...keys]).toEqual(['Bearer a-key']);
  });

  it('ends a request on the wire when its time is over', async () => {
    let isCut = false;
    const { ask } = await serving((request) => {
      request.on('close', () => {
        isCut ||= request.method === 'POST';
      });
    });
    expect(await ask(AbortSignal.timeout(50))).toBe('timeout: Weaviate did not answer in time');
    await expect.poll(() => isCut).toBe(true);
  });

  it('sends nothing for a caller who has given up', async () => {
    let asked = 0;
    const { ask } = await serving(({ method }) => {
      if (method === 'POST') asked += 1;
    });
    expect(await ask(AbortSignal.abort())).toMatch(/^timeout/);
    expect(asked).toBe(0);
  });

  it('leaves the global fetch as it was, also when a command throws', async () => {
    const { url } = await serving(json(200, {}));
    const before = globalThis.fetch;
    const broken = () => {
      throw new Error('a command that cannot be written');
    };
    await expect(connectWeaviate({ url }).ask(broken, AbortSignal.timeout(1_000))).rejects.toThrow(
      WeaviateError,
    );
    expect(globalThis.fetch).toBe(before);
  });

  it('tries a connection that broke once more', async () => {
    let asked = 0;
    const { ask } = await serving((request, response) => {
      if (request.method === 'POST') asked += 1;
      if (asked < 2) request.socket.destroy();
      else json(200, { data: {} })(request, response);
    });
    expect(await ask()).toBe('{"data":{}}');
    expect(asked).toBe(2);
  });

  it.each([
    ['a wrong key', json(401, { code: 401, message: 'bad SECRET' }), 'forbidden'],
    [
      'a collection that is not there',
      json(200, { errors: [{ message: 'Cannot query field "Secret"' }] }),
      'not-there',
    ],
    [
      'a tenant that is not there',
      json(200, { errors: [{ message: 'tenant not found: "SECRET"' }] }),
      'not-there',
    ],
    ['a query it does not like', json(200, { errors: [{ message: 'bad SECRET' }] }), 'refused'],
    ['a server in trouble', json(503, { message: 'SECRET' }), 'failed'],
    ['an answer that is no JSON', json(200, '{"data": {"Get": SECRET'), 'wrong-shape'],
  ])('names %s by a code, and repeats neither question nor answer', async (_name, listener, code) => {
    const { ask } = await serving(listener);
    const outcome = await ask();
    expect(outcome).toMatch(new RegExp(`^${code}: Weaviate `));
    expect(outcome).not.toMatch(/secret/i);
  });

  it('says that nobody is there', async () => {
    const { ask } = await serving(json(200, {}));
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    expect(await ask()).toBe('unreachable: Weaviate cannot be reached');
  });
});
