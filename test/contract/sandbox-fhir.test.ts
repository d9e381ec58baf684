import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle, CapabilityStatement, Observation, Patient, Task } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FhirCaller, fhirCaller, idsOf, issueCode } from '../sandbox-ehr/fhir-client.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-fhir-'));
let sandbox: Sandbox;
let fhir: FhirCaller;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir });
  fhir = fhirCaller(sandbox, await sandbox.issueToken({ scope: 'user/*.cruds', practitioner: 'nurse-diaz' }));
});

afterAll(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const task = (text: string): Task => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  description: text,
});

async function created(text: string): Promise<Task> {
  return (await fhir<Task>('POST', 'Task', { body: task(text) })).body;
}

describe('writing', () => {
  it('gives a new resource an id of its own, a version, ETag and Location', async () => {
    const answer = await fhir<Task>('POST', 'Task', { body: { ...task('new'), id: 'mine' } });
    expect(answer.status).toBe(201);
    expect(answer.body.id).not.toBe('mine');
    expect(answer.headers.get('etag')).toBe('W/"1"');
    expect(answer.headers.get('location')).toBe(`${sandbox.fhirUrl}/Task/${answer.body.id}/_history/1`);
  });

  it('creates with 201 when PUT names an id that is new, and updates with 200 after that', async () => {
    const body = { ...task('put'), id: 'put-me' };
    expect((await fhir('PUT', 'Task/put-me', { body })).status).toBe(201);
    expect((await fhir('PUT', 'Task/put-me', { body })).status).toBe(200);
  });

  it('refuses a PUT whose body has another id', async () => {
    const answer = await fhir('PUT', 'Task/one', { body: { ...task('x'), id: 'two' } });
    expect([answer.status, issueCode(answer.body)]).toEqual([400, 'invalid']);
  });

  it('updates only the version that If-Match names', async () => {
    const { id } = await created('guarded');
    const body = { ...task('changed'), id };
    expect((await fhir('PUT', `Task/${id}`, { body, headers: { 'if-match': 'W/"1"' } })).status).toBe(200);
    const late = await fhir('PUT', `Task/${id}`, { body, headers: { 'if-match': 'W/"1"' } });
    expect([late.status, issueCode(late.body)]).toEqual([412, 'conflict']);
  });

  it('creates once for the same If-None-Exist', async () => {
    const identifier = [{ system: 'urn:test', value: 'once' }];
    const options = {
      body: { ...task('once'), identifier },
      headers: { 'if-none-exist': 'identifier=urn:test|once' },
    };
    const first = await fhir<Task>('POST', 'Task', options);
    const second = await fhir<Task>('POST', 'Task', options);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
  });

  it('patches by JSON Patch', async () => {
    const { id } = await created('patch me');
    const body = JSON.stringify([{ op: 'replace', path: '/status', value: 'completed' }]);
    const headers = { 'content-type': 'application/json-patch+json' };
    const answer = await fhir<Task>('PATCH', `Task/${id}`, { body, headers });
    expect([answer.status, answer.body.status]).toEqual([200, 'completed']);
  });

  it('keeps every version, the newest first, and says which was the deletion', async () => {
    const { id } = await created('history');
    await fhir('PUT', `Task/${id}`, { body: { ...task('history 2'), id } });
    await fhir('DELETE', `Task/${id}`);
    const { body } = await fhir<Bundle>('GET', `Task/${id}/_history`);
    expect(body.entry?.map(({ request }) => request?.method)).toEqual(['DELETE', 'PUT', 'POST']);
    expect((await fhir<Task>('GET', `Task/${id}/_history/1`)).body.description).toBe('history');
  });

  it('answers 410 after a deletion and 404 for what never was', async () => {
    const { id } = await created('short-lived');
    expect((await fhir('DELETE', `Task/${id}`)).status).toBe(204);
    expect((await fhir('GET', `Task/${id}`)).status).toBe(410);
    expect((await fhir('GET', 'Task/never')).status).toBe(404);
    expect(idsOf((await fhir<Bundle>('GET', `Task?_id=${id}`)).body)).toEqual([]);
  });

  it.each([
    ['an unknown code for a required binding', { ...task('x'), status: 'banana' }, 422, 'code-invalid'],
    ['an unknown element', { ...task('x'), colour: 'red' }, 422, 'structure'],
    ['an empty element', { ...task('x'), note: {} }, 422, 'structure'],
    ['null for a value', { ...task('x'), description: null }, 422, 'structure'],
    ['a date that does not exist', { ...task('x'), authoredOn: '2026-02-30' }, 422, 'structure'],
    ['a missing required element', { resourceType: 'Task', status: 'draft' }, 422, 'structure'],
    ['another resource type', { resourceType: 'Patient' }, 400, 'invalid'],
    ['a type that R4 does not have', { resourceType: 'Banana' }, 400, 'structure'],
    ['JSON that breaks off', '{"resourceType":', 400, 'structure'],
    ['an array', [], 400, 'structure'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await fhir('POST', 'Task', { body });
    expect([answer.status, issueCode(answer.body)]).toEqual([status, code]);
  });

  it('refuses a body that is too large', async () => {
    const answer = await fhir('POST', 'Task', { body: task('x'.repeat(21 * 1024 * 1024)) });
    expect([answer.status, issueCode(answer.body)]).toEqual([413, 'too-long']);
  });

  it('refuses a body of another media type', async () => {
    const answer = await fhir('POST', 'Task', {
      body: '<Task/>',
      headers: { 'content-type': 'application/fhir+xml' },
    });
    expect([answer.status, issueCode(answer.body)]).toEqual([415, 'not-supported']);
  });
});

describe('searching', () => {
  const search = async (path: string) => (await fhir<Bundle>('GET', path)).body;

  it('finds by token, reference, date and name', async () => {
    expect(idsOf(await search('Patient?name=ruiz'))).toEqual(['ana-ruiz']);
    expect(idsOf(await search('Patient?family=FERNANDEZ'))).toEqual(['lucia-fernandez']);
    expect(idsOf(await search('Patient?name=uiz'))).toEqual([]);
    expect((await search('AllergyIntolerance?patient=ana-ruiz&clinical-status=active')).total).toBe(1);
    expect((await search('AllergyIntolerance?patient=Patient/ana-ruiz&clinical-status=inactive')).total).toBe(
      0,
    );
    expect((await search('Encounter?status=arrived,planned&date=ge2020')).total).toBe(18);
    expect((await search('Encounter?date=lt2020')).total).toBe(0);
  });

  it('compares quantities across units', async () => {
    const fever =
      'Observation?code=http://loinc.org|8310-5&status=final&value-quantity=gt38.5|http://unitsofmeasure.org|Cel';
    const patients = (await search(fever)).entry?.map(
      ({ resource }) => (resource as Observation).subject?.reference,
    );
    // The infant's 101.7 °F is 38.7 °C.
    expect(patients?.sort()).toEqual([
      'Patient/joyce-adeyemi',
      'Patient/lucia-fernandez',
      'Patient/mia-okafor',
    ]);
  });

  it('follows chains and reverse chains', async () => {
    expect((await search('Condition?subject:Patient.name=walter')).total).toBe(2);
    expect(idsOf(await search('Patient?_has:MedicationStatement:patient:code=855332'))).toEqual([
      'walter-brandt',
    ]);
  });

  it('knows :missing, :not, :exact, :contains and :text', async () => {
    expect((await search('Encounter?reason-code:missing=true')).total).toBeGreaterThan(0);
    expect((await search('Patient?gender:not=female')).total).toBe(9);
    expect((await search('Patient?family:exact=ruiz')).total).toBe(0);
    expect((await search('Patient?family:contains=uiz')).total).toBe(1);
    expect((await search('Condition?code:text=Atrial')).total).toBe(2);
  });

  it('sorts, pages by next links without gaps or repeats, and counts all', async () => {
    const first = await search('Patient?_sort=-birthdate,_id&_count=7');
    const seen = [...idsOf(first)];
    let next = first.link?.find(({ relation }) => relation === 'next')?.url;
    while (next) {
      const page = await search(next);
      seen.push(...idsOf(page));
      next = page.link?.find(({ relation }) => relation === 'next')?.url;
    }
    expect(first.total).toBe(18);
    expect(seen[0]).toBe('mia-okafor');
    expect(new Set(seen).size).toBe(18);
  });

  it('gives each entry its fullUrl and includes what is pointed to and what points back', async () => {
    const bundle = await search('Encounter?patient=ana-ruiz&_include=Encounter:subject');
    expect(bundle.entry?.map(({ search: found }) => found?.mode)).toEqual(['match', 'include']);
    expect(bundle.entry?.[1]?.fullUrl).toBe(`${sandbox.fhirUrl}/Patient/ana-ruiz`);
    const back = await search('Patient?_id=ana-ruiz&_revinclude=Condition:subject');
    expect(back.entry?.map(({ resource }) => resource?.resourceType)).toEqual([
      'Patient',
      'Condition',
      'Condition',
    ]);
  });

  it('counts without entries, and cuts to the elements asked for', async () => {
    const count = await search('Patient?_summary=count');
    expect([count.total, count.entry]).toEqual([18, undefined]);
    const cut = (await search('Patient?_id=ana-ruiz&_elements=name')).entry?.[0]?.resource as Patient;
    expect([cut.name?.[0]?.family, cut.birthDate, cut.meta?.tag?.[0]?.code]).toEqual([
      'Ruiz',
      undefined,
      'SUBSETTED',
    ]);
  });

  it('answers a search by POST like one by GET', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { body } = await fhir<Bundle>('POST', 'Patient/_search', { body: 'name=ruiz', headers });
    expect(idsOf(body)).toEqual(['ana-ruiz']);
  });

  it.each([
    ['an unknown parameter', 'Patient?colour=red', 400],
    ['an unknown modifier', 'Patient?name:loud=x', 400],
    ['a date that is none', 'Encounter?date=yesterday', 400],
    ['a composite parameter, which is not offered', 'Observation?code-value-quantity=8867-4$gt5', 400],
    ['a sort by an unknown parameter', 'Patient?_sort=colour', 400],
    ['an empty include', 'Patient?_include=', 400],
    ['a search without end', `Patient?${'name=a&'.repeat(60)}`, 400],
    ['more alternatives than anyone needs', `Patient?_id=${'a,'.repeat(300)}`, 400],
    ['an unknown include', 'Patient?_include=Patient:colour', 400],
    ['a count that is no number', 'Patient?_count=many', 400],
    ['an unknown type', 'Banana?x=y', 404],
    ['an unknown path', 'Patient/x/y/z', 404],
  ])('refuses %s', async (_name, path, status) => {
    const answer = await fhir('GET', path);
    expect([answer.status, issueCode(answer.body)?.length]).toEqual([status, expect.any(Number)]);
  });

  it('ignores an unknown parameter when the client asks for lenient handling, and leaves it out of nothing else', async () => {
    const answer = await fhir<Bundle>('GET', 'Patient?name=ruiz&colour=red', {
      headers: { prefer: 'handling=lenient' },
    });
    expect(idsOf(answer.body)).toEqual(['ana-ruiz']);
  });
});

describe('the CapabilityStatement', () => {
  it('is open to everyone and names only search parameters that the server answers', async () => {
    const { status, body } = await fhirCaller(sandbox)<CapabilityStatement>('GET', 'metadata');
    expect(status).toBe(200);
    const types = body.rest?.[0]?.resource ?? [];
    const observation = types.find(({ type }) => type === 'Observation');
    const names = (observation?.searchParam ?? []).map(({ name }) => name);
    expect(names).toContain('value-quantity');
    for (const name of names.filter((each) => each !== '_id' && each !== '_lastUpdated'))
      expect((await fhir('GET', `Observation?${name}:missing=false&_count=1`)).status, name).toBe(200);
    expect(observation?.interaction?.map(({ code }) => code)).toContain('history-instance');
  });
});

describe('without a token', () => {
  it('answers 401 with an OperationOutcome', async () => {
    const answer = await fhirCaller(sandbox)('GET', 'Patient');
    expect([answer.status, issueCode(answer.body)]).toEqual([401, 'login']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });
});
