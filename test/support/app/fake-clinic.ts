import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { cannedAssessment } from './canned-assessment.ts';
import { fakeEhr } from './fake-ehr.ts';
import { fakeService } from './fake-service.ts';

/** One request as a fault sees it. */
export interface Seen {
  readonly at: 'app' | 'ehr';
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** What goes wrong. Every field may be set or changed while the clinic runs. */
export interface Faults {
  /** Answers in place of the clinic; undefined lets the clinic answer. */
  respond?: (seen: Seen) => Reply | 'drop' | undefined;
  /** Milliseconds before an answer. */
  wait?: (seen: Seen) => number;
  token?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  tamper?: boolean;
  noKid?: boolean;
  discovery?: Record<string, unknown>;
  config?: Record<string, unknown>;
  authorize?: Record<string, string>;
  assessment?: Assessment;
}

/** A clinic whose every answer can be spoiled: for bad days only; the good ones run against the sandbox. */
export interface FakeClinic {
  readonly appUrl: string;
  readonly ehrUrl: string;
  readonly launchUrl: string;
  readonly faults: Faults;
  readonly seen: Seen[];
  close(): Promise<void>;
}

const DIST = fileURLToPath(new URL('../../../smart-app/dist/', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Starts the fake EHR and the fake service, which also serves the built app. */
export async function startFakeClinic(faults: Faults = {}): Promise<FakeClinic> {
  const seen: Seen[] = [];
  const keys = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const urls = { app: '', ehr: '' };
  const idToken = async (nonce: string | undefined) => {
    const token = await new SignJWT({ nonce, fhirUser: 'Practitioner/n1', ...faults.claims })
      .setProtectedHeader({ alg: 'RS256', ...(faults.noKid ? {} : { kid: 'k1' }) })
      .setIssuer((faults.claims?.iss as string) ?? urls.ehr)
      .setAudience((faults.claims?.aud as string) ?? 'prescreen-app')
      .setSubject('n1')
      .setIssuedAt()
      .setExpirationTime((faults.claims?.exp as number) ?? '1h')
      .sign(keys.privateKey);
    if (!faults.tamper) return token;
    const [header, payload = '', signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, fhirUser: 'Practitioner/other' })).toString(
      'base64url',
    );
    return [header, forged, signature].join('.');
  };
  const ehr = fakeEhr({ urls, faults, jwk, idToken });
  const service = fakeService({ urls, faults, assessment: () => faults.assessment ?? cannedAssessment() });
  const servers = [
    await listen('ehr', async (request) => ehr(request)),
    await listen('app', async (request) => service(request) ?? (await staticFile(request.path))),
  ];
  urls.ehr = urlOf(servers[0]!);
  urls.app = urlOf(servers[1]!);

  async function listen(at: Seen['at'], answer: (request: Seen) => Promise<Reply>): Promise<Server> {
    const server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const body = await textOf(request);
      const { method = 'GET', headers } = request;
      const one: Seen = { at, method, path: url.pathname, query: url.searchParams, body, headers };
      seen.push(one);
      await new Promise((done) => setTimeout(done, faults.wait?.(one) ?? 0));
      const reply = (method === 'OPTIONS' ? { status: 204 } : faults.respond?.(one)) ?? (await answer(one));
      if (reply === 'drop') request.socket.destroy();
      else send(response, reply);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  return {
    appUrl: urls.app,
    ehrUrl: urls.ehr,
    launchUrl: `${urls.app}/app/launch.html?iss=${encodeURIComponent(`${urls.ehr}/fhir`)}&launch=l1`,
    faults,
    seen,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function urlOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const raw = Buffer.isBuffer(body) || typeof body === 'string';
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*, authorization',
    'access-control-allow-methods': '*',
    'access-control-expose-headers': '*',
    'content-type': 'application/json',
    ...headers,
  });
  response.end(body === undefined ? undefined : raw ? body : JSON.stringify(body));
}

async function staticFile(path: string): Promise<Reply> {
  const file = normalize(path.replace(/^\/app\/?/, '')) || 'index.html';
  const name = file === '.' ? 'index.html' : file;
  const body = await readFile(join(DIST, name)).catch(() => undefined);
  if (!body) return { status: 404, body: {} };
  return {
    status: 200,
    body,
    headers: { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' },
  };
}
