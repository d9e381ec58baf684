import { allOf, type Check, expectThat, fail, notApplicable, PASS } from '../check.ts';
import { sampleRequest } from '../sample-requests.ts';
import { discoveredService, misfit } from './shapes.ts';

const SECRETS = /(?:\/home\/|\/usr\/|[A-Z]:\\|-----BEGIN|\.onnx|password|secret|api[_-]?key)/i;

/** A1: what a service says of itself. */
export const DISCOVERY: readonly Check[] = [
  {
    id: 'CH-01',
    title: 'discovery answers 200 with an array of services',
    run: async ({ base, client }) => {
      const answer = await client.send(`${base}/cds-services`);
      const services = (answer.json as { services?: unknown } | undefined)?.services;
      return expectThat(
        answer.status === 200 && Array.isArray(services),
        'no 200 with a services array',
        answer,
      );
    },
  },
  {
    id: 'CH-02',
    title: 'an empty list is an empty array, not an error',
    run: async () => notApplicable('needs the service started without hooks'),
  },
  {
    id: 'CH-03',
    title: 'each entry has hook, id, description and only known keys',
    run: async ({ services }) => {
      const problem = services.map((service) => misfit(discoveredService, service)).find(Boolean);
      return problem === undefined ? PASS : fail(problem);
    },
  },
  {
    id: 'CH-04',
    title: 'each id is the last segment of its endpoint',
    run: async ({ base, client, services }) => {
      for (const service of services) {
        const answer = await client.send(`${base}/cds-services/${service.id}`, {
          body: sampleRequest(service),
        });
        if (answer.status === 404) return fail(`no endpoint for ${service.id}`, answer);
      }
      return PASS;
    },
  },
  {
    id: 'CH-05',
    title: 'one entry per hook',
    run: async ({ services }) => {
      const pairs = services.map(({ hook, id }) => `${hook} ${id}`);
      return expectThat(new Set(pairs).size === pairs.length, 'a hook is listed twice for one id');
    },
  },
  {
    id: 'CH-06',
    title: 'with a shared id, patient-view comes last',
    run: async ({ services }) => {
      const ids = new Set(services.map(({ id }) => id));
      if (ids.size === services.length) return notApplicable('no id is shared between hooks');
      return expectThat(services.at(-1)?.hook === 'patient-view', 'patient-view is not last');
    },
  },
  {
    id: 'CH-07',
    title: 'usageRequirements say what is needed, with the scopes',
    run: async ({ services }) =>
      expectThat(
        services.every(({ usageRequirements }) => /Observation/.test(usageRequirements ?? '')),
        'usageRequirements are missing or name no scope',
      ),
  },
  {
    id: 'CH-08',
    title: 'version and hookVersion, where sent, are versions',
    run: async ({ services }) =>
      expectThat(
        services.every(
          ({ version, hookVersion }) =>
            (version === undefined || /^\d+\.\d+\.\d+/.test(String(version))) &&
            (hookVersion === undefined || hookVersion === '1.0'),
        ),
        'version is no semantic version, or hookVersion is not 1.0',
      ),
  },
  {
    id: 'CH-09',
    title: 'discovery is authenticated when the service is',
    run: async ({ base, client, signed }) => {
      if (!signed) return notApplicable('this run sends no tokens');
      const answer = await client.send(`${base}/cds-services`, { token: 'none' });
      return expectThat(answer.status === 401, 'discovery answered without a token', answer);
    },
  },
  {
    id: 'CH-10',
    title: 'discovery reveals no secret and no path',
    run: async ({ base, client }) => {
      const answer = await client.send(`${base}/cds-services`);
      return expectThat(
        !SECRETS.test(answer.text),
        'the body holds what looks like a secret or a path',
        answer,
      );
    },
  },
  {
    id: 'CH-11',
    title: 'a wrong method is 405 with Allow',
    run: async ({ base, client }) => {
      const answer = await client.send(`${base}/cds-services`, { method: 'POST', body: {} });
      return allOf(
        () => expectThat(answer.status === 405, 'POST on discovery is not 405', answer),
        () => expectThat(/GET/.test(answer.headers.allow ?? ''), 'no Allow header', answer),
      );
    },
  },
];
