import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Request } from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchApp } from '../sandbox-ehr/drive-launch.ts';
import { NO_TROUBLE } from '../sandbox-ehr/fhir/trouble.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';

interface Received {
  readonly path: string;
  readonly token: string;
  // biome-ignore lint/suspicious/noExplicitAny: the wire is what is under test
  readonly body: any;
}

const CARD = {
  uuid: '11111111-1111-4111-8111-111111111111',
  summary: 'Proposed: High <b>now</b>',
  detail: '**Why**\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1))',
  indicator: 'warning',
  source: { label: 'Test service' },
  selectionBehavior: 'any',
  suggestions: [
    {
      label: 'Order a task',
      uuid: '22222222-2222-4222-8222-222222222222',
      actions: [
        {
          type: 'create',
          description: 'A task',
          resource: {
            resourceType: 'Task',
            status: 'draft',
            intent: 'proposal',
            for: { reference: 'Patient/ana-ruiz' },
          },
        },
      ],
    },
  ],
  overrideReasons: [{ system: 'urn:reasons', code: 'known-baseline', display: 'Known baseline' }],
};

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-chart-'));
const received: Received[] = [];
let answer: { status: number; body: unknown };
let sandbox: Sandbox;
let serviceUrl: string;
let closeService: () => void;

const PREFETCH = {
  patient: 'Patient/{{context.patientId}}',
  visit: 'Encounter/{{context.encounterId}}',
  allergies: 'AllergyIntolerance?patient={{context.patientId}}',
  observations: 'Observation?patient={{context.patientId}}&_count=5',
};

beforeAll(async () => {
  const app = express();
  const note = (request: Request) =>
    received.push({
      path: request.path,
      token: (request.get('authorization') ?? '').replace('Bearer ', ''),
      body: request.body,
    });
  app.use(express.json({ limit: '10mb' }));
  app.get('/cds-services', (request, response) => {
    note(request);
    const services = ['encounter-start', 'patient-view'].map((hook) => ({
      hook,
      id: 'test-triage',
      description: 'd',
      prefetch: PREFETCH,
    }));
    response.json({ services });
  });
  app.post('/cds-services/:id', (request, response) => {
    note(request);
    response.status(answer.status).json(answer.body);
  });
  app.post('/cds-services/:id/feedback', (request, response) => {
    note(request);
    response.status(200).end();
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  serviceUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  closeService = () => {
    server.closeAllConnections();
    server.close();
  };
  sandbox = await startSandbox({ port: 0, dataDir, cdsServiceUrl: serviceUrl });
});

afterAll(async () => {
  await sandbox.close();
  closeService();
  rmSync(dataDir, { recursive: true });
});

beforeEach(() => {
  received.length = 0;
  answer = { status: 200, body: { cards: [{ ...CARD, links: [smartLink()] }] } };
  Object.assign(sandbox.trouble, NO_TROUBLE);
});

const smartLink = () => ({
  label: 'Open',
  url: `${serviceUrl}/app/launch.html`,
  type: 'smart',
  appContext: 'handle-7',
});

/** Signed in as one nurse, as a browser would be. */
async function chart(method: string, path: string, form?: Record<string, string>) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { cookie: await cookieOf('nurse-okoro') },
    body: form && new URLSearchParams(form),
  });
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
}

let cookie: string | undefined;
async function cookieOf(practitioner: string): Promise<string> {
  if (cookie) return cookie;
  const body = new URLSearchParams({ practitioner });
  const response = await fetch(`${sandbox.url}/sign-in`, { method: 'POST', body, redirect: 'manual' });
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return cookie;
}

const view = (patient = 'ana-ruiz') => chart('POST', `/chart/${patient}/hooks/patient-view`);
const hookCall = () => received.find(({ path }) => path === '/cds-services/test-triage');

describe('firing a hook', () => {
  it('sends what CDS Hooks 2.0 asks for, with a token that opens this chart only', async () => {
    await view();
    const { body } = hookCall()!;
    expect(body).toMatchObject({
      hook: 'patient-view',
      fhirServer: sandbox.fhirUrl,
      context: { userId: 'Practitioner/nurse-okoro', patientId: 'ana-ruiz' },
      fhirAuthorization: {
        token_type: 'Bearer',
        expires_in: 300,
        subject: 'prescreen-cds',
        patient: 'ana-ruiz',
      },
    });
    const read = (path: string) =>
      fetch(`${sandbox.fhirUrl}/${path}`, {
        headers: { authorization: `Bearer ${body.fhirAuthorization.access_token}` },
      });
    expect((await read('Observation?patient=ana-ruiz')).status).toBe(200);
    expect((await read('Patient/tom-becker')).status).toBe(403);
    expect((await read('Task')).status).toBe(403);
  });

  it('signs each call with a JWT of its own for exactly that address', async () => {
    await view();
    await view();
    const calls = received.filter(({ path }) => path === '/cds-services/test-triage');
    const keys = createRemoteJWKSet(new URL(sandbox.jwksUrl));
    const claims = await Promise.all(
      calls.map(({ token }) =>
        jwtVerify(token, keys, {
          issuer: sandbox.cdsIssuer,
          audience: `${serviceUrl}/cds-services/test-triage`,
          typ: 'JWT',
        }),
      ),
    );
    expect(claims[0]?.protectedHeader).toMatchObject({ alg: 'ES384', jku: sandbox.jwksUrl });
    expect(claims[0]?.payload.jti).not.toBe(claims[1]?.payload.jti);
  });

  it('fills in every template', async () => {
    await view();
    const { prefetch } = hookCall()!.body;
    expect(Object.keys(prefetch)).toEqual(['patient', 'visit', 'allergies', 'observations']);
    expect([prefetch.patient.id, prefetch.visit.resourceType, prefetch.allergies.total]).toEqual([
      'ana-ruiz',
      'Encounter',
      1,
    ]);
  });

  it('sends the OperationOutcome of what could not be read', async () => {
    await view('harold-nguyen');
    expect(hookCall()!.body.prefetch.allergies.resourceType).toBe('OperationOutcome');
  });

  it.each([
    ['none', undefined],
    ['partial', ['patient', 'visit']],
  ] as const)('with prefetch %s sends the keys %j', async (prefetch, keys) => {
    sandbox.trouble.prefetch = prefetch;
    await view();
    const sent = hookCall()!.body.prefetch;
    expect(sent && Object.keys(sent)).toEqual(keys);
  });

  it('with a denied type sends neither its data nor a scope for it', async () => {
    sandbox.trouble.deniedTypes = ['AllergyIntolerance'];
    await view();
    const { prefetch, fhirAuthorization } = hookCall()!.body;
    expect([prefetch.allergies, fhirAuthorization.scope.includes('AllergyIntolerance')]).toEqual([
      undefined,
      false,
    ]);
  });

  it('starts the visit and fires encounter-start', async () => {
    await chart('POST', '/chart/leo-park/hooks/encounter-start');
    expect(hookCall()!.body).toMatchObject({
      hook: 'encounter-start',
      prefetch: { visit: { status: 'in-progress' } },
    });
  });
});

describe('trouble of the FHIR server', () => {
  const readAs = async (clientId?: string) => {
    const token = await sandbox.issueToken({ scope: 'user/*.rs', clientId });
    return (
      await fetch(`${sandbox.fhirUrl}/Patient/ana-ruiz`, { headers: { authorization: `Bearer ${token}` } })
    ).status;
  };

  it('meets only the one that it is for', async () => {
    Object.assign(sandbox.trouble, { fhir: 'error', fhirFor: 'service' });
    expect([await readAs('prescreen-cds'), await readAs('prescreen-app')]).toEqual([500, 200]);
  });

  it('can be slowness', async () => {
    Object.assign(sandbox.trouble, { fhir: 'slow', slowMs: 150 });
    const began = performance.now();
    expect(await readAs()).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(140);
  });
});

describe('cards', () => {
  it('are shown with indicator in words, escaped, and without live HTML or script links', async () => {
    const { text } = await view();
    expect(text).toContain('Warning');
    expect(text).toContain('Proposed: High &lt;b&gt;now&lt;/b&gt;');
    expect(text).toContain('<strong>Why</strong>');
    expect(text).not.toMatch(/<img|javascript:/);
  });

  it('say that there is nothing to say', async () => {
    answer = { status: 200, body: { cards: [] } };
    expect((await view()).text).toContain('has nothing to add');
  });

  it.each([
    ['an error', { status: 500, body: {} }],
    ['another shape', { status: 200, body: { cards: [{ summary: 'x' }] } }],
    ['no cards at all', { status: 200, body: {} }],
  ])('never hide %s', async (_name, trouble) => {
    answer = trouble;
    expect((await view()).text).toMatch(/role="alert".*did not answer/s);
  });

  it('never hide why a service refused', async () => {
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'x', diagnostics: 'no <data>' }],
    };
    answer = { status: 412, body: outcome };
    expect((await view()).text).toContain('it answered 412 (no &lt;data&gt;)');
  });

  it('open the app with iss and launch, and the launch holds the handle', async () => {
    const { text } = await view();
    const href = /href="(\/cards\/[^"]+\/open\/0)"/.exec(text)?.[1] ?? '';
    const address = new URL((await chart('GET', href)).location ?? '');
    expect([address.origin + address.pathname, address.searchParams.get('iss')]).toEqual([
      `${serviceUrl}/app/launch.html`,
      sandbox.fhirUrl,
    ]);
    const launched = await launchApp(sandbox, {
      clientId: 'prescreen-app',
      redirectUri: `${serviceUrl}/app/`,
      scope: 'launch openid patient/Patient.r',
      launch: address.searchParams.get('launch') ?? '',
      practitioner: 'nurse-okoro',
    });
    expect(launched.body).toMatchObject({ patient: 'ana-ruiz', appContext: 'handle-7' });
  });

  it('are gone when the service has answered again', async () => {
    await view();
    answer = { status: 200, body: { cards: [{ ...CARD, uuid: '33333333-3333-4333-8333-333333333333' }] } };
    await view();
    expect((await chart('POST', `/cards/${CARD.uuid}/dismiss`)).status).toBe(410);
  });
});

describe('feedback', () => {
  const feedback = () => received.find(({ path }) => path.endsWith('/feedback'))?.body.feedback[0];

  it('tells the service why a card was dismissed', async () => {
    await view();
    const { text } = await chart('POST', `/cards/${CARD.uuid}/dismiss`, {
      reason: '0',
      comment: 'seen before',
    });
    expect(text).toContain('Known baseline');
    expect(feedback()).toMatchObject({
      card: CARD.uuid,
      outcome: 'overridden',
      overrideReason: { reason: { code: 'known-baseline' }, userComment: 'seen before' },
      outcomeTimestamp: expect.stringMatching(/Z$/),
    });
  });

  it('carries out an accepted suggestion and tells the service', async () => {
    await view();
    const before = sandbox.server.repository.db.get<{ n: number }>(
      "SELECT count(*) n FROM resource WHERE type = 'Task'",
    )!.n;
    await chart('POST', `/cards/${CARD.uuid}/accept`, { suggestion: '0' });
    const after = sandbox.server.repository.db.get<{ n: number }>(
      "SELECT count(*) n FROM resource WHERE type = 'Task'",
    )!.n;
    expect(after - before).toBe(1);
    expect(feedback()).toMatchObject({
      outcome: 'accepted',
      acceptedSuggestions: [{ id: CARD.suggestions[0]?.uuid }],
    });
  });
});

describe('a signed impression', () => {
  it('can be taken out with every Provenance of it, from its own chart only', async () => {
    const [impression] = sandbox.load([
      { resourceType: 'ClinicalImpression', status: 'completed', subject: { reference: 'Patient/ana-ruiz' } },
    ]);
    const target = [{ reference: `ClinicalImpression/${impression?.id}` }];
    const agent = [{ who: { display: 'x' } }];
    sandbox.load([{ resourceType: 'Provenance', target, agent, recorded: '2026-01-01T10:00:00Z' }]);
    const own = await chart('GET', `/chart/ana-ruiz/impressions/${impression?.id}.json`);
    const { entry } = JSON.parse(own.text) as { entry: { resource: { resourceType: string } }[] };
    expect(entry.map(({ resource }) => resource.resourceType)).toEqual(['ClinicalImpression', 'Provenance']);
    expect((await chart('GET', `/chart/tom-becker/impressions/${impression?.id}.json`)).status).toBe(404);
  });
});

describe('a page of another site', () => {
  it('cannot press the buttons of the chart', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    const body = new URLSearchParams({ prefetch: 'none' });
    expect((await fetch(`${sandbox.url}/settings`, { method: 'POST', headers, body })).status).toBe(403);
  });
});

describe('pages', () => {
  it.each([
    ['/', 200, "Today's patients"],
    ['/chart/ana-ruiz', 200, 'Penicillin V (Hives)'],
    ['/chart/tom-becker', 200, 'No known allergies recorded'],
    ['/chart/harold-nguyen', 200, 'Could not be read. Ask the patient.'],
    ['/chart/devon-clarke', 200, 'None measured.'],
    ['/chart/eli-cohen', 200, 'old: 11 h'],
    ['/chart/lucia-fernandez', 200, 'Language: es'],
    ['/chart/nobody', 404, 'There is no such patient'],
    ['/settings', 200, 'Simulate trouble'],
    ['/patients?name=ru', 200, 'Ana Ruiz'],
  ])('%s answers %i and says "%s"', async (path, status, words) => {
    const page = await chart('GET', path);
    expect([page.status, page.text.includes(words)]).toEqual([status, true]);
  });
});
