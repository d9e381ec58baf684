import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHookCall } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({ folder, ehr });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

async function discover() {
  const response = await service.call('/cds-services');
  return { response, body: await response.json() };
}

describe('discovery', () => {
  it('CH-01 answers 200 with an array of services', async () => {
    const { response, body } = await discover();
    expect(response.status).toBe(200);
    expect(body.services).toBeInstanceOf(Array);
  });

  it('CH-03 every entry has what the specification asks and nothing it does not know', async () => {
    const { body } = await discover();
    for (const entry of body.services) {
      expect(Object.keys(entry).sort()).toEqual([
        'description',
        'hook',
        'id',
        'prefetch',
        'title',
        'usageRequirements',
      ]);
      expect(Object.values(entry.prefetch).every((query) => typeof query === 'string')).toBe(true);
    }
  });

  it('CH-04 every id is the end of its URL', async () => {
    const { body } = await discover();
    for (const { id, hook } of body.services) {
      const call = aHookCall({ hook });
      expect((await service.call(`/cds-services/${id}`, { method: 'POST', body: call })).status).toBe(200);
    }
  });

  it('CH-08 sends no version that it would have to explain', async () => {
    const { body } = await discover();
    for (const entry of body.services) expect(entry.version ?? '2.0.0').toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('CH-09 is for known clients, by the URL of discovery as aud', async () => {
    expect((await service.call('/cds-services', { token: null })).status).toBe(401);
    const other = await ehr.cds.token(`${service.url}/cds-services/nurse-triage`);
    expect((await service.call('/cds-services', { token: other })).status).toBe(401);
  });

  it('CH-11 answers other methods with 405 and Allow', async () => {
    const response = await service.call('/cds-services', { method: 'POST', body: {} });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('CH-35 CH-36 CH-38 templates use only tokens that their hook always has', async () => {
    const { body } = await discover();
    for (const { hook, prefetch } of body.services) {
      for (const query of Object.values<string>(prefetch)) {
        const tokens = [...query.matchAll(/\{\{(.*?)\}\}/g)].map(([, token]) => token);
        const known = ['context.patientId', ...(hook === 'encounter-start' ? ['context.encounterId'] : [])];
        expect(known).toEqual(expect.arrayContaining(tokens));
      }
    }
  });
});

describe('discovery of other installations', () => {
  it('CH-02 without hooks has no services and still answers', async () => {
    const quiet = await startTestService({
      folder: `${folder}/quiet`,
      ehr,
      env: { PRESCREEN_HOOKS: 'none', PRESCREEN_OPEN_DISCOVERY: 'true' },
    });
    const response = await quiet.call('/cds-services', { token: null });
    expect([response.status, await response.json()]).toEqual([200, { services: [] }]);
    const call = await quiet.call('/cds-services/nurse-triage', { method: 'POST', body: aHookCall() });
    expect(call.status).toBe(404);
    await quiet.close();
  });

  it('CH-09 is open where the clinic says so, and invocation is not', async () => {
    const open = await startTestService({
      folder: `${folder}/open`,
      ehr,
      env: { PRESCREEN_OPEN_DISCOVERY: 'true' },
    });
    expect((await open.call('/cds-services', { token: null })).status).toBe(200);
    const call = { method: 'POST', body: aHookCall(), token: null };
    expect((await open.call('/cds-services/nurse-triage', call)).status).toBe(401);
    await open.close();
  });
});
