import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, OperationOutcome, Provenance, Resource } from 'fhir/r4';
import { verifyResource } from '#cds-service/signing/verify-resource.ts';
import { builtGuide } from '#ig/build/built-guide.ts';
import { validateAll } from '#ig/validate/validate-all.ts';
import { wrongOnes } from '../support/guide/mutations.ts';
import { ourValidator } from '../support/guide/our-validator.ts';
import { samples } from '../support/guide/samples.ts';

const INPUT = new URL('../../ig/input/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, INPUT), 'utf8'));

/** One claim about a real server. */
export interface Check {
  readonly claim: string;
  readonly run: (server: Server) => Promise<void>;
}

/** What the checks ask of the server. */
export interface Server {
  readonly url: string;
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly etag: string | null; readonly body: unknown }>;
}

/** A transaction of the examples, with stand-ins for the chart that it refers to. */
function transactionOf(name: string): Bundle {
  return read(`examples/Bundle-${name}.json`);
}

/** Empty resources for every reference into the chart: HAPI refuses a reference to nothing. */
async function putChart(server: Server, bundle: Bundle): Promise<void> {
  const references = [...JSON.stringify(bundle).matchAll(/"reference":"([A-Z]\w+)\/([\w.-]+)"/g)];
  const patient = references.find(([, type]) => type === 'Patient')?.[2];
  const order = (type: string) => (['Patient', 'Practitioner'].includes(type) ? 0 : 1);
  const unique = new Map(references.map(([, type = '', id = '']) => [`${type}/${id}`, { type, id }]));
  for (const { type, id } of [...unique.values()].sort((a, b) => order(a.type) - order(b.type))) {
    const subject = { reference: `Patient/${patient}` };
    const answer = await server.call('PUT', `${type}/${id}`, {
      resourceType: type,
      id,
      ...standIn(type, subject),
    });
    assert.ok(
      answer.status < 300,
      `PUT ${type}/${id}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`,
    );
  }
}

function standIn(type: string, subject: object): object {
  switch (type) {
    case 'Encounter':
      return { status: 'arrived', class: { code: 'AMB' }, subject };
    case 'Observation':
      return { status: 'final', code: { text: 'x' }, subject };
    case 'QuestionnaireResponse':
      return { status: 'completed', subject };
    case 'Condition':
      return { subject };
    case 'AllergyIntolerance':
      return { patient: subject };
    case 'MedicationRequest':
      return { status: 'active', intent: 'order', medicationCodeableConcept: { text: 'x' }, subject };
    case 'MedicationStatement':
      return { status: 'active', medicationCodeableConcept: { text: 'x' }, subject };
    default:
      return { active: true };
  }
}

/** Where each entry of a transaction stands, in order. */
function locations(answer: unknown): string[] {
  return ((answer as Bundle).entry ?? []).map(({ response }) =>
    (response?.location ?? '').replace(/^.*\/fhir\//, '').replace(/\/_history.*$/, ''),
  );
}

async function get<T extends Resource>(server: Server, reference: string): Promise<T> {
  return (await server.call('GET', reference)).body as T;
}

const PATHS = [
  'agreed-with-escalation',
  'all-follow-ups',
  'note-in-place-of-impression',
  'below-floor',
  'without-encounter',
  'answers-from-form',
];

/** What we rely on, on every path of a write-back. */
export const CHECKS: readonly Check[] = [
  ...PATHS.map(
    (name): Check => ({
      claim: `${name}: is written in one transaction; references are rewritten; the signature still holds`,
      run: async (server) => {
        const bundle = transactionOf(name);
        await putChart(server, bundle);
        const answer = await server.call('POST', '', bundle);
        assert.equal(answer.status, 200, JSON.stringify(answer.body).slice(0, 600));
        const references = locations(answer.body);
        const provenance = await get<Provenance>(server, references.at(-1) ?? '');
        assert.equal(provenance.target[0]?.reference, references[0]);
        const conclusion = await get(server, references[0] ?? '');
        const found = await verifyResource(conclusion, provenance, {
          jwks: read('interfaces/example-jwks.json'),
        });
        assert.equal(found.reason, 'valid');
      },
    }),
  ),
  {
    claim: 'a second write of the same transaction finds the first: same references, no new versions',
    run: async (server) => {
      const bundle = transactionOf(PATHS[0] ?? '');
      const first = locations((await server.call('POST', '', bundle)).body);
      const second = locations((await server.call('POST', '', bundle)).body);
      assert.deepEqual(second, first);
      const found = (await get<Bundle>(server, `Task?identifier=${identifierIn(bundle, 1)}`)).entry;
      assert.equal(found?.length, 1);
    },
  },
  {
    claim: 'a transaction with one wrong entry leaves nothing behind',
    run: async (server) => {
      const text = JSON.stringify(transactionOf('all-follow-ups')).replaceAll('7e57ab1e', '7e57ab1f');
      const bundle = JSON.parse(text) as Bundle;
      const [first] = bundle.entry ?? [];
      const wrong = {
        ...bundle,
        entry: [
          ...(bundle.entry ?? []),
          {
            ...first,
            resource: { resourceType: 'Task', status: 'none' },
            fullUrl: 'urn:uuid:7e57ab1f-0000-4000-8000-0000000000ff',
            request: { method: 'POST', url: 'Task' },
          },
        ],
      };
      const answer = await server.call('POST', '', wrong);
      assert.ok(answer.status >= 400, String(answer.status));
      const left = await get<Bundle>(server, `ClinicalImpression?identifier=${identifierIn(bundle, 0)}`);
      assert.equal(left.entry?.length ?? 0, 0);
    },
  },
  {
    claim: 'an update with a stale version is refused with 409 or 412',
    run: async (server) => {
      const task = (
        await get<Bundle>(server, `Task?identifier=${identifierIn(transactionOf(PATHS[0] ?? ''), 1)}`)
      ).entry?.[0]?.resource;
      assert.ok(task?.id);
      const current = await server.call('GET', `Task/${task.id}`);
      const body = { ...(current.body as object), status: 'accepted' };
      const match = { 'if-match': current.etag ?? '' };
      assert.equal((await server.call('PUT', `Task/${task.id}`, body, match)).status, 200);
      const stale = await server.call('PUT', `Task/${task.id}`, { ...body, status: 'completed' }, match);
      assert.ok([409, 412].includes(stale.status), String(stale.status));
    },
  },
  {
    claim:
      'everything that was written is found by search, page by page, and obeys our profiles when read back',
    run: async (server) => {
      const results = await validateAll({ targets: [server.url] }, await ourValidator(), () => undefined);
      assert.deepEqual(
        results.filter(({ valid }) => !valid).map(({ name, findings }) => [name, findings]),
        [],
      );
      const expected = PATHS.flatMap((name) => transactionOf(name).entry ?? []).length;
      assert.equal(results.length, expected);
    },
  },
  {
    claim: 'with our package loaded, its own validation accepts what we write and rejects what we reject',
    run: async (server) => {
      await putPackage(server);
      const [good] = samples().filter(({ profile }) => profile === 'triage-clinical-impression');
      const bad = wrongOnes().filter(({ how }) =>
        ['no priority', 'draft status', 'finding without verdict'].includes(how),
      );
      for (const [resource, isFine] of [
        [good?.resource, true],
        ...bad.map((one) => [one.resource, false]),
      ] as const) {
        const profile = 'https://prescreen.org/fhir/StructureDefinition/triage-clinical-impression';
        const { body } = await server.call(
          'POST',
          `ClinicalImpression/$validate?profile=${profile}`,
          resource,
        );
        const errors = (body as OperationOutcome).issue.filter(({ severity }) =>
          ['error', 'fatal'].includes(severity),
        );
        // HAPI asks its own copy of R4's terminology first, and AIAST is younger.
        const said = errors.flatMap(({ diagnostics = '' }) =>
          diagnostics.endsWith("#AIAST'") ? [] : diagnostics,
        );
        assert.equal(said.length === 0, isFine, said.join('; '));
      }
    },
  },
];

/** The definitions of the package. */
async function putPackage(server: Server): Promise<void> {
  const { resources } = await builtGuide();
  const names = readdirSync(resources).filter((each) =>
    /^(?:CodeSystem|ValueSet|StructureDefinition)-/.test(each),
  );
  // Code systems before value sets before profiles.
  const order = (name: string) => ['C', 'V', 'S'].indexOf(name.charAt(0));
  for (const name of names.sort((a, b) => order(a) - order(b))) {
    // Logical models are no resources to validate, and the lexicon is too long to index for one claim.
    if (/triage-assessment|triage-feedback|triage-concept/.test(name)) continue;
    const definition = JSON.parse(readFileSync(join(resources, name), 'utf8'));
    const { status } = await server.call('PUT', `${definition.resourceType}/${definition.id}`, definition);
    assert.ok(status < 300, `PUT ${name}: ${status}`);
  }
}

function identifierIn(bundle: Bundle, index: number): string {
  const { identifier } = bundle.entry?.[index]?.resource as unknown as {
    identifier: { system: string; value: string }[];
  };
  return encodeURIComponent(`${identifier[0]?.system}|${identifier[0]?.value}`);
}
