import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSESSMENT_EXTENSION, assessmentSchema } from '#fhir-mappers/assessment.ts';
import { aHookCall, aPrefetch, aQuietCall, SERVICE } from '../support/hook-call.ts';
import { type CallInit, startTestService, type TestService } from '../support/running-service.ts';
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

async function post(body: unknown, init: CallInit = {}) {
  const response = await service.call(SERVICE, { method: 'POST', body, ...init });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text ? JSON.parse(text) : undefined,
  };
}

async function statusOf(changes: Record<string, unknown>): Promise<number> {
  return (await post(aHookCall(changes))).status;
}

const authorization = () => ({
  access_token: ehr.accessToken,
  token_type: 'Bearer',
  expires_in: 300,
  scope: 'patient/*.rs',
  subject: 'prescreen',
});

describe('a hook call', () => {
  it('CH-79 is answered 200 with cards', async () => {
    const { status, json } = await post(aHookCall());
    expect(status).toBe(200);
    expect(json.cards).toHaveLength(1);
  });

  it('CH-79 without anything to say is answered with exactly no cards', async () => {
    const { status, text } = await post(aQuietCall());
    expect([status, text]).toEqual([200, '{"cards":[]}']);
  });

  it('CH-81 every card has a fresh uuid that is on disk before it is sent', async () => {
    const first = (await post(aHookCall())).json.cards[0];
    const second = (await post(aHookCall())).json.cards[0];
    expect(first.uuid).not.toBe(second.uuid);
    const db = new DatabaseSync(join(service.dataFolder, 'prescreen.sqlite'), { readOnly: true });
    const row = db.prepare('SELECT hook_instance, assessment FROM cards WHERE uuid = ?').get(first.uuid);
    db.close();
    expect(row?.assessment).toBe(first.extension[ASSESSMENT_EXTENSION].id);
  });

  it('CH-82 CH-85 CH-87 CH-97 the card is what clients take', async () => {
    const [card] = (await post(aHookCall())).json.cards;
    expect(card.summary.length).toBeLessThan(140);
    expect(card.indicator).toBe('critical');
    expect(card.source.topic).toMatchObject({ code: expect.any(String), system: expect.any(String) });
    expect(card.links[0]).toMatchObject({ type: 'smart', url: `${service.url}/app/launch.html` });
  });

  it('CH-100 the handle in appContext is opaque, and the database does not know it', async () => {
    const [card] = (await post(aHookCall())).json.cards;
    const { appContext } = card.links[0];
    expect(appContext).toMatch(/^[\w-]{32}$/);
    const db = new DatabaseSync(join(service.dataFolder, 'prescreen.sqlite'), { readOnly: true });
    const handles = JSON.stringify(db.prepare('SELECT * FROM handles').all());
    db.close();
    expect(handles).not.toContain(appContext);
  });

  it('CH-123 the extension is the documented assessment', async () => {
    const [card] = (await post(aHookCall())).json.cards;
    expect(Object.keys(card.extension)).toEqual([ASSESSMENT_EXTENSION]);
    expect(assessmentSchema.safeParse(card.extension[ASSESSMENT_EXTENSION]).error).toBeUndefined();
  });

  it('CH-13 holds no null, and no empty string, list or object outside the extension', async () => {
    const { json } = await post(aHookCall());
    for (const { extension, ...card } of json.cards) {
      expect(JSON.stringify(extension)).not.toContain('null');
      expect(JSON.stringify(card)).not.toMatch(/null|""|\[\]|\{\}/);
    }
  });

  it('CH-106 never holds system actions', async () => {
    expect(Object.keys((await post(aHookCall())).json)).toEqual(['cards']);
  });

  it('CH-20 a repeated hookInstance is answered again with the same proposal', async () => {
    const call = aHookCall();
    const cards = await Promise.all([post(call), post(call)]);
    const [first, second] = cards.map(({ json }) => json.cards[0].summary);
    expect(first).toBe(second);
  });

  it('CH-31 fired again in each state of the visit proposes the same Task, not another one', async () => {
    const identifiers = new Set<string>();
    for (const status of ['planned', 'arrived', 'in-progress']) {
      const prefetch = aPrefetch();
      const encounter = { ...(prefetch.encounter as object), status };
      const { json } = await post(aHookCall({ prefetch: { ...prefetch, encounter } }));
      const task = json.cards[0].suggestions[0].actions[0].resource;
      identifiers.add(JSON.stringify(task.identifier));
    }
    expect(identifiers.size).toBe(1);
  });

  it('CH-32 of a patient or a relative gets no cards', async () => {
    for (const userId of ['Patient/p1', 'RelatedPerson/r1']) {
      const { text } = await post(aHookCall({ hook: 'patient-view', context: { userId, patientId: 'p1' } }));
      expect(text).toBe('{"cards":[]}');
    }
  });

  it('CH-15 with properties that we do not know is the same call', async () => {
    const { json } = await post(aHookCall({ foo: 1, extension: { 'com.ehr.x': true } }));
    expect(json.cards).toHaveLength(1);
  });

  it('CH-48 reads from the FHIR server what was not prefetched', async () => {
    const changes = { prefetch: {}, fhirServer: ehr.iss, fhirAuthorization: authorization() };
    const { status, json } = await post(aHookCall({ ...changes }));
    expect(status).toBe(200);
    expect(json.cards.length).toBeGreaterThan(0);
  });

  it('CH-51 CH-55 sends the token to the FHIR server of the call and nowhere else', async () => {
    ehr.requests.length = 0;
    await post(aHookCall({ prefetch: {}, fhirServer: ehr.iss, fhirAuthorization: authorization() }));
    const fhir = ehr.requests.filter(({ line }) => line.startsWith('GET /fhir/'));
    expect(fhir.length).toBeGreaterThan(5);
    expect(new Set(fhir.map(({ authorization: header }) => header))).toEqual(
      new Set([`Bearer ${ehr.accessToken}`]),
    );
    expect(ehr.requests.filter(({ line }) => !line.includes('/fhir/')).map(({ line }) => line)).toEqual([]);
  });
});

describe('a wrong hook call', () => {
  it('CH-14 CH-18 CH-19 CH-27 is refused with 400 for each field that is wrong', async () => {
    const wrong: Record<string, unknown>[] = [
      { hook: 'order-sign' },
      { hook: null },
      { hookInstance: 'abc' },
      { hookInstance: undefined },
      { context: null },
      { context: [] },
      { context: 'x' },
      { context: undefined },
      { prefetch: 'x' },
    ];
    for (const changes of wrong) expect([changes, await statusOf(changes)]).toEqual([changes, 400]);
  });

  it('CH-19 takes a UUID of any version', async () => {
    for (const hookInstance of [
      '2f1b8e70-6d2c-11ee-8c99-0242ac120002',
      '6f1c2d3e-0000-4000-8000-000000000001',
      '018b2f19-e79e-7d6a-a56d-29feb6211b04',
    ]) {
      expect(await statusOf({ hookInstance })).toBe(200);
    }
  });

  it('CH-21 names a FHIR server when it gives a token', async () => {
    expect(await statusOf({ fhirAuthorization: authorization() })).toBe(400);
  });

  it('CH-22 names a FHIR server of its own registration, and no other is asked anything', async () => {
    ehr.requests.length = 0;
    for (const fhirServer of [
      `${ehr.url}/other`,
      'http://169.254.169.254/fhir',
      'https://evil.example/fhir',
    ]) {
      expect(await statusOf({ prefetch: {}, fhirServer })).toBe(400);
    }
    expect(ehr.requests).toEqual([]);
  });

  it('CH-23 gives a whole fhirAuthorization', async () => {
    for (const name of Object.keys(authorization())) {
      const fhirAuthorization = { ...authorization(), [name]: undefined };
      expect(await statusOf({ fhirServer: ehr.iss, fhirAuthorization })).toBe(400);
    }
  });

  it('CH-24 gives a token of the same patient; without its name it is taken, and noted', async () => {
    const fhirServer = ehr.iss;
    const other = { ...authorization(), patient: 'p2' };
    expect(await statusOf({ fhirServer, fhirAuthorization: other })).toBe(400);
    expect(await statusOf({ fhirServer, fhirAuthorization: authorization() })).toBe(200);
    expect(service.log.join('')).toContain('fhirAuthorization.patient is missing');
  });

  it('CH-28 CH-29 CH-30 gives the context that its hook has', async () => {
    const context = { userId: 'Practitioner/n1', patientId: 'p1', encounterId: 'e1' };
    const wrong = [
      { ...context, userId: 'Device/1' },
      { ...context, userId: 'abc' },
      { ...context, userId: 'Patient/p1' },
      { ...context, encounterId: undefined },
      { ...context, patientId: 'Patient/p1' },
      { ...context, patientId: 'a'.repeat(65) },
    ];
    for (const changed of wrong)
      expect([changed, await statusOf({ context: changed })]).toEqual([changed, 400]);
    const view = { userId: 'PractitionerRole/r', patientId: 'p1' };
    expect(await statusOf({ hook: 'patient-view', context: view })).toBe(200);
  });

  it('CH-33 with data of another patient gets no priority, and an audit row', async () => {
    const prefetch = { ...aPrefetch(), patient: { resourceType: 'Patient', id: 'p2' } };
    const { status, json } = await post(aHookCall({ prefetch }));
    expect([status, json.issue[0].details.coding[0].code]).toEqual([412, 'patient-mismatch']);
    const db = new DatabaseSync(join(service.dataFolder, 'prescreen.sqlite'), { readOnly: true });
    const row = db.prepare("SELECT actor FROM audit WHERE event = 'data-inconsistent'").get();
    db.close();
    expect(row?.actor).toBe('Small clinic');
  });

  it('CH-41 CH-42 without the patient is 412 and names the key', async () => {
    const { status, json } = await post(aHookCall({ prefetch: {} }));
    expect(status).toBe(412);
    expect(json).toMatchObject({ resourceType: 'OperationOutcome' });
    expect(json.issue[0].diagnostics).toContain('patient');
  });

  it('CH-120 is told why in an OperationOutcome with the request id and nothing of itself', async () => {
    const { json, headers } = await post(
      aHookCall({ hookInstance: 'CANARY-VALUE', context: { patientId: 'CANARY-2' } }),
    );
    expect(json.resourceType).toBe('OperationOutcome');
    expect(json.issue[0].diagnostics).toContain(headers.get('x-request-id'));
    expect(JSON.stringify(json)).not.toMatch(/CANARY|node_modules|\.ts/);
  });
});
