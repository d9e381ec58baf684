import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchBackendToken } from '#cds-service/auth/backend-token.ts';

/** A token endpoint that keeps what was asked, and does what the test says. */
const asked: { headers: Record<string, unknown>; form: URLSearchParams }[] = [];
let answer: { status: number; body: unknown };
let server: Server;
let fhir: string;
let endpoint: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (request.url === '/fhir/.well-known/smart-configuration') {
      response.end(JSON.stringify({ token_endpoint: '../auth/token' }));
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    asked.push({ headers: request.headers, form: new URLSearchParams(Buffer.concat(parts).toString()) });
    response.writeHead(answer.status, { location: '/elsewhere' }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fhir = `${origin}/fhir`;
  endpoint = `${origin}/auth/token`;
});
afterAll(() => new Promise((done) => server.close(done)));

async function keyPair(alg: 'RS384' | 'ES384'): Promise<{ key: JWK; publicKey: JWK }> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const kid = `key-${alg}`;
  return {
    key: { ...(await exportJWK(pair.privateKey)), kid },
    publicKey: { ...(await exportJWK(pair.publicKey)), kid },
  };
}

const SCOPE = 'system/ClinicalImpression.r system/Provenance.rs';
const granted = { status: 200, body: { access_token: 't1', token_type: 'Bearer', expires_in: 300 } };

describe('reading without a hook and without a nurse', () => {
  it('SM-47 asks with client credentials and an assertion, for system scopes, and for nothing to renew', async () => {
    answer = granted;
    const { key } = await keyPair('ES384');
    expect(await fetchBackendToken(fhir, { clientId: 'prescreen-verify', key }, SCOPE)).toBe('t1');
    const { form, headers } = asked.at(-1)!;
    expect(headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(headers.authorization).toBeUndefined();
    expect([...form.keys()].toSorted()).toEqual([
      'client_assertion',
      'client_assertion_type',
      'grant_type',
      'scope',
    ]);
    expect(form.get('grant_type')).toBe('client_credentials');
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(form.get('scope')?.split(' ')).toSatisfy((all: string[]) =>
      all.every((one) => one.startsWith('system/')),
    );
  });

  it.each([
    'RS384',
    'ES384',
  ] as const)('SM-48 proves itself with %s: once, to this endpoint, for minutes', async (alg) => {
    answer = granted;
    const { key, publicKey } = await keyPair(alg);
    const ids = new Set<unknown>();
    for (let time = 0; time < 2; time += 1) {
      await fetchBackendToken(fhir, { clientId: 'prescreen-verify', key }, SCOPE);
      const { payload, protectedHeader } = await jwtVerify(
        asked.at(-1)!.form.get('client_assertion')!,
        createLocalJWKSet({ keys: [publicKey] }),
        { issuer: 'prescreen-verify', subject: 'prescreen-verify', audience: endpoint },
      );
      expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: `key-${alg}` });
      expect(payload.exp! - Date.now() / 1000).toBeGreaterThan(0);
      expect(payload.exp! - Date.now() / 1000).toBeLessThanOrEqual(300);
      ids.add(payload.jti);
    }
    expect(ids.size).toBe(2);
  });

  it.each([
    ['a refusal', { status: 400, body: { error: 'invalid_client', error_description: 'secret words' } }],
    ['an answer without a token', { status: 200, body: {} }],
    ['a redirect', { status: 307, body: {} }],
  ])('SM-47 takes %s for no token, and repeats none of its words', async (_what, given) => {
    answer = given;
    const { key } = await keyPair('ES384');
    const failed = await fetchBackendToken(fhir, { clientId: 'c', key }, SCOPE).catch((error) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed.message).not.toContain('secret');
  });
});
