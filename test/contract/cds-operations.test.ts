import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHookCall, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;

beforeAll(async () => {
  ehr = await startSmallEhr();
  const app = join(folder, 'app');
  mkdirSync(join(app, 'assets'), { recursive: true });
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(app, 'launch.html'), '<!doctype html><title>launch</title>');
  writeFileSync(join(app, 'assets', 'a.js'), 'export {};');
  service = await startTestService({
    folder,
    ehr,
    env: { PRESCREEN_APP: app },
    clients: [{ ...ehr.registration(), origins: ['https://portal.example'] }],
  });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

const get = (path: string, headers = {}) => service.call(path, { token: null, headers });

describe('operations', () => {
  it('CH-122 health and readiness need no token and tell the state of every part', async () => {
    expect((await get('/health')).status).toBe(200);
    const ready = await get('/ready');
    expect(ready.status).toBe(200);
    const { components } = await ready.json();
    expect(components).toMatchObject({
      store: { state: 'present' },
      evidence: { state: 'present' },
      embedder: { state: 'unavailable', code: 'not-installed' },
      triageModel: { state: 'unavailable', code: 'not-installed' },
      keys: { state: 'present', count: 1 },
      clients: { state: 'present', count: 1 },
      app: { state: 'present' },
    });
    expect(JSON.stringify(components)).not.toContain(folder);
  });

  it('SM-49 publishes its keys without authentication: public parts only, each with kind and id, for a while', async () => {
    const response = await get('/.well-known/jwks.json');
    const { keys } = await response.json();
    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' });
    for (const key of keys) {
      expect(key).toMatchObject({ kty: expect.any(String), kid: expect.any(String) });
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(secret);
    }
    expect(response.headers.get('cache-control')).toContain('max-age');
  });

  it('counts what happened', async () => {
    await service.call(SERVICE, { method: 'POST', body: aHookCall() });
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/prescreen_cards_total\{indicator="critical"\} 1/);
    expect(text).toMatch(/prescreen_stage_seconds_count\{stage="rules"\}/);
    expect(text).toContain('route="/cds-services/:id"');
  });

  it('keeps numbers for those who have the token, where there is one', async () => {
    const closed = await startTestService({
      folder: `${folder}/closed`,
      ehr,
      env: { PRESCREEN_METRICS_TOKEN: 'a-token-of-sixteen' },
    });
    expect((await closed.call('/metrics', { token: null })).status).toBe(401);
    expect((await closed.call('/metrics', { token: 'a-token-of-sixteen' })).status).toBe(200);
    await closed.close();
  });
});

describe('the app', () => {
  it.each([
    '/app/',
    '/app/launch.html',
    '/app/launch.html?iss=x&launch=y',
    '/app/?code=1&state=2',
  ])('is served at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('SM-46 may be shown in frames of registered EHRs and of nobody else', async () => {
    const { headers } = await get('/app/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors 'self' https://portal.example ${ehr.url}`);
    expect(policy).toContain("script-src 'self'".replace('script', 'default'));
    expect(policy).toContain(`connect-src 'self' https://portal.example ${ehr.url}`);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
  });

  it('keeps its assets for ever', async () => {
    expect((await get('/app/assets/a.js')).headers.get('cache-control')).toContain('immutable');
  });

  it('learns where it may be launched from', async () => {
    expect(await (await get('/app/config.json')).json()).toEqual({
      issuers: [{ iss: ehr.iss, clientId: ehr.clientId, scope: expect.stringContaining('launch') }],
      launchUrl: `${service.url}/app/launch.html`,
      version: expect.any(String),
      firstImpression: false,
    });
  });

  it('gives no file outside of its folder', async () => {
    for (const path of ['/app/../clients.json', '/app/%2e%2e/data/clients.json', '/app/..%2fdata%2fsecret']) {
      expect((await get(path)).status).toBe(404);
    }
  });
});
