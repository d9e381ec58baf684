import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { FULL_ACCESS } from './fhir/access.ts';
import { openDatabase } from './fhir/database.ts';
import { loadDefinitions } from './fhir/definitions.ts';
import type { AnyResource } from './fhir/fhir-error.ts';
import { createFhirServer, type FhirServer } from './fhir/interactions.ts';
import { openRepository } from './fhir/repository.ts';
import { NO_TROUBLE, type Trouble } from './fhir/trouble.ts';
import { freshen } from './patients/freshen.ts';
import { type LoadReport, loadBundles } from './patients/load-bundles.ts';
import { sandboxApp } from './sandbox-app.ts';
import type { AppClient, AuthorizationServer, TokenRequest } from './smart/authorization-server.ts';
import { publicPart, signingKey } from './smart/kept.ts';
import type { Launch } from './smart/launches.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the database; created when it is not there. */
  readonly dataDir: string;
  /** Base URL of the CDS service; may be told later with `connect`. */
  readonly cdsServiceUrl?: string;
  /** Folder of FHIR bundles to load beside the clinic's own patients. */
  readonly patients?: string;
  /** Forget everything that was stored. */
  readonly fresh?: boolean;
  /** Further apps, for tests. `prescreen-app` is always known. */
  readonly clients?: readonly AppClient[];
  readonly accessTokenSeconds?: number;
  readonly now?: () => Date;
  readonly onProgress?: (line: string) => void;
}

export interface Sandbox {
  readonly url: string;
  readonly fhirUrl: string;
  readonly jwksUrl: string;
  readonly issuer: string;
  /** `iss` of the JWTs that the chart sends to CDS services. */
  readonly cdsIssuer: string;
  readonly cdsJwks: { readonly keys: readonly JWK[] };
  /** Switched on and off while running; the settings page changes the same object. */
  readonly trouble: Trouble;
  readonly loaded?: LoadReport;
  readonly server: FhirServer;
  connect(cdsServiceUrl: string): void;
  /** An access token without a browser. */
  issueToken(request: TokenRequest): Promise<string>;
  /** The `launch` parameter of an EHR launch. */
  createLaunch(launch: Launch): string;
  /** Stores resources as the clinic itself: existing ids are replaced, missing ids are made. */
  load(resources: readonly AnyResource[]): AnyResource[];
  close(): Promise<void>;
}

/** What the parts of the sandbox share. */
export interface SandboxParts {
  readonly url: string;
  readonly fhirUrl: string;
  readonly issuer: string;
  readonly cdsIssuer: string;
  readonly cdsKey: JWK;
  readonly server: FhirServer;
  readonly trouble: Trouble;
  readonly now: () => Date;
  readonly service: { url: string | undefined };
  readonly apps: () => readonly AppClient[];
  readonly accessTokenSeconds?: number;
}

/**
 * Starts the sandbox clinic on loopback: FHIR server, SMART authorization server and chart in one process.
 *
 * Everything is kept in `sandbox-ehr.sqlite` of the data folder. All addresses use `localhost`, because the app
 * runs in a frame of the chart and cookies of another host name would be those of another site.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir, now = () => new Date() } = options;
  loadDefinitions();
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'sandbox-ehr.sqlite');
  if (options.fresh) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });

  const http = createServer();
  await listen(http, options.port);
  const url = `http://localhost:${(http.address() as AddressInfo).port}`;
  const fhirUrl = `${url}/fhir`;
  const db = openDatabase(file);
  const server = createFhirServer(openRepository(db, { fhirUrl, now }));
  const service = { url: options.cdsServiceUrl?.replace(/\/$/, '') };
  const parts: SandboxParts = {
    url,
    fhirUrl,
    issuer: `${url}/oidc`,
    cdsIssuer: url,
    cdsKey: await signingKey(db, 'ES384'),
    server,
    trouble: { ...NO_TROUBLE },
    now,
    service,
    apps: () => [...prescreenApp(service.url), ...(options.clients ?? [])],
    accessTokenSeconds: options.accessTokenSeconds,
  };
  freshen(server, now());
  const loaded = options.patients ? loadBundles(server, options.patients, options.onProgress) : undefined;
  const { app, authorization, createLaunch } = await sandboxApp(parts);
  http.on('request', app);

  return {
    url,
    fhirUrl,
    jwksUrl: `${url}/.well-known/cds-jwks.json`,
    issuer: parts.issuer,
    cdsIssuer: parts.cdsIssuer,
    cdsJwks: { keys: [publicPart(parts.cdsKey)] },
    trouble: parts.trouble,
    loaded,
    server,
    connect: (cdsServiceUrl) => {
      service.url = cdsServiceUrl.replace(/\/$/, '');
    },
    issueToken: (request) => (authorization as AuthorizationServer).issueToken(request),
    createLaunch,
    load: (resources) => resources.map((resource) => store(server, resource)),
    close: async () => {
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
      db.close();
    },
  };
}

/** The app as the clinic registered it; further redirect pages of the same app are for its own tests. */
function prescreenApp(serviceUrl: string | undefined): AppClient[] {
  if (serviceUrl === undefined) return [];
  return [
    { clientId: 'prescreen-app', redirectUris: [`${serviceUrl}/app/`, `${serviceUrl}/app/index.html`] },
  ];
}

function store(server: FhirServer, resource: AnyResource): AnyResource {
  const call = { headers: {}, body: resource, access: FULL_ACCESS };
  const { resourceType, id } = resource;
  const reply = id
    ? server.handle({ ...call, method: 'PUT', url: `${resourceType}/${id}` })
    : server.handle({ ...call, method: 'POST', url: resourceType });
  return reply.body!;
}

function listen(http: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => resolve());
  });
}
