import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { createTestClient, type TestClient } from './cds-client.ts';

/** A real HTTP server with just enough of an EHR for one test file: keys, discovery, and resources by reference. */
export interface SmallEhr {
  readonly url: string;
  /** FHIR base. */
  readonly iss: string;
  readonly clientId: string;
  /** Signs CDS JWTs; its keys are at `jku`. */
  readonly cds: TestClient;
  readonly jku: string;
  /** The only access token that reads anything. */
  readonly accessToken: string;
  /** Resources by `Type/id`, and searches by `Type`; a function answers by itself. */
  readonly resources: Map<string, unknown>;
  /** Every request that arrived, as `METHOD /path`, with its `Authorization`. */
  readonly requests: { readonly line: string; readonly authorization: string | undefined }[];
  idToken(changes?: IdTokenChanges): Promise<string>;
  /** The client's entry in a registry file. */
  registration(name?: string): Record<string, unknown>;
  /** Answers every FHIR read from now on: a status, or `hang` for no answer at all. */
  trouble: number | 'hang' | undefined;
  close(): Promise<void>;
}

export interface IdTokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey;
}

export async function startSmallEhr(): Promise<SmallEhr> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const idKey: JWK = { ...(await exportJWK(publicKey)), kid: 'id-key', alg: 'RS256', use: 'sig' };
  const resources = new Map<string, unknown>([
    ['Patient/p1', { resourceType: 'Patient', id: 'p1', birthDate: '1980-01-01', gender: 'female' }],
    ['Patient/p2', { resourceType: 'Patient', id: 'p2' }],
    [
      'Encounter/e1',
      { resourceType: 'Encounter', id: 'e1', status: 'arrived', subject: { reference: 'Patient/p1' } },
    ],
    [
      'Encounter/e2',
      { resourceType: 'Encounter', id: 'e2', status: 'arrived', subject: { reference: 'Patient/p2' } },
    ],
    [
      'Practitioner/n1',
      { resourceType: 'Practitioner', id: 'n1', name: [{ given: ['Ana'], family: 'Diaz', suffix: ['RN'] }] },
    ],
  ]);
  const requests: SmallEhr['requests'] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://ehr');
    const { authorization } = request.headers;
    requests.push({ line: `${request.method} ${request.url}`, authorization });
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/fhir+json' }).end(JSON.stringify(body));
    if (pathname === '/cds-jwks.json') return send(200, { keys: [cds.publicJwk] });
    if (pathname === '/jwks.json') return send(200, { keys: [idKey] });
    if (pathname === '/fhir/.well-known/smart-configuration') {
      return send(200, { issuer: url, jwks_uri: `${url}/jwks.json` });
    }
    if (ehr.trouble === 'hang') return undefined;
    if (ehr.trouble !== undefined) return send(ehr.trouble, { resourceType: 'OperationOutcome' });
    if (authorization !== `Bearer ${ehr.accessToken}`) return send(401, { resourceType: 'OperationOutcome' });
    const reference = pathname.replace(/^\/fhir\//, '');
    const found = resources.get(reference);
    if (found) return send(200, found);
    if (!reference.includes('/')) {
      return send(200, { resourceType: 'Bundle', type: 'searchset', total: 0, entry: [] });
    }
    return send(404, { resourceType: 'OperationOutcome' });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cds = await createTestClient(`${url}/cds-client`);
  const iss = `${url}/fhir`;
  const clientId = 'prescreen-app';
  const ehr: SmallEhr = {
    url,
    iss,
    clientId,
    cds,
    jku: `${url}/cds-jwks.json`,
    accessToken: `access-${randomUUID()}`,
    resources,
    requests,
    trouble: undefined,
    registration: (name = 'Small clinic') => ({
      name,
      iss: cds.iss,
      jku: `${url}/cds-jwks.json`,
      fhirServers: [iss],
      smart: { iss, clientId },
    }),
    idToken: ({ claims = {}, header = {}, key = privateKey } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const all = {
        iss: url,
        aud: clientId,
        exp: now + 300,
        iat: now,
        sub: 'n1',
        fhirUser: 'Practitioner/n1',
      };
      return new SignJWT({ ...all, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'id-key', ...header })
        .sign(key);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return ehr;
}
