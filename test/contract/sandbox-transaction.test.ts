import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle, FhirResource, BundleEntry as OpenEntry, Provenance, Task } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FhirCaller, fhirCaller, issueCode } from '../sandbox-ehr/fhir-client.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';

type BundleEntry = OpenEntry<FhirResource>;

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-transaction-'));
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

const bundle = (type: 'transaction' | 'batch', entry: BundleEntry[]): Bundle => ({
  resourceType: 'Bundle',
  type,
  entry,
});

/** A signed impression with its task and provenance, as the app writes them. */
function signedImpression(value: string): BundleEntry[] {
  const identifier = [{ system: 'urn:assessment', value }];
  const ifNoneExist = `identifier=urn:assessment|${value}`;
  return [
    {
      fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000003',
      resource: {
        resourceType: 'Provenance',
        target: [{ reference: 'urn:uuid:00000000-0000-4000-8000-000000000001' }],
        recorded: '2026-01-01T10:00:00Z',
        agent: [{ who: { reference: 'Practitioner/nurse-diaz' } }],
      },
      request: { method: 'POST', url: 'Provenance' },
    },
    {
      fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      resource: {
        resourceType: 'ClinicalImpression',
        identifier,
        status: 'completed',
        subject: { reference: 'Patient/ana-ruiz' },
        summary: 'Seen',
      },
      request: { method: 'POST', url: 'ClinicalImpression', ifNoneExist },
    },
    {
      fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000002',
      resource: {
        resourceType: 'Task',
        identifier,
        status: 'requested',
        intent: 'order',
        for: { reference: 'Patient/ana-ruiz' },
        focus: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000001' },
      },
      request: { method: 'POST', url: 'Task', ifNoneExist },
    },
  ];
}

describe('a transaction', () => {
  it('writes all and makes real references out of placeholders, in whatever order they stand', async () => {
    const { status, body } = await fhir<Bundle>('POST', '', {
      body: bundle('transaction', signedImpression('a1')),
    });
    expect(status).toBe(200);
    expect(body.entry?.map(({ response }) => response?.status)).toEqual(['201', '201', '201']);
    const [provenance, impression, task] = body.entry?.map(({ resource }) => resource) ?? [];
    expect((provenance as Provenance).target[0]?.reference).toBe(`ClinicalImpression/${impression?.id}`);
    expect((task as Task).focus?.reference).toBe(`ClinicalImpression/${impression?.id}`);
  });

  it('finds by placeholder what an earlier try has already created', async () => {
    await fhir('POST', '', { body: bundle('transaction', signedImpression('a2')) });
    const again = await fhir<Bundle>('POST', '', { body: bundle('transaction', signedImpression('a2')) });
    expect(again.body.entry?.map(({ response }) => response?.status)).toEqual(['201', '200', '200']);
    const found = await fhir<Bundle>('GET', 'ClinicalImpression?identifier=urn:assessment|a2');
    expect(found.body.total).toBe(1);
  });

  it('finds a Provenance, which has no identifier, by its tag', async () => {
    const entries = signedImpression('tagged').map((entry) =>
      entry.resource?.resourceType === 'Provenance'
        ? {
            ...entry,
            resource: { ...entry.resource, meta: { tag: [{ system: 'urn:assessment', code: 'tagged' }] } },
            request: {
              method: 'POST' as const,
              url: 'Provenance',
              ifNoneExist: '_tag=urn:assessment|tagged',
            },
          }
        : entry,
    );
    await fhir('POST', '', { body: bundle('transaction', entries) });
    const again = await fhir<Bundle>('POST', '', { body: bundle('transaction', entries) });
    expect(again.body.entry?.map(({ response }) => response?.status)).toEqual(['200', '200', '200']);
  });

  it.each([
    [
      'an invalid third entry',
      (third: BundleEntry) => ({ ...third, resource: { ...third.resource, status: 'banana' } }),
      422,
    ],
    [
      'a stale If-Match',
      () => ({
        resource: { resourceType: 'Patient', id: 'ana-ruiz' },
        request: { method: 'PUT', url: 'Patient/ana-ruiz', ifMatch: 'W/"99"' },
      }),
      412,
    ],
  ])('keeps nothing of the others after %s, and says where', async (name, spoil, status) => {
    const entries = signedImpression(`spoilt ${name}`);
    const [first, second, third] = entries as [BundleEntry, BundleEntry, BundleEntry];
    const body = bundle('transaction', [first, second, spoil(third) as BundleEntry]);
    const answer = await fhir<Bundle>('POST', '', { body });
    expect([answer.status, issueCode(answer.body) !== undefined]).toEqual([status, true]);
    expect(JSON.stringify(answer.body)).toContain('Bundle.entry[2]');
    const left = await fhir<Bundle>(
      'GET',
      `ClinicalImpression?identifier=urn:assessment|${encodeURIComponent(`spoilt ${name}`)}`,
    );
    expect(left.body.total).toBe(0);
  });

  it('is refused whole when the scopes allow only a part of it', async () => {
    const scope = 'patient/ClinicalImpression.cruds patient/Task.cruds';
    const limited = fhirCaller(sandbox, await sandbox.issueToken({ scope, patient: 'ana-ruiz' }));
    const answer = await limited<Bundle>('POST', '', {
      body: bundle('transaction', signedImpression('no-provenance')),
    });
    expect([answer.status, issueCode(answer.body)]).toEqual([403, 'forbidden']);
    const left = await fhir<Bundle>('GET', 'ClinicalImpression?identifier=urn:assessment|no-provenance');
    expect(left.body.total).toBe(0);
  });

  it("is allowed with the app's own scopes, provenance included, and no right to search it", async () => {
    const scope = 'patient/ClinicalImpression.crus patient/Task.crus patient/Provenance.c';
    const app = fhirCaller(sandbox, await sandbox.issueToken({ scope, patient: 'ana-ruiz' }));
    const entries = signedImpression('by the app');
    const answer = await app<Bundle>('POST', '', { body: bundle('transaction', entries) });
    expect(answer.body.entry?.map(({ response }) => response?.status)).toEqual(['201', '201', '201']);
  });

  it("is refused for another patient's chart", async () => {
    const scope = 'patient/ClinicalImpression.crus patient/Task.crus patient/Provenance.c';
    const app = fhirCaller(sandbox, await sandbox.issueToken({ scope, patient: 'tom-becker' }));
    const answer = await app<Bundle>('POST', '', {
      body: bundle('transaction', signedImpression('foreign')),
    });
    expect(answer.status).toBe(403);
  });

  it('processes deletions first and reads last', async () => {
    const { body: task } = await fhir<Task>('POST', 'Task', {
      body: { resourceType: 'Task', status: 'draft', intent: 'order' },
    });
    const answer = await fhir<Bundle>('POST', '', {
      body: bundle('transaction', [
        { request: { method: 'GET', url: 'Task?identifier=urn:order|1' } },
        {
          resource: {
            resourceType: 'Task',
            status: 'draft',
            intent: 'order',
            identifier: [{ system: 'urn:order', value: '1' }],
          },
          request: { method: 'POST', url: 'Task' },
        },
        { request: { method: 'DELETE', url: `Task/${task.id}` } },
      ]),
    });
    expect(answer.body.entry?.map(({ response }) => response?.status)).toEqual(['200', '201', '204']);
    const found = answer.body.entry?.[0]?.resource as Bundle | undefined;
    expect(found?.total).toBe(1);
  });
});

describe('a batch', () => {
  it('carries out each entry for itself', async () => {
    const { status, body } = await fhir<Bundle>('POST', '', {
      body: bundle('batch', [
        { request: { method: 'GET', url: 'Patient/ana-ruiz' } },
        { request: { method: 'GET', url: 'Patient/nobody' } },
        { request: { method: 'GET', url: 'Observation?patient=ana-ruiz&_count=1' } },
      ]),
    });
    expect([status, body.type]).toEqual([200, 'batch-response']);
    expect(body.entry?.map(({ response }) => response?.status)).toEqual(['200', '404', '200']);
  });
});

it.each([
  ['no bundle', { resourceType: 'Patient' }],
  ['a bundle of another type', { resourceType: 'Bundle', type: 'collection' }],
  ['an entry that is null', { resourceType: 'Bundle', type: 'transaction', entry: [null] }],
  ['entries that are no list', { resourceType: 'Bundle', type: 'transaction', entry: {} }],
  ['an entry without a request', { resourceType: 'Bundle', type: 'transaction', entry: [{}] }],
])('refuses %s at the base', async (_name, body) => {
  const answer = await fhir('POST', '', { body });
  expect([answer.status, issueCode(answer.body) !== undefined]).toEqual([400, true]);
});
