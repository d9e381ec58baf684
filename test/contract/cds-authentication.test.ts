import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClient, type TokenChanges } from '../support/cds-client.ts';
import { aHookCall, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;
const env = { PRESCREEN_REFUSALS_PER_MINUTE: '0' };

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({ folder, ehr, env });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

async function call(changes: TokenChanges = {}, path = SERVICE, aud = `${service.url}${path}`) {
  return service.call(path, { method: 'POST', body: aHookCall(), token: await ehr.cds.token(aud, changes) });
}

describe('a CDS client', () => {
  it('CH-58 needs a token on every route', async () => {
    for (const [path, method] of [
      ['/cds-services', 'GET'],
      [SERVICE, 'POST'],
      [FEEDBACK, 'POST'],
      ['/cds-services/unknown', 'POST'],
    ] as const) {
      const body = method === 'POST' ? {} : undefined;
      expect((await service.call(path, { method, body, token: null })).status).toBe(401);
    }
  });

  it('CH-61 asks for the called URL on the public base, whatever the Host header says', async () => {
    expect((await call()).status).toBe(200);
    expect((await call({}, SERVICE, `${service.url}/cds-services`)).status).toBe(401);
    expect((await call({}, SERVICE, `http://evil.example${SERVICE}`)).status).toBe(401);
  });

  it('CH-70 is refused in the same way, whatever was wrong', async () => {
    const answers = [
      await service.call(SERVICE, { method: 'POST', body: aHookCall(), token: null }),
      await service.call(SERVICE, { method: 'POST', body: aHookCall(), token: 'a.b.c' }),
      await call({ claims: { iss: 'https://unknown.example' } }),
      await call({ claims: { exp: 1 } }),
      await call({ header: { kid: 'unknown' } }),
      await call({ header: { jku: 'https://evil.example' } }),
    ];
    const said = await Promise.all(
      answers.map(async (answer) => [
        answer.status,
        await answer.text(),
        answer.headers.get('www-authenticate'),
      ]),
    );
    expect(new Set(said.map((line) => JSON.stringify(line)))).toEqual(new Set(['[401,"","Bearer"]']));
  });

  it('CH-70 CH-71 leaves the reason in the log, and never the token', async () => {
    const token = await ehr.cds.token('https://wrong.example');
    await service.call(SERVICE, { method: 'POST', body: aHookCall(), token });
    const log = service.log.join('');
    expect(log).toContain('"reason":"aud"');
    expect(log).not.toContain(token);
    expect(log).not.toContain(token.split('.')[2]);
  });

  it('CH-72 learns nothing about its body before it is known', async () => {
    for (const body of ['{', 'x'.repeat(9_000_000), '['.repeat(100_000)]) {
      const response = await service
        .call(SERVICE, { method: 'POST', body, token: null })
        // A server may close the connection while a large body is still being sent.
        .catch(() => undefined);
      expect(response?.status ?? 401).toBe(401);
    }
  });

  it('CH-67 cannot use a token twice, not even after a restart', async () => {
    const other = await startTestService({ folder: `${folder}/restart`, ehr, env });
    const { port } = new URL(other.url);
    const token = await ehr.cds.token(`${other.url}/cds-services`);
    expect((await other.call('/cds-services', { token })).status).toBe(200);
    expect((await other.call('/cds-services', { token })).status).toBe(401);
    await other.close();
    const again = await startTestService({
      folder: `${folder}/restart`,
      ehr,
      env: { ...env, PRESCREEN_PORT: port },
    });
    expect((await again.call('/cds-services', { token })).status).toBe(401);
    await again.close();
  });

  it('is known as soon as the registry has it, and unknown as soon as it has not', async () => {
    const file = join(service.dataFolder, 'clients.json');
    const before = readFileSync(file, 'utf8');
    const next = await createTestClient('https://new.example');
    const entry = { name: 'New', iss: next.iss, jwks: { keys: [next.publicJwk] } };
    const ask = async () =>
      (await service.call('/cds-services', { token: await next.token(`${service.url}/cds-services`) }))
        .status;
    expect(await ask()).toBe(401);
    writeFileSync(file, JSON.stringify({ clients: [...JSON.parse(before).clients, entry] }));
    await wait(1100);
    expect(await ask()).toBe(200);
    writeFileSync(file, before);
    await wait(1100);
    expect(await ask()).toBe(401);
  });
});

describe('without authentication', () => {
  it('lets everybody on this machine in, and says so in the log', async () => {
    const open = await startTestService({
      folder: `${folder}/none`,
      ehr,
      env: { PRESCREEN_CDS_AUTH: 'none' },
    });
    const response = await open.call(SERVICE, { method: 'POST', body: aHookCall(), token: null });
    expect(response.status).toBe(200);
    expect(open.log.join('')).toContain('PRESCREEN_CDS_AUTH=none');
    await open.close();
  });
});
