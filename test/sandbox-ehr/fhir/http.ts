import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, Router } from 'express';
import type { Access } from './access.ts';
import { type AnyResource, FhirError, outcomeOfError } from './fhir-error.ts';
import type { FhirServer } from './interactions.ts';
import type { FhirReply } from './reply.ts';
import { assertModuleWorks, isTroubled, type Trouble } from './trouble.ts';

interface FhirHttpOptions {
  readonly server: FhirServer;
  readonly capability: AnyResource;
  readonly trouble: Readonly<Trouble>;
  /** Access behind a bearer token, or undefined when the token is unknown or expired. */
  authenticate(token: string): Promise<Access | undefined>;
}

const JSON_TYPES = ['application/fhir+json', 'application/json', 'application/json-patch+json'];
const BODY_LIMIT = '20mb';

/** The FHIR REST interface below its base URL: transport only, every decision is made by the server inside. */
export function fhirRouter(options: FhirHttpOptions): Router {
  const router = Router();
  router.get('/metadata', (_request, response) => send(response, { status: 200, body: options.capability }));
  router.use(async (request: Request, response: Response) => {
    try {
      const access = await accessOf(request, options);
      const body = await bodyOf(request, response);
      await sufferTrouble(options.trouble, access.clientId);
      const url = request.originalUrl.slice(request.baseUrl.length).replace(/^\//, '');
      const call = { method: request.method, url, headers: headersOf(request), body, access };
      assertModuleWorks(options.server.repository, call);
      send(response, options.server.handle(call));
    } catch (error) {
      const { status, outcome } = outcomeOfError(asFhirError(error));
      if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="sandbox-ehr"');
      send(response, { status, body: outcome });
    }
  });
  return router;
}

async function accessOf(request: Request, { authenticate }: FhirHttpOptions): Promise<Access> {
  const token = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const access = token === undefined ? undefined : await authenticate(token);
  if (!access) throw new FhirError('login', 'A valid access token is needed');
  return access;
}

const parseJson = express.json({ type: JSON_TYPES, limit: BODY_LIMIT, strict: false });
const parseForm = express.text({ type: 'application/x-www-form-urlencoded', limit: '1mb' });

async function bodyOf(request: Request, response: Response): Promise<unknown> {
  if (!['POST', 'PUT', 'PATCH'].includes(request.method)) return undefined;
  const isForm = request.path.endsWith('/_search');
  const type = request.is(isForm ? ['application/x-www-form-urlencoded'] : JSON_TYPES);
  if (!type)
    throw new FhirError('not-supported', `Send ${isForm ? 'a form' : JSON_TYPES[0]}`, { status: 415 });
  await new Promise<void>((resolve, reject) => {
    (isForm ? parseForm : parseJson)(request, response, (error?: unknown) =>
      error ? reject(error) : resolve(),
    );
  });
  return request.body;
}

async function sufferTrouble(trouble: Readonly<Trouble>, clientId: string): Promise<void> {
  if (!isTroubled(trouble, clientId)) return;
  if (trouble.fhir === 'slow') await sleep(trouble.slowMs);
  else throw new FhirError('exception', 'Simulated failure of the FHIR server');
}

function headersOf(request: Request): Record<string, string | undefined> {
  const names = ['if-match', 'if-none-match', 'if-none-exist', 'prefer', 'content-type'];
  return Object.fromEntries(names.map((name) => [name, request.get(name)]));
}

/** What Express's body parser refuses becomes an OperationOutcome like every other refusal. */
function asFhirError(error: unknown): unknown {
  const type = (error as { type?: string }).type;
  if (type === 'entity.too.large') return new FhirError('too-long', `The body is larger than ${BODY_LIMIT}`);
  if (type === 'entity.parse.failed') return new FhirError('structure', 'The body is not JSON');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new FhirError('not-supported', 'The encoding of the body is not known', { status: 415 });
  if (type === 'request.aborted' || type === 'request.size.invalid')
    return new FhirError('structure', 'The body did not arrive whole');
  return error;
}

function send(response: Response, { status, headers, body }: FhirReply): void {
  response.status(status).set({ ...headers, 'Cache-Control': 'no-store' });
  if (body === undefined) response.end();
  else response.type('application/fhir+json').send(JSON.stringify(body));
}
