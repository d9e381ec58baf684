import { randomUUID } from 'node:crypto';
import {
  allOf,
  type Check,
  type CheckContext,
  type DiscoveredService,
  expectThat,
  fail,
  insideOnly,
  notApplicable,
  PASS,
  type Verdict,
} from '../check.ts';
import type { Exchange } from '../client.ts';
import { GOOD_TOKEN } from '../recording-fhir-server.ts';
import { PATIENT_ID, sampleRequest } from '../sample-requests.ts';
import { cdsResponse, misfit } from './shapes.ts';

/** Calls a service with its sample request, changed. */
export function invoke(
  context: CheckContext,
  service: DiscoveredService,
  changes: Record<string, unknown> = {},
): Promise<Exchange> {
  return context.client.send(`${context.base}/cds-services/${service.id}`, {
    body: sampleRequest(service, changes),
  });
}

export function byHook({ services }: CheckContext, hook: string): DiscoveredService | undefined {
  return services.find((service) => service.hook === hook);
}

/** The status that each changed request must get, for the hook that is meant. */
async function expectStatuses(
  context: CheckContext,
  hook: string,
  cases: readonly (readonly [name: string, changes: Record<string, unknown>, status: number])[],
): Promise<Verdict> {
  const service = byHook(context, hook);
  if (service === undefined) return notApplicable(`no service for ${hook}`);
  for (const [name, changes, status] of cases) {
    const answer = await invoke(context, service, changes);
    if (answer.status !== status) return fail(`${name}: ${answer.status} instead of ${status}`, answer);
  }
  return PASS;
}

const USER = 'Practitioner/conformance-nurse';
const view = (changes: Record<string, unknown>) => ({
  context: { userId: USER, patientId: PATIENT_ID, ...changes },
});
const authorization = {
  access_token: GOOD_TOKEN,
  token_type: 'Bearer',
  expires_in: 300,
  scope: 'patient/*.rs',
  subject: 'conformance',
};

function walkForEmpty(value: unknown, path: string): string | undefined {
  if (value === null || value === '') return path;
  if (Array.isArray(value)) {
    if (value.length === 0) return /^\.(cards|services)$/.test(path) ? undefined : path;
    return value.map((item, index) => walkForEmpty(item, `${path}[${index}]`)).find(Boolean);
  }
  if (typeof value !== 'object') return undefined;
  // An extension is the service's own object: its empty lists are its statement.
  const entries = Object.entries(value).filter(([key]) => key !== 'extension');
  if (entries.length === 0 && path !== '' && !('extension' in value)) return path;
  return entries.map(([key, item]) => walkForEmpty(item, `${path}.${key}`)).find(Boolean);
}

/** A2 and A3: JSON rules and the request. */
export const INVOCATION: readonly Check[] = [
  {
    id: 'CH-12',
    title: 'every answer with a body is JSON',
    run: async ({ client }) => {
      const other = client.exchanges.find(
        ({ text, status, headers }) =>
          text !== '' && status !== 401 && !/json/.test(headers['content-type'] ?? ''),
      );
      return other === undefined ? PASS : fail('an answer with a body is not JSON', other);
    },
  },
  {
    id: 'CH-13',
    title: 'no null, empty string, empty array or empty object is sent',
    run: async ({ client }) => {
      for (const exchange of client.exchanges) {
        if (exchange.status !== 200 || typeof exchange.json !== 'object') continue;
        const path = walkForEmpty(exchange.json, '');
        if (path !== undefined) return fail(`empty value at ${path}`, exchange);
      }
      return PASS;
    },
  },
  {
    id: 'CH-14',
    title: 'null is tolerated in prefetch only',
    run: async (context) =>
      allOf(
        () => expectStatuses(context, 'patient-view', [['context null', { context: null }, 400]]),
        async () => {
          const service = byHook(context, 'patient-view');
          if (service === undefined) return PASS;
          const { prefetch } = sampleRequest(service) as { prefetch: Record<string, unknown> };
          const key = Object.keys(prefetch).find((name) => name !== 'patient');
          if (key === undefined) return PASS;
          const answer = await invoke(context, service, { prefetch: { ...prefetch, [key]: null } });
          return expectThat(answer.status === 200, `a null prefetch key is ${answer.status}`, answer);
        },
      ),
  },
  {
    id: 'CH-15',
    title: 'unknown properties are ignored',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        ['unknown property', { foo: 1, extension: { 'com.example.x': {} } }, 200],
      ]),
  },
  {
    id: 'CH-16',
    title: 'resources in actions say what they are',
    run: async (context) => {
      for (const service of context.services) {
        const answer = await invoke(context, service);
        const problem = misfit(cdsResponse, answer.json);
        if (answer.status === 200 && problem !== undefined) return fail(problem, answer);
      }
      return PASS;
    },
  },
  {
    id: 'CH-17',
    title: 'unknown id 404, wrong method 405, not JSON 415, broken JSON 400, too large 413',
    run: async ({ base, client, services }) => {
      const url = `${base}/cds-services/${services[0]?.id}`;
      const cases = [
        ['unknown id', await client.send(`${base}/cds-services/no-such-service`, { body: {} }), 404],
        ['GET', await client.send(url), 405],
        ['PUT', await client.send(url, { method: 'PUT', body: {} }), 405],
        [
          'text',
          await client.send(url, { rawBody: 'hello', headers: { 'content-type': 'text/plain' } }),
          415,
        ],
        ['broken JSON', await client.send(url, { rawBody: '{"hook":' }), 400],
        [
          'too large',
          await client.send(url, { rawBody: `{"a":"${'x'.repeat(40_000_000)}"}` }).catch(() => undefined),
          413,
        ],
      ] as const;
      const wrong = cases.find(([, answer, status]) => answer !== undefined && answer.status !== status);
      return wrong === undefined
        ? PASS
        : fail(
            `${wrong[0]}: ${wrong[1]?.status} instead of ${wrong[2]}`,
            wrong[1] && { ...wrong[1], requestBody: '(left out)' },
          );
    },
  },
  {
    id: 'CH-18',
    title: 'a hook that the id is not registered for is 400',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        ['order-sign', { hook: 'order-sign' }, 400],
        ['no hook', { hook: undefined }, 400],
      ]),
  },
  {
    id: 'CH-19',
    title: 'hookInstance is a UUID of any version',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        ['abc', { hookInstance: 'abc' }, 400],
        ['missing', { hookInstance: undefined }, 400],
        ['version 1', { hookInstance: '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d' }, 200],
        ['version 4', { hookInstance: randomUUID() }, 200],
        ['version 7', { hookInstance: '018f4e7e-7b2a-7c3d-8e4f-0123456789ab' }, 200],
      ]),
  },
  {
    id: 'CH-20',
    title: 'the same hookInstance twice gives equal cards',
    run: async (context) => {
      const service = byHook(context, 'patient-view') ?? context.services[0];
      if (service === undefined) return notApplicable('no service');
      const hookInstance = randomUUID();
      const [first, second] = [
        await invoke(context, service, { hookInstance }),
        await invoke(context, service, { hookInstance }),
      ];
      const summaries = (answer: Exchange) =>
        JSON.stringify(
          (answer.json as { cards?: { summary: string; indicator: string }[] })?.cards?.map((card) => [
            card.summary,
            card.indicator,
          ]),
        );
      return expectThat(
        second.status === 200 && summaries(first) === summaries(second),
        'the second answer differs',
        second,
      );
    },
  },
  {
    id: 'CH-21',
    title: 'fhirAuthorization needs fhirServer',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        ['no server', { fhirAuthorization: authorization }, 400],
        ['relative server', { fhirServer: 'fhir' }, 400],
      ]),
  },
  {
    id: 'CH-22',
    title: 'a FHIR server that is not registered is never asked',
    run: async (context) => {
      const service = byHook(context, 'patient-view');
      if (service === undefined) return notApplicable('no service for patient-view');
      const answer = await context.client.send(`${context.base}/cds-services/${service.id}`, {
        body: sampleRequest(service, {
          fhirServer: 'http://169.254.169.254/fhir',
          fhirAuthorization: authorization,
          prefetch: {},
        }),
      });
      return expectThat(
        [400, 403, 412].includes(answer.status),
        `a foreign server gives ${answer.status}`,
        answer,
      );
    },
  },
  {
    id: 'CH-23',
    title: 'fhirAuthorization has all its fields',
    run: (context) =>
      expectStatuses(
        context,
        'patient-view',
        Object.keys(authorization).map((key) => [
          `without ${key}`,
          {
            fhirServer: context.fhir?.url ?? 'https://ehr.example/fhir',
            fhirAuthorization: { ...authorization, [key]: undefined },
          },
          400,
        ]),
      ),
  },
  {
    id: 'CH-24',
    title: 'a token for another patient is refused',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        [
          'other patient',
          {
            fhirServer: context.fhir?.url ?? 'https://ehr.example/fhir',
            fhirAuthorization: { ...authorization, patient: 'somebody-else' },
          },
          400,
        ],
      ]),
  },
  insideOnly('CH-25', 'the token subject is our client id', 'depends on the registry of the service'),
  {
    id: 'CH-26',
    title: 'scopes of SMART 1 and 2 mean the same',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      if (fhir === undefined || service === undefined) return notApplicable('needs --fhir');
      const plans: string[] = [];
      for (const scope of ['patient/*.read', 'patient/*.rs']) {
        fhir.calls.length = 0;
        const answer = await invoke(context, service, {
          prefetch: {},
          fhirServer: fhir.url,
          fhirAuthorization: { ...authorization, scope },
        });
        if (answer.status !== 200) return fail(`${scope}: ${answer.status}`, answer);
        plans.push(
          fhir.calls
            .map(({ path }) => path.split('?')[0])
            .sort()
            .join(' '),
        );
      }
      return expectThat(plans[0] === plans[1], 'the two syntaxes lead to different reads');
    },
  },
  {
    id: 'CH-27',
    title: 'context is an object',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        ['absent', { context: undefined }, 400],
        ['array', { context: [] }, 400],
        ['string', { context: 'x' }, 400],
      ]),
  },
  {
    id: 'CH-28',
    title: 'patient-view takes the four user types and no other',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        ['Practitioner', view({}), 200],
        ['PractitionerRole', view({ userId: 'PractitionerRole/1' }), 200],
        ['Patient', view({ userId: `Patient/${PATIENT_ID}` }), 200],
        ['RelatedPerson', view({ userId: 'RelatedPerson/1' }), 200],
        ['Device', view({ userId: 'Device/1' }), 400],
        ['bare', view({ userId: 'abc' }), 400],
        ['missing patientId', view({ patientId: undefined }), 400],
      ]),
  },
  {
    id: 'CH-29',
    title: 'encounter-start needs user, patient and encounter',
    run: (context) =>
      expectStatuses(context, 'encounter-start', [
        ['no encounter', view({}), 400],
        ['Patient as user', view({ userId: `Patient/${PATIENT_ID}`, encounterId: 'e' }), 400],
      ]),
  },
  {
    id: 'CH-30',
    title: 'ids are bare FHIR ids',
    run: (context) =>
      expectStatuses(context, 'patient-view', [
        ['reference', view({ patientId: 'Patient/1' }), 400],
        ['65 characters', view({ patientId: 'x'.repeat(65) }), 400],
      ]),
  },
  {
    id: 'CH-31',
    title: 'encounter-start may fire again without doubling what it suggests',
    run: async (context) => {
      const service = byHook(context, 'encounter-start');
      if (service === undefined) return notApplicable('no service for encounter-start');
      const identifiers = new Set<string>();
      for (const status of ['planned', 'arrived', 'in-progress']) {
        const request = sampleRequest(service) as {
          prefetch: Record<string, { status?: string; resourceType?: string } | null>;
        };
        for (const value of Object.values(request.prefetch))
          if (value?.resourceType === 'Encounter') value.status = status;
        const answer = await context.client.send(`${context.base}/cds-services/${service.id}`, {
          body: request,
        });
        if (answer.status !== 200) return fail(`status ${status}: ${answer.status}`, answer);
        for (const match of answer.text.matchAll(/"identifier":\[\{[^\]]*\]/g)) identifiers.add(match[0]);
      }
      return expectThat(identifiers.size <= 1, 'each firing suggests a Task of its own');
    },
  },
  {
    id: 'CH-32',
    title: 'a patient or relative gets no clinician advice',
    run: async (context) => {
      const service = byHook(context, 'patient-view');
      if (service === undefined) return notApplicable('no service for patient-view');
      const answer = await invoke(context, service, view({ userId: `Patient/${PATIENT_ID}` }));
      return expectThat(
        answer.status === 200 && answer.text === '{"cards":[]}',
        'cards for a patient',
        answer,
      );
    },
  },
  {
    id: 'CH-33',
    title: 'an encounter of another patient gets no triage level',
    run: async (context) => {
      const service = byHook(context, 'encounter-start');
      if (service === undefined) return notApplicable('no service for encounter-start');
      const request = sampleRequest(service) as {
        prefetch: Record<string, { subject?: unknown; resourceType?: string } | null>;
      };
      for (const value of Object.values(request.prefetch))
        if (value?.resourceType === 'Encounter') value.subject = { reference: 'Patient/somebody-else' };
      const answer = await context.client.send(`${context.base}/cds-services/${service.id}`, {
        body: request,
      });
      return expectThat(
        answer.status === 412 || !/assessment/.test(answer.text),
        `answered ${answer.status} with a proposal`,
        answer,
      );
    },
  },
];
