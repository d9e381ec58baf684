import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Bundle, Encounter } from 'fhir/r4';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, requestToken } from '../sandbox-ehr/drive-launch.ts';
import { fhirCaller } from '../sandbox-ehr/fhir-client.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';

let dataDir: string;
const open: Sandbox[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-restart-'));
});

afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const APP = { clientId: 'prescreen-app', redirectUri: 'http://localhost:4100/app/' };

async function start(options: { port?: number; fresh?: boolean; now?: () => Date } = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({
    port: 0,
    dataDir,
    cdsServiceUrl: 'http://localhost:4100',
    ...options,
  });
  open.push(sandbox);
  return sandbox;
}

async function stop(sandbox: Sandbox): Promise<void> {
  open.splice(open.indexOf(sandbox), 1);
  await sandbox.close();
  // The kept connections of `fetch` learn of the end before the same port is called again.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const fhirOf = async (sandbox: Sandbox) =>
  fhirCaller(sandbox, await sandbox.issueToken({ scope: 'user/*.cruds', practitioner: 'nurse-diaz' }));

/** A sandbox in a process of its own, which can be killed. Prints its address and a token. */
const CHILD = `
  const { startSandbox } = await import(process.env.SANDBOX);
  const sandbox = await startSandbox({ port: 0, dataDir: process.env.DATA });
  const token = await sandbox.issueToken({ scope: 'user/*.cruds', practitioner: 'nurse-diaz' });
  console.log(JSON.stringify({ fhirUrl: sandbox.fhirUrl, token }));
`;

async function startChild(): Promise<{ child: ChildProcess; fhirUrl: string; token: string }> {
  const env = {
    ...process.env,
    DATA: dataDir,
    SANDBOX: new URL('../sandbox-ehr/start-sandbox.ts', import.meta.url).href,
  };
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { child, ...(JSON.parse(line) as { fhirUrl: string; token: string }) };
}

describe('kill -9', () => {
  it('loses nothing that was acknowledged', async () => {
    const { child, fhirUrl, token } = await startChild();
    const fhir = fhirCaller({ fhirUrl }, token);
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let number = 0; ; number++) {
        const body = {
          resourceType: 'Task',
          status: 'requested',
          intent: 'order',
          description: `task ${number}`,
        };
        const answer = await fhir('POST', 'Task', { body });
        if (answer.status === 201) acknowledged.push(answer.body.id ?? '');
        if (acknowledged.length === 25) child.kill('SIGKILL');
      }
    })().catch(() => undefined);
    await once(child, 'exit');
    await writing;
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    const again = await fhirOf(await start());
    for (const id of acknowledged) expect((await again('GET', `Task/${id}`)).status).toBe(200);
  });
});

describe('a restart', () => {
  it('keeps keys and refresh tokens', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    const { body } = await launchApp(first, {
      ...APP,
      scope: 'launch openid fhirUser online_access patient/Patient.r',
      launch: first.createLaunch({ practitioner: 'nurse-diaz', patient: 'ana-ruiz', appContext: 'handle' }),
    });
    const jwks = async (sandbox: Sandbox) => (await fetch(`${sandbox.issuer}/jwks`)).json();
    const keys = await jwks(first);
    const { cdsJwks } = first;
    await stop(first);
    const second = await start({ port: Number(port) });
    expect([await jwks(second), second.cdsJwks]).toEqual([keys, cdsJwks]);
    expect((await fhirCaller(second, body.access_token)('GET', 'Patient/ana-ruiz')).status).toBe(200);
    const refreshed = await requestToken(second, {
      grant_type: 'refresh_token',
      client_id: APP.clientId,
      refresh_token: body.refresh_token ?? '',
    });
    expect(refreshed.body).toMatchObject({ patient: 'ana-ruiz', appContext: 'handle' });
  });

  it('forgets everything with fresh', async () => {
    const first = await start();
    const [stored] = first.load([{ resourceType: 'Task', status: 'draft', intent: 'order' }]);
    await stop(first);
    const fhir = await fhirOf(await start({ fresh: true }));
    expect((await fhir('GET', `Task/${stored?.id}`)).status).toBe(404);
  });
});

describe('another time', () => {
  const MORNING = new Date('2026-05-04T08:00:00Z');
  const NOON = new Date('2026-05-04T12:00:00Z');
  const NEXT_DAY = new Date('2026-05-05T09:00:00Z');

  const visits = async (sandbox: Sandbox, patient: string) =>
    (
      await (
        await fhirOf(sandbox)
      )<Bundle<Encounter>>('GET', `Encounter?patient=${patient}&_sort=-date`)
    ).body.entry?.map(({ resource }) => [resource?.status, resource?.period?.start]);

  it('moves a visit that nobody has started along with the clock, and leaves a started one alone', async () => {
    const first = await start({ now: () => MORNING });
    const fhir = await fhirOf(first);
    const { body } = await fhir<Bundle<Encounter>>('GET', 'Encounter?patient=tom-becker');
    const encounter = body.entry?.[0]?.resource;
    await fhir('PUT', `Encounter/${encounter?.id}`, { body: { ...encounter, status: 'in-progress' } });
    await stop(first);
    const second = await start({ now: () => NOON });
    expect(await visits(second, 'ana-ruiz')).toEqual([['arrived', '2026-05-04T11:48:00.000Z']]);
    expect(await visits(second, 'tom-becker')).toEqual([['in-progress', encounter?.period?.start]]);
  });

  it('gives everyone a visit of today on another day, and closes those of the day before', async () => {
    await stop(await start({ now: () => MORNING }));
    const second = await start({ now: () => NEXT_DAY });
    const [today, yesterday, ...rest] = (await visits(second, 'ana-ruiz')) ?? [];
    expect([today?.[0], yesterday?.[0], rest]).toEqual(['arrived', 'finished', []]);
  });
});
