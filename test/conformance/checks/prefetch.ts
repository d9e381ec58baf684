import {
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
import { bundle, prefetchFor } from '../sample-requests.ts';
import { byHook, invoke } from './invocation.ts';
import { misfit, operationOutcome } from './shapes.ts';

const TOKENS =
  /^(?:context\.(?:userId|patientId|encounterId)|userPractitionerId|userPractitionerRoleId|userPatientId|userRelatedPersonId)$/;

/** The query subset of CH-37: instance reads, or type-level searches without chaining and odd modifiers. */
const TEMPLATE = /^[A-Z][A-Za-z]+(?:\/\{\{[^}]+\}\}|\?[^?]+)$/;
const PARAMETER = /^(?:[a-z-]+(?::in)?|_[a-zA-Z]+|patient|subject|encounter)=/;

const OUTCOME = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };

const authorization = {
  access_token: GOOD_TOKEN,
  token_type: 'Bearer',
  expires_in: 300,
  scope: 'patient/*.rs',
  subject: 'conformance',
};

function templates({
  services,
}: CheckContext): readonly (readonly [service: DiscoveredService, key: string, template: string])[] {
  return services.flatMap((service) =>
    Object.entries(service.prefetch ?? {}).map(([key, template]) => [service, key, template] as const),
  );
}

function keyOf(service: DiscoveredService, type: string): string | undefined {
  return Object.entries(service.prefetch ?? {}).find(([, template]) => template.startsWith(type))?.[0];
}

/** Replaces the value of the key that asks for `type` and calls patient-view. `undefined` removes the key. */
async function withValue(context: CheckContext, type: string, value: unknown): Promise<Exchange | undefined> {
  const service = byHook(context, 'patient-view');
  const key = service && keyOf(service, type);
  if (service === undefined || key === undefined) return undefined;
  const { [key]: _, ...rest } = prefetchFor(service);
  return invoke(context, service, { prefetch: value === undefined ? rest : { ...rest, [key]: value } });
}

/** An answer that a nurse would read as "there is none" must not follow from data that could not be had. */
async function neverReadAsEmpty(context: CheckContext, value: unknown): Promise<Verdict> {
  const answer = await withValue(context, 'AllergyIntolerance', value);
  if (answer === undefined) return notApplicable('the service asks for no allergies');
  if (answer.status === 412) return PASS;
  if (answer.status !== 200) return fail(`${answer.status} instead of 200 or 412`, answer);
  return expectThat(
    !/no known allerg/i.test(answer.text) && /allerg/i.test(answer.text),
    'the answer does not say that allergies are missing',
    answer,
  );
}

const cards = (answer: Exchange) =>
  JSON.stringify((answer.json as { cards?: { summary: string }[] })?.cards?.map(({ summary }) => summary));

/** A4: what the client sends along. */
export const PREFETCH: readonly Check[] = [
  {
    id: 'CH-34',
    title: 'any subset of the prefetch keys is taken',
    run: async (context) => {
      const service = byHook(context, 'patient-view');
      if (service === undefined) return notApplicable('no service for patient-view');
      const full = prefetchFor(service);
      for (const key of Object.keys(full)) {
        const { [key]: _, ...rest } = full;
        const answer = await invoke(context, service, { prefetch: rest });
        if (![200, 412].includes(answer.status)) return fail(`without ${key}: ${answer.status}`, answer);
      }
      return PASS;
    },
  },
  {
    id: 'CH-35',
    title: 'templates use the standard tokens only',
    run: async (context) => {
      const wrong = templates(context).find(([, , template]) =>
        [...template.matchAll(/\{\{([^}]*)\}\}/g)].some(([, token]) => !TOKENS.test(token ?? '')),
      );
      return wrong === undefined ? PASS : fail(`${wrong[1]}: ${wrong[2]}`);
    },
  },
  {
    id: 'CH-36',
    title: 'patient-view asks for nothing that needs an encounter',
    run: async (context) => {
      const wrong = templates(context).find(
        ([service, , template]) => service.hook === 'patient-view' && template.includes('encounterId'),
      );
      return wrong === undefined ? PASS : fail(`${wrong[1]}: ${wrong[2]}`);
    },
  },
  {
    id: 'CH-37',
    title: 'templates stay inside the query subset',
    run: async (context) => {
      const wrong = templates(context).find(([, , template]) => {
        const query = template.split('?')[1];
        return (
          !TEMPLATE.test(template) ||
          (query ?? '').split('&').some((part) => part !== '' && !PARAMETER.test(part)) ||
          /_has|[:.](?:not|exact|contains|missing)/.test(query ?? '')
        );
      });
      return wrong === undefined ? PASS : fail(`${wrong[1]}: ${wrong[2]}`);
    },
  },
  {
    id: 'CH-38',
    title: 'no relative dates in templates',
    run: async (context) => {
      const wrong = templates(context).find(([, , template]) => template.includes('today('));
      return wrong === undefined ? PASS : fail(`${wrong[1]}: ${wrong[2]}`);
    },
  },
  {
    id: 'CH-39',
    title: 'null and an empty Bundle mean the same',
    run: async (context) => {
      const withNull = await withValue(context, 'Condition', null);
      const withEmpty = await withValue(context, 'Condition', bundle([]));
      if (withNull === undefined || withEmpty === undefined)
        return notApplicable('the service asks for no conditions');
      return expectThat(
        withNull.status === 200 && cards(withNull) === cards(withEmpty),
        'the two answers differ',
        withEmpty,
      );
    },
  },
  {
    id: 'CH-40',
    title: 'an absent key is fetched',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      const key = service && keyOf(service, 'Condition');
      if (fhir === undefined || service === undefined || key === undefined)
        return notApplicable('needs --fhir and a Condition key');
      const { [key]: _, ...rest } = prefetchFor(service);
      fhir.calls.length = 0;
      await invoke(context, service, {
        prefetch: rest,
        fhirServer: fhir.url,
        fhirAuthorization: authorization,
      });
      const reads = fhir.calls.filter(({ path }) => path.startsWith('/Condition'));
      return expectThat(reads.length === 1, `${reads.length} reads of Condition instead of one`);
    },
  },
  {
    id: 'CH-41',
    title: 'required data that cannot be had is 412',
    run: async (context) => {
      const answer = await withValue(context, 'Patient', undefined);
      if (answer === undefined) return notApplicable('the service asks for no Patient');
      return expectThat(answer.status === 412, `${answer.status} instead of 412`, answer);
    },
  },
  {
    id: 'CH-42',
    title: 'the 412 names the missing key in an OperationOutcome',
    run: async (context) => {
      const service = byHook(context, 'patient-view');
      const key = service && keyOf(service, 'Patient');
      const answer = await withValue(context, 'Patient', undefined);
      if (answer === undefined || key === undefined) return notApplicable('the service asks for no Patient');
      const problem = misfit(operationOutcome, answer.json);
      return expectThat(
        problem === undefined && answer.text.includes(key),
        problem ?? `the key ${key} is not named`,
        answer,
      );
    },
  },
  {
    id: 'CH-43',
    title: 'an OperationOutcome is unavailable, not empty',
    run: async (context) => {
      const direct = await neverReadAsEmpty(context, OUTCOME);
      if (direct.kind !== 'pass') return direct;
      return neverReadAsEmpty(context, {
        resourceType: 'Bundle',
        type: 'searchset',
        entry: [{ resource: OUTCOME, search: { mode: 'outcome' } }],
      });
    },
  },
  {
    id: 'CH-44',
    title: 'an HTML page, a wrong type or a foreign resource is unavailable',
    run: async (context) => {
      const foreign = bundle([
        {
          resourceType: 'AllergyIntolerance',
          id: 'x',
          patient: { reference: 'Patient/somebody-else' },
        } as never,
      ]);
      for (const value of [
        '<html><body>502</body></html>',
        { resourceType: 'Patient', id: 'x' },
        17,
        foreign,
      ]) {
        const verdict = await neverReadAsEmpty(context, value);
        if (verdict.kind !== 'pass') return verdict;
      }
      return PASS;
    },
  },
  {
    id: 'CH-45',
    title: 'a next page that cannot be read makes the data incomplete',
    run: async (context) => {
      const answer = await withValue(context, 'Condition', {
        ...bundle([]),
        link: [{ relation: 'next', url: 'https://ehr.example/fhir/Condition?page=2' }],
      });
      if (answer === undefined) return notApplicable('the service asks for no conditions');
      return expectThat(
        answer.status === 412 || /incomplete|not all|could not be read|more pages/i.test(answer.text),
        'nothing says that pages are missing',
        answer,
      );
    },
  },
  insideOnly(
    'CH-46',
    'page-following has caps',
    'needs a FHIR server with ten thousand pages: a test of the service itself',
  ),
  {
    id: 'CH-47',
    title: 'other types in a Bundle are not counted',
    run: async (context) => {
      const plain = await withValue(context, 'Condition', bundle([]));
      const mixed = await withValue(
        context,
        'Condition',
        bundle([{ resourceType: 'Practitioner', id: 'p' } as never]),
      );
      if (plain === undefined || mixed === undefined)
        return notApplicable('the service asks for no conditions');
      return expectThat(
        mixed.status === 200 && cards(plain) === cards(mixed),
        'an included Practitioner changed the answer',
        mixed,
      );
    },
  },
  {
    id: 'CH-48',
    title: 'prefetch, FHIR server and a mix of both give equal cards',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      if (fhir === undefined || service === undefined) return notApplicable('needs --fhir');
      const access = { fhirServer: fhir.url, fhirAuthorization: authorization };
      const full = prefetchFor(service);
      const half = Object.fromEntries(Object.entries(full).filter((_, index) => index % 2 === 0));
      const answers = [
        await invoke(context, service, { prefetch: full }),
        await invoke(context, service, { prefetch: half, ...access }),
        await invoke(context, service, { prefetch: undefined, ...access }),
      ];
      const different = answers.find((answer) => cards(answer) !== cards(answers[0] as Exchange));
      return different === undefined
        ? PASS
        : fail('the ways to get the data lead to different cards', different);
    },
  },
  {
    id: 'CH-49',
    title: 'an unsupported MedicationStatement is not "no medicines"',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      const key = service && keyOf(service, 'MedicationStatement');
      if (fhir === undefined || service === undefined || key === undefined)
        return notApplicable('needs --fhir and a MedicationStatement key');
      const { [key]: _, ...rest } = prefetchFor(service);
      fhir.trouble.set('MedicationStatement', 404);
      const answer = await invoke(context, service, {
        prefetch: rest,
        fhirServer: fhir.url,
        fhirAuthorization: authorization,
      });
      fhir.trouble.clear();
      return expectThat(
        answer.status === 200 && !/no medicines/i.test(answer.text),
        'read as no medicines',
        answer,
      );
    },
  },
  {
    id: 'CH-50',
    title: 'a key means the same under both hooks',
    run: async ({ services }) => {
      const seen = new Map<string, string>();
      for (const service of services) {
        for (const [key, template] of Object.entries(service.prefetch ?? {})) {
          const name = `${service.id} ${key}`;
          const before = seen.get(name);
          if (before !== undefined && before !== template) return fail(`${key}: ${before} and ${template}`);
          seen.set(name, template);
        }
      }
      return PASS;
    },
  },
];

/** A5: what the service does with the token that it was given. */
export const FHIR_ACCESS: readonly Check[] = [
  {
    id: 'CH-51',
    title: 'each FHIR call carries the token',
    run: (context) =>
      fhirCalls(context, 'patient/*.rs', ({ headers }) => headers.authorization === `Bearer ${GOOD_TOKEN}`),
  },
  insideOnly(
    'CH-52',
    'the token is nowhere but in memory',
    'seen only from inside: a canary test of the service itself',
  ),
  {
    id: 'CH-53',
    title: 'an expired token is not used',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      if (fhir === undefined || service === undefined) return notApplicable('needs --fhir');
      fhir.calls.length = 0;
      const { patient, ...rest } = prefetchFor(service) as { patient?: unknown };
      const answer = await invoke(context, service, {
        prefetch: { patient, ...Object.fromEntries(Object.entries(rest).slice(1)) },
        fhirServer: fhir.url,
        fhirAuthorization: { ...authorization, expires_in: 0 },
      });
      return expectThat(
        fhir.calls.length === 0 && answer.status < 500,
        'a call was made with an expired token',
        answer,
      );
    },
  },
  {
    id: 'CH-54',
    title: 'one forbidden type does not stop the others',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      if (fhir === undefined || service === undefined) return notApplicable('needs --fhir');
      fhir.trouble.set('AllergyIntolerance', 403);
      const answer = await invoke(context, service, {
        prefetch: {},
        fhirServer: fhir.url,
        fhirAuthorization: authorization,
      });
      fhir.trouble.clear();
      return expectThat(
        answer.status === 200 && /allerg/i.test(answer.text),
        'the forbidden type is not named, or all failed',
        answer,
      );
    },
  },
  {
    id: 'CH-55',
    title: 'the token goes to no other host',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      if (fhir === undefined || service === undefined) return notApplicable('needs --fhir');
      fhir.trouble.set('Condition', 'next-elsewhere');
      const answer = await invoke(context, service, {
        prefetch: {},
        fhirServer: fhir.url,
        fhirAuthorization: authorization,
      });
      fhir.trouble.clear();
      return expectThat(
        answer.status === 200 && /incomplete|not all|could not be read|more pages/i.test(answer.text),
        'a next link to another host was followed, or its loss not said',
        answer,
      );
    },
  },
  {
    id: 'CH-56',
    title: 'one hanging type does not hang the answer',
    run: async (context) => {
      const { fhir } = context;
      const service = byHook(context, 'patient-view');
      if (fhir === undefined || service === undefined) return notApplicable('needs --fhir');
      fhir.trouble.set('Condition', 'hang');
      const begin = Date.now();
      const answer = await invoke(context, service, {
        prefetch: {},
        fhirServer: fhir.url,
        fhirAuthorization: authorization,
      });
      fhir.trouble.clear();
      return expectThat(
        answer.status === 200 && Date.now() - begin < 10_000,
        'the answer waited for a hanging read',
        answer,
      );
    },
  },
  {
    id: 'CH-57',
    title: 'asks for FHIR JSON and takes both content types',
    run: async (context) => {
      const { fhir } = context;
      if (fhir === undefined) return notApplicable('needs --fhir');
      const asked = await fhirCalls(context, 'patient/*.rs', ({ headers }) =>
        (headers.accept ?? '').includes('application/fhir+json'),
      );
      if (asked.kind !== 'pass') return asked;
      fhir.contentType = 'application/json';
      const plain = await fhirCalls(context, 'patient/*.rs', () => true);
      fhir.contentType = 'application/fhir+json';
      return plain;
    },
  },
];

async function fhirCalls(
  context: CheckContext,
  scope: string,
  isRight: (call: {
    readonly headers: Readonly<Record<string, unknown>> & {
      readonly authorization?: string;
      readonly accept?: string;
    };
  }) => boolean,
): Promise<Verdict> {
  const { fhir } = context;
  const service = byHook(context, 'patient-view');
  if (fhir === undefined || service === undefined) return notApplicable('needs --fhir');
  fhir.calls.length = 0;
  const answer = await invoke(context, service, {
    prefetch: {},
    fhirServer: fhir.url,
    fhirAuthorization: { ...authorization, scope },
  });
  if (answer.status !== 200 || fhir.calls.length === 0) return fail('no FHIR call was made', answer);
  return expectThat(fhir.calls.every(isRight), 'a call was not as it must be', answer);
}
