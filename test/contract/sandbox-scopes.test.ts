import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fhirCaller } from '../sandbox-ehr/fhir-client.ts';
import { readDataScope } from '../sandbox-ehr/smart/scopes.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-scopes-'));
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir });
});

afterAll(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

async function callerWith(scope: string, patient: string | undefined = 'ana-ruiz') {
  return fhirCaller(sandbox, await sandbox.issueToken({ scope, patient, practitioner: 'nurse-diaz' }));
}

const task = {
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  for: { reference: 'Patient/ana-ruiz' },
};

/** Tries each interaction on Task once and names those that were allowed. */
async function allowedOnTask(scope: string): Promise<string> {
  const fhir = await callerWith(scope);
  const [stored] = sandbox.load([task]);
  const path = `Task/${stored?.id}`;
  const statuses = {
    c: (await fhir('POST', 'Task', { body: task })).status,
    r: (await fhir('GET', path)).status,
    u: (await fhir('PUT', path, { body: { ...task, id: stored?.id } })).status,
    s: (await fhir('GET', 'Task')).status,
    d: (await fhir('DELETE', path)).status,
  };
  for (const status of Object.values(statuses)) expect([200, 201, 204, 403]).toContain(status);
  return (['c', 'r', 'u', 'd', 's'] as const).filter((letter) => statuses[letter] < 400).join('');
}

describe('scopes on every call', () => {
  it.each([
    ['patient/Task.c', 'c'],
    ['patient/Task.r', 'r'],
    ['patient/Task.u', 'u'],
    ['patient/Task.d', 'd'],
    ['patient/Task.s', 's'],
    ['patient/Task.cruds', 'cruds'],
    ['patient/*.rs', 'rs'],
    ['user/Task.cu', 'cu'],
    ['patient/Task.read', 'rs'],
    ['patient/Task.write', 'cud'],
    ['patient/Task.*', 'cruds'],
    ['patient/Observation.cruds', ''],
    ['openid fhirUser', ''],
  ])('%s allows exactly "%s"', async (scope, letters) => {
    expect(await allowedOnTask(scope)).toBe(letters);
  });
});

describe("a patient's scope", () => {
  it("reaches the launch patient's chart and no other", async () => {
    const fhir = await callerWith('patient/*.rs');
    expect((await fhir('GET', 'Patient/ana-ruiz')).status).toBe(200);
    expect((await fhir('GET', 'Patient/tom-becker')).status).toBe(403);
    expect((await fhir<Bundle>('GET', 'Patient')).body.total).toBe(1);
    expect((await fhir<Bundle>('GET', 'Condition?patient=walter-brandt')).body.total).toBe(0);
    expect((await fhir('GET', 'Condition/walter-brandt-condition-1')).status).toBe(403);
    expect((await fhir('GET', 'Condition/walter-brandt-condition-1/_history')).status).toBe(403);
    expect((await fhir('GET', 'Condition/walter-brandt-condition-1/_history/1')).status).toBe(403);
  });

  it("does not reach what was deleted from another patient's chart", async () => {
    const [stored] = sandbox.load([{ ...task, for: { reference: 'Patient/tom-becker' } }]);
    const all = fhirCaller(sandbox, await sandbox.issueToken({ scope: 'user/*.cruds' }));
    await all('DELETE', `Task/${stored?.id}`);
    const own = await callerWith('patient/Task.rs', 'tom-becker');
    const other = await callerWith('patient/Task.rs', 'ana-ruiz');
    for (const path of ['_history', '_history/1'])
      expect([
        (await own('GET', `Task/${stored?.id}/${path}`)).status,
        (await other('GET', `Task/${stored?.id}/${path}`)).status,
      ]).toEqual([200, 403]);
  });

  it('reads what belongs to no patient, and never writes it', async () => {
    const fhir = await callerWith('patient/*.cruds');
    expect((await fhir('GET', 'Practitioner/nurse-okoro')).status).toBe(200);
    const body = { resourceType: 'Practitioner', id: 'nurse-okoro', active: false };
    expect((await fhir('PUT', 'Practitioner/nurse-okoro', { body })).status).toBe(403);
  });

  it("cannot write into another patient's chart, nor move a resource there", async () => {
    const fhir = await callerWith('patient/Task.cruds');
    const foreign = { ...task, for: { reference: 'Patient/tom-becker' } };
    expect((await fhir('POST', 'Task', { body: foreign })).status).toBe(403);
    const [own] = sandbox.load([task]);
    expect((await fhir('PUT', `Task/${own?.id}`, { body: { ...foreign, id: own?.id } })).status).toBe(403);
    expect((await fhir<Bundle>('GET', `Task?_id=${own?.id}`)).body.total).toBe(1);
  });

  it('reaches nothing without a launch patient', async () => {
    const token = await sandbox.issueToken({ scope: 'patient/*.rs', practitioner: 'nurse-diaz' });
    expect((await fhirCaller(sandbox, token)('GET', 'Patient/ana-ruiz')).status).toBe(403);
  });

  it('leaves out of an include what it may not see', async () => {
    const narrow = await callerWith('patient/Encounter.rs');
    const { body } = await narrow<Bundle>('GET', 'Encounter?_include=Encounter:subject');
    expect(body.entry?.map(({ resource }) => resource?.resourceType)).toEqual(['Encounter']);
  });
});

describe('a granular scope', () => {
  const VITALS =
    'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';

  it('shows only the part that it names', async () => {
    const fhir = await callerWith(VITALS, 'grace-lindqvist');
    const all = await (await callerWith('patient/Observation.rs', 'grace-lindqvist'))<Bundle>(
      'GET',
      'Observation',
    );
    const part = await fhir<Bundle>('GET', 'Observation');
    expect((all.body.total ?? 0) - (part.body.total ?? 0)).toBe(2);
    const pregnancy = all.body.entry?.find(({ resource }) => resource?.id?.includes('pregnancy'));
    expect((await fhir('GET', `Observation/${pregnancy?.resource?.id}`)).status).toBe(403);
  });
});

describe('tokens', () => {
  it('end when their time is over', async () => {
    const token = await sandbox.issueToken({ scope: 'user/*.rs', expiresIn: 1 });
    const fhir = fhirCaller(sandbox, token);
    expect((await fhir('GET', 'Patient/ana-ruiz')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await fhir('GET', 'Patient/ana-ruiz')).status).toBe(401);
  });

  it('that nobody issued open nothing', async () => {
    expect((await fhirCaller(sandbox, 'made-up')('GET', 'Patient/ana-ruiz')).status).toBe(401);
  });
});

describe('the scope grammar', () => {
  it.each([
    'patient/Task.sr',
    'patient/Task.',
    'patient/task.rs',
    'nurse/Task.rs',
    'patient/Task',
    'Task.rs',
  ])('does not know %s', (scope) => {
    expect(readDataScope(scope)).toBeUndefined();
  });
});
