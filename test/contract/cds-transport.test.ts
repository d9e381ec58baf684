import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHookCall, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({
    folder,
    ehr,
    env: { PRESCREEN_MAX_BODY_KB: '256', PRESCREEN_REFUSALS_PER_MINUTE: '0' },
  });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  service.call(SERVICE, { method: 'POST', body, headers });

describe('requests', () => {
  it('CH-17 CH-119 have a status for each mistake', async () => {
    const statuses = {
      'unknown id': (await service.call('/cds-services/other', { method: 'POST', body: aHookCall() })).status,
      'other method': (await service.call(SERVICE)).status,
      'not JSON': (await post('x', { 'Content-Type': 'text/plain' })).status,
      'no media type': (await post('x', { 'Content-Type': '' })).status,
      'broken JSON': (await post('{"hook":')).status,
      'not UTF-8': (
        await fetch(`${service.url}${SERVICE}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${await ehr.cds.token(`${service.url}${SERVICE}`)}`,
            'Content-Type': 'application/json',
          },
          body: Buffer.from([0x22, 0xff, 0x22]),
        })
      ).status,
      'too large': (await post({ x: 'y'.repeat(300_000) })).status,
      'no such path': (await service.call('/nowhere')).status,
    };
    expect(statuses).toEqual({
      'unknown id': 404,
      'other method': 405,
      'not JSON': 415,
      'no media type': 415,
      'broken JSON': 400,
      'not UTF-8': 400,
      'too large': 413,
      'no such path': 404,
    });
  });

  it('CH-17 of another method say which is allowed', async () => {
    for (const path of [SERVICE, FEEDBACK]) {
      const response = await service.call(path, { method: 'DELETE' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    }
  });

  it('CH-12 CH-120 are answered in JSON with an OperationOutcome, errors too', async () => {
    const failures = [
      await service.call('/nowhere'),
      await service.call(SERVICE),
      await post('{'),
      await post({ x: 'y'.repeat(300_000) }),
      await post(aHookCall({ hook: 'x' })),
    ];
    for (const response of failures) {
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect((await response.json()).resourceType).toBe('OperationOutcome');
    }
  });

  it('may be gzipped, and are measured unpacked', async () => {
    const send = async (body: unknown) =>
      fetch(`${service.url}${SERVICE}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await ehr.cds.token(`${service.url}${SERVICE}`)}`,
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
        },
        body: gzipSync(JSON.stringify(body)),
      });
    expect((await send(aHookCall())).status).toBe(200);
    expect((await send({ x: 'y'.repeat(50_000_000) })).status).toBe(413);
  });

  it('of 10,000 levels or a hundred thousand keys are answered in milliseconds', async () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const wide = `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join()}}`;
    for (const body of [deep, wide, '['.repeat(200_000)]) {
      const begin = performance.now();
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(performance.now() - begin).toBeLessThan(300);
    }
  });

  it('with names of the prototype change nothing', async () => {
    const text = JSON.stringify(aHookCall()).replace('{', '{"__proto__":{"polluted":true},"constructor":1,');
    expect((await post(text)).status).toBe(200);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('that end early are forgotten', async () => {
    const { hostname, port } = new URL(service.url);
    const token = await ehr.cds.token(`${service.url}${SERVICE}`);
    await new Promise<void>((done) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST ${SERVICE} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"hook"`,
        );
        setTimeout(() => socket.destroy(), 50);
      });
      socket.on('close', () => done());
    });
    expect((await service.call('/health')).status).toBe(200);
  });
});

describe('CORS', () => {
  const preflight = (path: string, origin: string) =>
    fetch(`${service.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization, content-type',
      },
    });

  it.each(['/cds-services', SERVICE, FEEDBACK])('CH-75 answers a preflight on %s', async (path) => {
    const response = await preflight(path, ehr.url);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(ehr.url);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,POST,OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toBe('Authorization,Content-Type');
  });

  it('CH-75 CH-76 gives a foreign origin nothing, and never a star or credentials', async () => {
    const response = await preflight(SERVICE, 'https://evil.example');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const own = await preflight(SERVICE, ehr.url);
    expect(own.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('CH-77 lets a browser read errors', async () => {
    const withOrigin = { Origin: ehr.url };
    const errors = [
      await service.call(SERVICE, { method: 'POST', body: aHookCall(), headers: withOrigin, token: null }),
      await post('{', withOrigin),
      await post(aHookCall({ prefetch: {} }), withOrigin),
      await service.call('/cds-services/other', { method: 'POST', body: {}, headers: withOrigin }),
    ];
    expect(errors.map(({ status }) => status)).toEqual([401, 400, 412, 404]);
    for (const { headers } of errors) expect(headers.get('access-control-allow-origin')).toBe(ehr.url);
  });
});

describe('headers', () => {
  it('CH-78 forbid to store answers', async () => {
    for (const response of [
      await post(aHookCall()),
      await post('{'),
      await service.call(FEEDBACK, { method: 'POST', body: { feedback: [] } }),
    ]) {
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('tell browsers to be careful, and say nothing of what we run on', async () => {
    const { headers } = await post(aHookCall());
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('limits', () => {
  it('CH-119 say when to come back', async () => {
    const limited = await startTestService({
      folder: `${folder}/limited`,
      ehr,
      env: { PRESCREEN_RATE_PER_MINUTE: '3' },
    });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await limited.call('/cds-services')).status);
    const last = await limited.call('/cds-services');
    expect([...statuses, last.status]).toEqual([200, 200, 200, 429]);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await last.json()).issue[0].details.coding[0].code).toBe('too-many-requests');
    await limited.close();
  });

  it('shut out an address that is refused again and again', async () => {
    const strict = await startTestService({
      folder: `${folder}/strict`,
      ehr,
      env: { PRESCREEN_REFUSALS_PER_MINUTE: '2' },
    });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1)
      statuses.push((await strict.call('/cds-services', { token: 'a.b.c' })).status);
    expect(statuses).toEqual([401, 401, 429]);
    await strict.close();
  });
});
