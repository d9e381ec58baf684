import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { authenticateNobody } from '#cds-service/auth/cds-jwt.ts';
import { readConfig } from '#cds-service/config.ts';
import { templateDrafter } from '#cds-service/drafting/adapters/template-drafter.ts';
import { createApp } from '#cds-service/http/app.ts';
import type { AppDeps } from '#cds-service/http/deps.ts';
import { createBulkhead } from '#cds-service/http/limits.ts';
import { createMetrics } from '#cds-service/http/metrics.ts';
import type { Pipeline } from '#cds-service/pipeline-deps.ts';
import { openSqliteStore } from '#cds-service/store/open-sqlite-store.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import { anAssessment } from '../support/assessment.ts';
import { aHookCall, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** The real edge around a pipeline or a store that is broken in one way. */
async function startFaulty(
  pipeline: Pipeline,
  { env = {}, deps = {} }: { env?: Record<string, string>; deps?: Partial<AppDeps> } = {},
) {
  const lines: string[] = [];
  const config = readConfig({ PRESCREEN_TIME_BUDGET_MS: '100', ...env });
  const bulkhead = createBulkhead(config.maxInFlight);
  const app = createApp({
    config: { ...config, publicUrl: 'http://localhost' },
    version: 'test',
    pipeline,
    assessNow: async () => anAssessment(),
    drafting: {
      drafter: templateDrafter,
      readEvidence: async () => ({ snapshot: unavailable('failed'), identifiers: [] }),
    },
    store: openSqliteStore(join(folder, `${randomUUID()}.sqlite`)),
    registry: { current: () => ({ clients: [], firstImpression: false }) },
    authenticate: authenticateNobody,
    sessions: {} as AppDeps['sessions'],
    signing: { jwks: { keys: [] } } as unknown as AppDeps['signing'],
    checkReadiness: async () => ({ ready: true, components: {} }),
    metrics: createMetrics(bulkhead.inFlight),
    bulkhead,
    log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
    now: () => new Date(),
    newId: randomUUID,
    ...deps,
  });
  const server = createServer(app);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const post = (path: string, body: unknown) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { port, post, lines, bulkhead };
}

const nothing: Pipeline = async () => ({ response: { cards: [] } });

describe('a pipeline that fails', () => {
  it('CH-80 is 500 and never an empty list of cards', async () => {
    const { post } = await startFaulty(async () => {
      throw new TypeError('Cannot read properties of CANARY-PATIENT');
    });
    const response = await post(SERVICE, aHookCall());
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('cards');
  });

  it('CH-120 says nothing of the error, neither to the caller nor to the log', async () => {
    const { post, lines } = await startFaulty(async () => {
      throw new TypeError('Cannot read properties of CANARY-PATIENT');
    });
    const response = await post(SERVICE, aHookCall());
    const text = await response.text();
    expect(text).toContain(response.headers.get('x-request-id'));
    expect(text + lines.join('')).not.toContain('CANARY');
    expect(text).not.toMatch(/\.ts|at /);
    expect(lines.join('')).toContain('"error":"TypeError"');
  });

  it('CH-121 that never ends is 503 with Retry-After, within its deadline', async () => {
    const { post } = await startFaulty(() => new Promise(() => undefined));
    const begin = performance.now();
    const response = await post(SERVICE, aHookCall());
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(performance.now() - begin).toBeLessThan(2500);
  });

  it('CH-121 is told when its time is over', async () => {
    let isAborted = false;
    const { post } = await startFaulty(
      (_request, { signal }) =>
        new Promise((done) => {
          signal.addEventListener('abort', () => {
            isAborted = true;
            done({ response: { cards: [] } });
          });
        }),
    );
    expect((await post(SERVICE, aHookCall())).status).toBe(200);
    expect(isAborted).toBe(true);
  });
});

describe('a caller who hangs up', () => {
  it('stops the work that nobody waits for, and nothing is stored', async () => {
    let reason: unknown;
    const { port, bulkhead } = await startFaulty(
      (_request, { signal }) =>
        new Promise((done) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
            done({ response: { cards: [] } });
          });
        }),
      { env: { PRESCREEN_TIME_BUDGET_MS: '5000' } },
    );
    const body = JSON.stringify(aHookCall());
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST ${SERVICE} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await wait(200);
    socket.destroy();
    await wait(200);
    expect((reason as Error).message).toBe('client gone');
    expect(bulkhead.inFlight()).toBe(0);
  });
});

describe('overload', () => {
  it('is said at once with 503 and Retry-After, and passes', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const { post } = await startFaulty(
      async () => {
        await held;
        return { response: { cards: [] } };
      },
      { env: { PRESCREEN_MAX_IN_FLIGHT: '1', PRESCREEN_TIME_BUDGET_MS: '5000' } },
    );
    const first = post(SERVICE, aHookCall());
    await wait(100);
    const begin = performance.now();
    const second = await post(SERVICE, aHookCall());
    expect(performance.now() - begin).toBeLessThan(200);
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '1']);
    release();
    expect((await first).status).toBe(200);
    expect((await post(SERVICE, aHookCall())).status).toBe(200);
  });
});

describe('a store that cannot be written', () => {
  it('CH-116 is 500 for feedback, so that the client sends it again', async () => {
    const store = openSqliteStore(join(folder, `${randomUUID()}.sqlite`));
    await store.close();
    const { post } = await startFaulty(nothing, { deps: { store } });
    const item = { card: 'c', outcome: 'overridden', outcomeTimestamp: '2026-11-21T10:00:00Z' };
    expect((await post(FEEDBACK, { feedback: [item] })).status).toBe(500);
  });

  it('CH-81 sends no card that it could not keep', async () => {
    const store = openSqliteStore(join(folder, `${randomUUID()}.sqlite`));
    await store.close();
    const card = { uuid: randomUUID(), summary: 's', indicator: 'info', source: { label: 'l' } } as const;
    const { post } = await startFaulty(async () => ({ response: { cards: [card] } }), { deps: { store } });
    expect((await post(SERVICE, aHookCall())).status).toBe(500);
  });
});
