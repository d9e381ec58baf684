import cors from 'cors';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { chartRouter } from './chart/chart-router.ts';
import { capabilityStatement } from './fhir/capability.ts';
import { fhirRouter } from './fhir/http.ts';
import { CASES } from './patients/cases.ts';
import { STAFF, staffName } from './patients/clinic.ts';
import { type AuthorizationServer, createAuthorizationServer } from './smart/authorization-server.ts';
import { createChartSessions } from './smart/chart-session.ts';
import { SMART_STYLE, smartConfiguration } from './smart/configuration.ts';
import { type Choice, interactionRouter } from './smart/interaction-pages.ts';
import { publicPart, secret, signingKey } from './smart/kept.ts';
import { createLaunches, type Launch } from './smart/launches.ts';
import type { SandboxParts } from './start-sandbox.ts';

const EXPOSED = ['ETag', 'Location', 'Last-Modified', 'WWW-Authenticate'];

/** Puts the sandbox's servers together behind one port. */
export async function sandboxApp(
  parts: SandboxParts,
): Promise<{ app: Express; authorization: AuthorizationServer; createLaunch: (launch: Launch) => string }> {
  const { server, issuer, fhirUrl, url, now, trouble } = parts;
  const { db } = server.repository;
  const launches = createLaunches(db, now);
  const sessions = createChartSessions(db, now);
  const authorization = createAuthorizationServer({
    db,
    issuer,
    fhirUrl,
    styleUrl: `${url}/smart-style.json`,
    key: await signingKey(db, 'RS256'),
    secrets: { cookies: secret(db, 'cookie-secret'), service: secret(db, 'service-secret') },
    launches,
    now,
    clients: parts.apps,
    practitionerName: (id) => nameOfPractitioner(parts, id),
    accessTokenSeconds: parts.accessTokenSeconds,
  });

  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders(parts));
  app.get('/.well-known/cds-jwks.json', cors(), (_request, response) => {
    response.set('Cache-Control', 'public, max-age=60').json({ keys: [publicPart(parts.cdsKey)] });
  });
  app.get('/smart-style.json', cors(), (_request, response) => {
    response.json(SMART_STYLE);
  });
  app.get('/fhir/.well-known/smart-configuration', cors(), (_request, response) => {
    response.json(smartConfiguration(issuer));
  });
  app.use('/fhir/metadata', cors());
  app.use(
    '/fhir',
    cors({ origin: (origin, done) => done(null, isAppOrigin(parts, origin)), exposedHeaders: EXPOSED }),
  );
  app.use(
    '/fhir',
    fhirRouter({
      server,
      trouble,
      capability: capabilityStatement({
        fhirUrl,
        authorizeUrl: `${issuer}/auth`,
        tokenUrl: `${issuer}/token`,
        date: now().toISOString(),
      }),
      authenticate: authorization.authenticate,
    }),
  );
  app.post('/oidc/auth', express.urlencoded({ extended: false }), (request, response) => {
    // `authorize-post`: the same request by GET, so that the cookies of the sign-in stay SameSite=Lax.
    response.redirect(303, `/oidc/auth?${new URLSearchParams(request.body as Record<string, string>)}`);
  });
  app.use('/oidc', authorization.callback);
  app.use(ownPagesOnly(url));
  app.use(
    interactionRouter({
      provider: authorization.provider,
      fhirUrl,
      sessions,
      launches,
      trouble,
      practitioners: () => STAFF.map((member) => ({ id: member.id, label: staffName(member) })),
      patients: () => patientChoices(parts),
    }),
  );
  app.use(chartRouter({ parts, sessions, launches, authorization }));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500) console.error('sandbox EHR:', error);
    response
      .status(status)
      .type('text')
      .send(status >= 500 ? 'Something went wrong in the sandbox' : 'Bad request');
  });
  return { app, authorization, createLaunch: launches.open };
}

/** Pages may show the app in a frame, and a sign-in page may itself stand in one and lead back to the app. */
function securityHeaders(parts: SandboxParts) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    const apps = [
      ...new Set(parts.apps().flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin))),
    ];
    const origins = apps.join(' ');
    response.set({
      'Content-Security-Policy': `default-src 'self'; img-src 'self' data:; frame-src 'self' ${origins}; frame-ancestors 'self' ${origins}; form-action 'self' ${origins}; object-src 'none'; base-uri 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
    });
    next();
  };
}

/** Forms of the chart come from the chart: another site's page in the same browser cannot press its buttons. */
function ownPagesOnly(url: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const origin = request.get('origin');
    if (request.method === 'POST' && origin !== undefined && origin !== url) response.status(403).end();
    else next();
  };
}

function isAppOrigin(parts: SandboxParts, origin: string | undefined): boolean {
  return (
    origin !== undefined &&
    parts.apps().some(({ redirectUris }) => redirectUris.some((uri) => new URL(uri).origin === origin))
  );
}

function nameOfPractitioner({ server }: SandboxParts, id: string): string | undefined {
  if (server.repository.rowOf('Practitioner', id) === undefined) return undefined;
  const [name] = (server.repository.read('Practitioner', id).name ?? []) as {
    text?: string;
    family?: string;
  }[];
  return name?.text ?? name?.family ?? id;
}

/** For the picker of a standalone launch: the clinic's own first, then those that were loaded. */
function patientChoices({ server }: SandboxParts): Choice[] {
  const own = new Set(CASES.map(({ id }) => id));
  const rows = server.repository.db.all<{ id: string; body: string }>(
    "SELECT id, body FROM resource WHERE type = 'Patient' AND deleted = 0 ORDER BY rid LIMIT 500",
  );
  const choices = rows.map(({ id, body }) => {
    const { name, birthDate } = JSON.parse(body) as {
      name?: { given?: string[]; family?: string }[];
      birthDate?: string;
    };
    return {
      id,
      label: `${name?.[0]?.given?.join(' ') ?? ''} ${name?.[0]?.family ?? ''}`.trim() || id,
      note: birthDate,
    };
  });
  return [...choices.filter(({ id }) => own.has(id)), ...choices.filter(({ id }) => !own.has(id))];
}
