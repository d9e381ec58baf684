import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { FhirDeps } from '#cds-service/fhir/fhir-server.ts';
import { readPatientData } from '#cds-service/fhir/read-patient-data.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';

type Handler = (path: string, response: ServerResponse, request: IncomingMessage) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A FHIR server on loopback that answers with `handler`, and remembers what it was asked. */
async function serve(handler: Handler): Promise<{ url: string; asked: string[]; headers: string[] }> {
  const asked: string[] = [];
  const headers: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/fhir\//, '');
    asked.push(path);
    headers.push(request.headers.authorization ?? '');
    handler(path, response, request);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`, asked, headers };
}

function json(response: ServerResponse, body: unknown, status = 200, type = 'application/fhir+json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

const PATIENT = { resourceType: 'Patient', id: 'p1', birthDate: '1960-01-01', gender: 'male' };
const ENCOUNTER = {
  resourceType: 'Encounter',
  id: 'e1',
  status: 'arrived',
  subject: { reference: 'Patient/p1' },
};
const EMPTY = { resourceType: 'Bundle', type: 'searchset', total: 0 };
const subject = { reference: 'Patient/p1' };
const bundle = (resources: readonly object[], next?: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
  ...(next === undefined ? {} : { link: [{ relation: 'next', url: next }] }),
});
const condition = (id: string) => ({ resourceType: 'Condition', id, subject, code: { text: 'asthma' } });

/** Answers like a small clinic: a patient, an encounter, nothing else unless `extra` says so. */
const clinic =
  (extra: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {}): Handler =>
  (path, response, request) => {
    const type = path.split(/[/?]/)[0] ?? '';
    const own = extra[path] ?? extra[`/${type}`];
    if (own !== undefined) own(response, request);
    else if (path === 'Patient/p1') json(response, PATIENT);
    else if (path === 'Encounter/e1') json(response, ENCOUNTER);
    else json(response, EMPTY);
  };

const FULL = {
  patient: PATIENT,
  conditions: EMPTY,
  medicationStatements: EMPTY,
  medicationRequests: EMPTY,
  allergies: EMPTY,
  observations: EMPTY,
  questionnaireResponses: EMPTY,
};

function hookCall(options: {
  fhirServer?: string;
  prefetch?: Record<string, unknown>;
  scope?: string;
  encounterId?: string;
  expiresIn?: number;
}): CdsRequest {
  const { fhirServer, prefetch = {}, scope = 'patient/*.rs', encounterId, expiresIn = 300 } = options;
  return {
    hook: 'patient-view',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    prefetch,
    context: {
      userId: 'Practitioner/n1',
      patientId: 'p1',
      ...(encounterId === undefined ? {} : { encounterId }),
    },
    ...(fhirServer === undefined
      ? {}
      : {
          fhirServer,
          fhirAuthorization: {
            access_token: 'tok',
            token_type: 'Bearer' as const,
            expires_in: expiresIn,
            scope,
            subject: 'prescreen',
          },
        }),
  };
}

const deps = (extra: Partial<FhirDeps> = {}): FhirDeps => ({
  fetch: (url, init) => fetch(url, init),
  signal: AbortSignal.timeout(5000),
  isAllowedServer: () => true,
  ...extra,
});

async function refusal(work: Promise<unknown>): Promise<ServiceError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ServiceError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

describe('readPatientData', () => {
  it('CH-48: gives the same from prefetch, from the server and from both', async () => {
    const { url } = await serve(clinic());
    const prefetched = await readPatientData(hookCall({ prefetch: FULL }), deps());
    const read = await readPatientData(hookCall({ fhirServer: url }), deps());
    const { patient, allergies } = FULL;
    const mixed = await readPatientData(
      hookCall({ fhirServer: url, prefetch: { patient, allergies } }),
      deps(),
    );
    expect(read).toEqual(prefetched);
    expect(mixed).toEqual(prefetched);
  });

  it('CH-39: null and an empty Bundle are both known empty', async () => {
    const data = await readPatientData(hookCall({ prefetch: { ...FULL, conditions: null } }), deps());
    expect(data.conditions).toEqual({ state: 'known-empty' });
    expect(data.allergies).toEqual({ state: 'known-empty' });
  });

  it('CH-40, CH-51, CH-57: asks only for what is absent, with the token', async () => {
    const { url, asked, headers } = await serve(
      clinic({
        '/Condition': (response) => json(response, bundle([condition('c1')]), 200, 'application/json'),
      }),
    );
    const { conditions: _, ...prefetch } = FULL;
    const data = await readPatientData(hookCall({ fhirServer: url, prefetch }), deps());
    expect(asked).toEqual(['Condition?patient=p1&_count=100']);
    expect(headers).toEqual(['Bearer tok']);
    expect(data.conditions).toMatchObject({ state: 'present', value: [{ id: 'c1' }] });
  });

  it('CH-41: without patient, server and token it is refused with 412', async () => {
    const error = await refusal(readPatientData(hookCall({ prefetch: { conditions: EMPTY } }), deps()));
    expect([error.status, error.code, error.keys]).toEqual([412, 'data-unavailable', ['patient']]);
  });

  it('absent optional keys are unavailable, never empty', async () => {
    const data = await readPatientData(hookCall({ prefetch: { patient: PATIENT } }), deps());
    expect(data.allergies).toEqual({ state: 'unavailable', code: 'not-provided' });
  });

  it('CH-43, CH-44: what cannot be used is read again', async () => {
    const { url, asked } = await serve(clinic());
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
    const foreign = bundle([{ ...condition('c1'), subject: { reference: 'Patient/p2' } }]);
    const prefetch = { ...FULL, allergies: outcome, conditions: foreign, observations: '<html></html>' };
    const again = await readPatientData(hookCall({ fhirServer: url, prefetch }), deps());
    expect(asked).toHaveLength(3);
    expect(again.conditions.state).toBe('known-empty');
    const alone = await readPatientData(hookCall({ prefetch }), deps());
    expect([alone.allergies, alone.conditions, alone.observations]).toMatchObject([
      { code: 'failed' },
      { code: 'other-patient' },
      { code: 'wrong-shape' },
    ]);
  });

  it('a prefetch value cannot pass for one of our own states', async () => {
    const prefetch = { ...FULL, conditions: { state: 'present', value: [condition('c1')] } };
    const data = await readPatientData(hookCall({ prefetch }), deps());
    expect(data.conditions).toMatchObject({ state: 'unavailable', code: 'wrong-shape' });
  });

  it('CH-33: another patient is refused, as Patient and behind the Encounter', async () => {
    const other = { ...PATIENT, id: 'p2' };
    expect(
      (await refusal(readPatientData(hookCall({ prefetch: { ...FULL, patient: other } }), deps()))).code,
    ).toBe('patient-mismatch');
    const { url } = await serve(
      clinic({
        '/Encounter': (response) => json(response, { ...ENCOUNTER, subject: { reference: 'Patient/p2' } }),
      }),
    );
    const error = await refusal(readPatientData(hookCall({ fhirServer: url, encounterId: 'e1' }), deps()));
    expect([error.code, error.keys]).toEqual(['patient-mismatch', ['encounter']]);
  });

  it('reads the encounter that patient-view names', async () => {
    const { url } = await serve(clinic());
    const data = await readPatientData(
      hookCall({ fhirServer: url, prefetch: FULL, encounterId: 'e1' }),
      deps(),
    );
    expect(data.encounter).toMatchObject({ state: 'present', value: { id: 'e1' } });
  });

  it('CH-22: a server that is not on the list is not called', async () => {
    const { url, asked } = await serve(clinic());
    const work = readPatientData(hookCall({ fhirServer: url }), deps({ isAllowedServer: () => false }));
    expect((await refusal(work)).status).toBe(412);
    expect(asked).toEqual([]);
  });

  it('CH-49: a type that the server does not know is not an empty list', async () => {
    const { url } = await serve(clinic({ '/MedicationStatement': (response) => json(response, {}, 404) }));
    const data = await readPatientData(hookCall({ fhirServer: url }), deps());
    expect(data.medicationStatements).toMatchObject({ state: 'unavailable', code: 'not-supported' });
    expect(data.medicationRequests).toEqual({ state: 'known-empty' });
  });

  it('CH-54: without the scope it does not ask; a refusal of one type leaves the others', async () => {
    const { url, asked } = await serve(clinic({ '/Observation': (response) => json(response, {}, 403) }));
    const scope = 'patient/Patient.r patient/Observation.rs patient/Condition.read';
    const data = await readPatientData(hookCall({ fhirServer: url, scope }), deps());
    expect(asked.map((path) => path.split(/[/?]/)[0]).toSorted()).toEqual([
      'Condition',
      'Observation',
      'Patient',
    ]);
    expect(data.observations).toMatchObject({ code: 'forbidden' });
    expect(data.allergies).toMatchObject({ code: 'forbidden' });
    expect(data.conditions.state).toBe('known-empty');
  });

  it('marks what a limited scope found as a part', async () => {
    const { url, asked } = await serve(
      clinic({ '/Condition': (response) => json(response, bundle([condition('c1')])) }),
    );
    const scope = 'patient/Patient.r patient/Condition.rs?category=problem-list-item';
    const data = await readPatientData(hookCall({ fhirServer: url, scope }), deps());
    expect(asked).toContain('Condition?patient=p1&_count=100&category=problem-list-item');
    expect(data.conditions).toMatchObject({ state: 'present', partial: true });
  });

  it('CH-53: an expired token is not used', async () => {
    const { url, asked } = await serve(clinic());
    const data = await readPatientData(
      hookCall({ fhirServer: url, expiresIn: 0, prefetch: { patient: PATIENT } }),
      deps(),
    );
    expect(asked).toEqual([]);
    expect(data.conditions).toMatchObject({ code: 'forbidden' });
  });

  it('CH-55: a next link on another host is not followed', async () => {
    const thief = await serve(clinic());
    const { url } = await serve(
      clinic({
        '/Condition': (response) =>
          json(response, bundle([condition('c1')], `${thief.url}/Condition?page=2`)),
      }),
    );
    const data = await readPatientData(hookCall({ fhirServer: url }), deps());
    expect(data.conditions).toMatchObject({ state: 'present', partial: true });
    expect(thief.asked).toEqual([]);
  });

  it('CH-55: a redirect to another host is not followed, one on the same host is', async () => {
    const thief = await serve(clinic());
    const { url } = await serve(
      clinic({
        'Condition?patient=p1&_count=100': (response) =>
          response.writeHead(307, { location: `${thief.url}/Condition` }).end(),
        'AllergyIntolerance?patient=p1&_count=100': (response) =>
          response.writeHead(307, { location: '/fhir/elsewhere' }).end(),
      }),
    );
    const data = await readPatientData(hookCall({ fhirServer: url }), deps());
    expect(data.conditions).toMatchObject({ code: 'failed' });
    expect(data.allergies).toEqual({ state: 'known-empty' });
    expect(thief.asked).toEqual([]);
  });

  it('CH-45: pages of a prefetched Bundle are followed where they can be', async () => {
    const { url } = await serve(
      clinic({ 'Condition?page=2': (response) => json(response, bundle([condition('c2')])) }),
    );
    const prefetch = { ...FULL, conditions: bundle([condition('c1')], `${url}/Condition?page=2`) };
    const followed = await readPatientData(hookCall({ fhirServer: url, prefetch }), deps());
    expect(followed.conditions).toMatchObject({ state: 'present', value: [{ id: 'c1' }, { id: 'c2' }] });
    expect(followed.conditions).not.toHaveProperty('partial');
    const alone = await readPatientData(hookCall({ prefetch }), deps());
    expect(alone.conditions).toMatchObject({ state: 'present', value: [{ id: 'c1' }], partial: true });
  });

  it('CH-46: endless pages end, and the list is then a part', async () => {
    let page = 1;
    const server = await serve(
      clinic({
        '/Condition': (response) => {
          page += 1;
          json(response, bundle([condition(`c${page}`)], `/fhir/Condition?page=${page}`));
        },
      }),
    );
    const data = await readPatientData(hookCall({ fhirServer: server.url }), deps());
    expect(data.conditions).toMatchObject({ state: 'present', partial: true });
    expect(server.asked.filter((path) => path.startsWith('Condition')).length).toBeLessThanOrEqual(8);
  });

  it('older pages of observations are left alone when the newest came first', async () => {
    const at = (effectiveDateTime: string, id: string) => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      subject,
      effectiveDateTime,
      code: { text: 'x' },
    });
    const observations = bundle(
      [at('2024-05-10T09:00:00Z', 'new'), at('2024-01-01', 'old')],
      'https://x/fhir?page=2',
    );
    const data = await readPatientData(
      hookCall({ prefetch: { ...FULL, observations } }),
      deps({ now: () => Date.parse('2024-05-10T10:00:00Z') }),
    );
    expect(data.observations).toMatchObject({ state: 'present' });
    expect(data.observations).not.toHaveProperty('partial');
  });

  it('asks more simply when the first search is refused', async () => {
    const { url } = await serve(
      clinic({
        'Observation?patient=p1&_sort=-date&_count=100': (response) => json(response, {}, 400),
        'Observation?patient=p1&category=vital-signs&_count=100': (response) =>
          json(
            response,
            bundle([{ resourceType: 'Observation', id: 'o', status: 'final', subject, code: { text: 'x' } }]),
          ),
      }),
    );
    const data = await readPatientData(hookCall({ fhirServer: url }), deps());
    expect(data.observations).toMatchObject({ state: 'present', value: [{ id: 'o' }], partial: true });
  });

  it('names medicines that are only a reference', async () => {
    const { url } = await serve(
      clinic({
        '/MedicationRequest': (response) =>
          json(
            response,
            bundle([
              {
                resourceType: 'MedicationRequest',
                id: 'm',
                status: 'active',
                intent: 'order',
                subject,
                medicationReference: { reference: 'Medication/w' },
              },
            ]),
          ),
        '/Medication': (response) =>
          json(response, { resourceType: 'Medication', id: 'w', code: { text: 'warfarin 5 mg' } }),
      }),
    );
    const data = await readPatientData(hookCall({ fhirServer: url }), deps());
    expect(data.medicationRequests).toMatchObject({
      value: [{ medicationCodeableConcept: { text: 'warfarin 5 mg' } }],
    });
  });

  it('CH-56: a hanging search is a timeout and holds up nothing else', async () => {
    const { url } = await serve(
      clinic({ '/Observation': () => {}, '/Condition': (response) => json(response, {}, 500) }),
    );
    const begin = performance.now();
    const data = await readPatientData(hookCall({ fhirServer: url }), deps({ limits: { callMs: 150 } }));
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(data.observations).toMatchObject({ state: 'unavailable', code: 'timeout' });
    expect(data.conditions).toMatchObject({ code: 'failed' });
    expect(data.allergies.state).toBe('known-empty');
  });

  it('ends with the signal even when fetch does not listen to it', async () => {
    const work = readPatientData(
      hookCall({ fhirServer: 'https://ehr.example/fhir', prefetch: { patient: PATIENT } }),
      deps({ fetch: () => new Promise(() => {}), signal: AbortSignal.timeout(50) }),
    );
    expect((await work).conditions).toMatchObject({ code: 'timeout' });
  });

  it('a budget that is spent already gives timeouts, not crashes', async () => {
    const { url } = await serve(clinic());
    const work = readPatientData(
      hookCall({ fhirServer: url, prefetch: { patient: PATIENT } }),
      deps({ signal: AbortSignal.abort() }),
    );
    expect((await work).conditions).toMatchObject({ code: 'timeout' });
  });

  it('a reply beyond the size limit, HTML and garbage are values too', async () => {
    const { url } = await serve(
      clinic({
        '/Condition': (response) => response.end('x'.repeat(5000)),
        '/AllergyIntolerance': (response) => response.end('<html>Sign in</html>'),
        '/MedicationStatement': (response) => response.destroy(),
      }),
    );
    const data = await readPatientData(hookCall({ fhirServer: url }), deps({ limits: { replyBytes: 4000 } }));
    expect([data.conditions, data.allergies, data.medicationStatements]).toMatchObject([
      { code: 'failed' },
      { code: 'wrong-shape' },
      { code: 'failed' },
    ]);
  });

  it('takes any JSON as prefetch and throws nothing but ServiceError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...Object.keys(FULL)), fc.jsonValue()),
        async (prefetch) => {
          for (const value of [prefetch, { ...FULL, ...prefetch, patient: PATIENT }]) {
            await readPatientData(hookCall({ prefetch: value as Record<string, unknown> }), deps()).catch(
              (error) => {
                expect(error).toBeInstanceOf(ServiceError);
              },
            );
          }
        },
      ),
    );
  });
});
