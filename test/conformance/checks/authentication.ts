import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import {
  type Check,
  type CheckContext,
  expectThat,
  fail,
  insideOnly,
  notApplicable,
  PASS,
  type Verdict,
} from '../check.ts';
import type { Exchange, TokenChanges } from '../client.ts';
import { sampleRequest } from '../sample-requests.ts';

/** The key pair that the public sandbox ships in its repository: whoever has read it can sign with it. */
const PUBLIC_SANDBOX_KID = '44823f3d-0b01-4a6c-a80e-b9d3e8a7226f';

async function withToken(context: CheckContext, token: TokenChanges | string | 'none'): Promise<Exchange> {
  const service = context.services[0];
  if (service === undefined) throw new Error('no service discovered');
  return context.client.send(`${context.base}/cds-services/${service.id}`, {
    body: sampleRequest(service),
    token,
  });
}

/** Each token must be refused. */
async function refuses(
  context: CheckContext,
  tokens: Readonly<Record<string, TokenChanges | string>>,
): Promise<Verdict> {
  if (!context.signed) return notApplicable('this run sends no tokens');
  for (const [name, token] of Object.entries(tokens)) {
    const answer = await withToken(context, token);
    if (answer.status !== 401) return fail(`${name}: ${answer.status} instead of 401`, answer);
  }
  return PASS;
}

/** Each token must be taken. */
async function takes(
  context: CheckContext,
  tokens: Readonly<Record<string, TokenChanges>>,
): Promise<Verdict> {
  if (!context.signed) return notApplicable('this run sends no tokens');
  for (const [name, token] of Object.entries(tokens)) {
    const answer = await withToken(context, token);
    if (answer.status !== 200) return fail(`${name}: ${answer.status} instead of 200`, answer);
  }
  return PASS;
}

async function both(refused: Verdict, next: () => Promise<Verdict>): Promise<Verdict> {
  return refused.kind === 'pass' ? next() : refused;
}

const now = () => Math.floor(Date.now() / 1000);
const without = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

async function foreignKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES384', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES384' };
}

function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT', kid: 'x' })}.${part(claims)}.`;
}

/** A6: who may call. */
export const AUTHENTICATION: readonly Check[] = [
  {
    id: 'CH-58',
    title: 'every route wants a token',
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      const id = context.services[0]?.id;
      for (const path of ['/cds-services', `/cds-services/${id}`, `/cds-services/${id}/feedback`]) {
        const method = path === '/cds-services' ? 'GET' : 'POST';
        const answer = await context.client.send(`${context.base}${path}`, {
          method,
          token: 'none',
          ...(method === 'POST' ? { body: {} } : {}),
        });
        if (answer.status !== 401) return fail(`${path}: ${answer.status} without a token`, answer);
      }
      return PASS;
    },
  },
  {
    id: 'CH-59',
    title: 'the header needs alg, kid and typ',
    run: (context) =>
      refuses(context, {
        'no kid': { header: without('kid') },
        'no typ': { header: without('typ') },
        'other typ': { header: { typ: 'at+jwt' } },
      }),
  },
  {
    id: 'CH-60',
    title: 'iss, aud, exp, iat and jti are required, others ignored',
    run: async (context) =>
      both(
        await refuses(
          context,
          Object.fromEntries(
            ['iss', 'aud', 'exp', 'iat', 'jti'].map((claim) => [`no ${claim}`, { claims: without(claim) }]),
          ),
        ),
        () =>
          takes(context, {
            'extra claims': { claims: { nbf: now() - 300, sub: 'someone', foo: { bar: 1 } } },
          }),
      ),
  },
  {
    id: 'CH-61',
    title: 'aud is exactly the URL called, as a string or in an array',
    run: async (context) => {
      const id = context.services[0]?.id;
      return both(
        await refuses(context, {
          'other id': { claims: { aud: `${context.base}/cds-services/other` } },
          'discovery URL': { claims: { aud: `${context.base}/cds-services` } },
          'base only': { claims: { aud: context.base } },
        }),
        () =>
          takes(context, {
            array: { claims: { aud: ['https://elsewhere.example', `${context.base}/cds-services/${id}`] } },
          }),
      );
    },
  },
  {
    id: 'CH-62',
    title: 'alg none and symmetric algorithms are refused',
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      const good = await context.client.token(`${context.base}/cds-services/${context.services[0]?.id}`);
      const [, payload] = good.split('.');
      const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as object;
      return refuses(context, {
        none: unsigned({ ...claims, jti: randomUUID() }),
        HS256: {
          header: { alg: 'HS256' },
          jwk: {
            kty: 'oct',
            k: Buffer.from('public-key-as-secret').toString('base64url'),
            kid: 'x',
            alg: 'HS256',
          },
        },
      });
    },
  },
  {
    id: 'CH-63',
    title: 'a jku that is not registered is never fetched',
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      let fetched = 0;
      const server = createServer((_, response) => {
        fetched += 1;
        response.end('{"keys":[]}');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const jku = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
      const answer = await withToken(context, { header: { jku }, jwk: await foreignKey('attacker') });
      await new Promise((resolve) => server.close(resolve));
      return expectThat(
        answer.status === 401 && fetched === 0,
        `${answer.status}, fetched ${fetched} times`,
        answer,
      );
    },
  },
  insideOnly(
    'CH-64',
    'without jku, keys known out of band are used',
    'depends on the registry of the service',
  ),
  {
    id: 'CH-65',
    title: 'an unknown kid is refused, whatever it looks like',
    run: async (context) =>
      refuses(context, {
        'unknown kid': { jwk: await foreignKey('unknown') },
        'kid like a path': { jwk: await foreignKey('../../etc/passwd') },
        'kid like SQL': { jwk: await foreignKey("' OR 1=1 --") },
      }),
  },
  insideOnly(
    'CH-66',
    'the order of the checks',
    'an answer of 401 tells nothing, by design: a test of the service itself',
  ),
  {
    id: 'CH-67',
    title: 'a token is good once, and a bad signature burns nothing',
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      const url = `${context.base}/cds-services/${context.services[0]?.id}`;
      const jti = randomUUID();
      const forged = await withToken(context, { claims: { jti }, jwk: await foreignKey('unknown') });
      if (forged.status !== 401) return fail('a forged token was taken', forged);
      const token = await context.client.token(url, { claims: { jti } });
      const first = await withToken(context, token);
      if (first.status !== 200) return fail('a forged token burnt the jti', first);
      const second = await withToken(context, token);
      return expectThat(second.status === 401, 'a replayed token was taken', second);
    },
  },
  {
    id: 'CH-68',
    title: 'exp, iat and the lifetime are checked',
    run: (context) =>
      refuses(context, {
        expired: { claims: { iat: now() - 600, exp: now() - 120 } },
        'issued in the future': { claims: { iat: now() + 600, exp: now() + 900 } },
        'two hours': { claims: { exp: now() + 7200 } },
      }),
  },
  {
    id: 'CH-69',
    title: 'an unknown tenant is refused where tenants are registered',
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      const answer = await withToken(context, { claims: { tenant: 'nobody' } });
      return answer.status === 200
        ? notApplicable('this client has no tenant registered')
        : expectThat(answer.status === 401, `${answer.status}`, answer);
    },
  },
  {
    id: 'CH-70',
    title: 'a 401 gives no reason',
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      const answers = [
        await withToken(context, 'none'),
        await withToken(context, 'not.a.token'),
        await withToken(context, { claims: { exp: now() - 500, iat: now() - 900 } }),
        await withToken(context, { jwk: await foreignKey('unknown') }),
      ];
      const told = answers.find(
        (answer) =>
          answer.text !== answers[0]?.text || (answer.headers['www-authenticate'] ?? 'Bearer') !== 'Bearer',
      );
      return told === undefined ? PASS : fail('the answers to different failures differ', told);
    },
  },
  insideOnly(
    'CH-71',
    'tokens are not stored or logged',
    'seen only from inside: a canary test of the service itself',
  ),
  {
    id: 'CH-72',
    title: 'authentication comes before the body is judged',
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      const url = `${context.base}/cds-services/${context.services[0]?.id}`;
      const answer = await context.client.send(url, { rawBody: '{"hook":', token: 'none' });
      return expectThat(answer.status === 401, `${answer.status} instead of 401`, answer);
    },
  },
  {
    id: 'CH-73',
    title: 'the public sandbox key is refused',
    run: async (context) =>
      refuses(context, { 'sandbox kid': { jwk: await foreignKey(PUBLIC_SANDBOX_KID) } }),
  },
];
