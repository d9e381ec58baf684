import { allOf, type Check, expectThat, fail, insideOnly, notApplicable, PASS } from '../check.ts';
import { sampleRequest } from '../sample-requests.ts';

const PREFLIGHT = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization, content-type',
};

/** A7: transport and browsers. */
export const TRANSPORT: readonly Check[] = [
  {
    id: 'CH-74',
    title: 'production runs over TLS',
    run: async ({ base }) =>
      base.startsWith('https:')
        ? PASS
        : notApplicable('this run is on loopback; the service refuses to start in production without TLS'),
  },
  {
    id: 'CH-75',
    title: 'a foreign origin gets no CORS permission',
    run: async ({ base, client, services }) => {
      const url = `${base}/cds-services/${services[0]?.id}`;
      const answer = await client.send(url, {
        method: 'OPTIONS',
        token: 'none',
        headers: { origin: 'https://attacker.example', ...PREFLIGHT },
      });
      return expectThat(
        answer.headers['access-control-allow-origin'] === undefined,
        'a foreign origin is allowed',
        answer,
      );
    },
  },
  {
    id: 'CH-76',
    title: 'never any origin together with credentials',
    run: async ({ client }) => {
      const wrong = client.exchanges.find(
        ({ headers }) =>
          headers['access-control-allow-origin'] === '*' &&
          headers['access-control-allow-credentials'] === 'true',
      );
      return wrong === undefined ? PASS : fail('any origin with credentials', wrong);
    },
  },
  insideOnly(
    'CH-77',
    'CORS headers on errors too',
    'needs a registered origin: a test of the service itself',
  ),
  {
    id: 'CH-78',
    title: 'answers about patients are not cached',
    run: async ({ base, client, services }) => {
      const service = services[0];
      if (service === undefined) return notApplicable('no service');
      const answer = await client.send(`${base}/cds-services/${service.id}`, {
        body: sampleRequest(service),
      });
      return allOf(() =>
        expectThat(
          /no-store/.test(answer.headers['cache-control'] ?? ''),
          'no Cache-Control: no-store',
          answer,
        ),
      );
    },
  },
];
