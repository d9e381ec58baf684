import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle, FhirResource } from 'fhir/r4';
import { readConfig } from '#cds-service/config.ts';
import { startService } from '#cds-service/service.ts';
import { type Sandbox, startSandbox } from '../../sandbox-ehr/start-sandbox.ts';
import { placeEvidenceIndex } from '../evidence-index.ts';

/** The sandbox clinic and the real service with everything it has, as `npm start` runs them. */
export interface RunningClinic {
  readonly sandbox: Sandbox;
  readonly serviceUrl: string;
  /** What stands in the record, read by the clinic itself. */
  readonly search: (query: string) => Promise<FhirResource[]>;
  /** Stops the service and starts it again on the same folder and port. */
  readonly restartService: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts both on free ports, with everything in a folder of their own that is removed at the end. */
export async function startClinic(): Promise<RunningClinic> {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-e2e-'));
  const port = await freePort();
  const serviceUrl = `http://localhost:${port}`;
  const sandbox = await startSandbox({ port: 0, dataDir: join(folder, 'ehr'), cdsServiceUrl: serviceUrl });
  const clients = join(folder, 'clients.json');
  placeEvidenceIndex(join(folder, 'service'));
  writeFileSync(clients, JSON.stringify({ clients: [registration(sandbox)] }));
  const config = readConfig({
    ...process.env,
    PRESCREEN_HOST: '127.0.0.1',
    PRESCREEN_PORT: String(port),
    PRESCREEN_PUBLIC_URL: serviceUrl,
    PRESCREEN_DATA: join(folder, 'service'),
    PRESCREEN_CLIENTS: clients,
  });
  const start = () => startService(config, { logTo: { write: () => undefined } });
  let service = await start();
  const token = await sandbox.issueToken({ scope: 'system/*.rs' });
  return {
    sandbox,
    serviceUrl,
    search: async (query) => {
      const answer = await fetch(`${sandbox.fhirUrl}/${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
      const { entry = [] } = (await answer.json()) as Bundle<FhirResource>;
      return entry.flatMap(({ resource }) => (resource ? [resource] : []));
    },
    restartService: async () => {
      await service.close();
      service = await start();
    },
    close: async () => {
      await service.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function registration(sandbox: Sandbox): object {
  return {
    name: 'Sandbox clinic',
    iss: sandbox.cdsIssuer,
    jku: sandbox.jwksUrl,
    subject: 'prescreen-cds',
    fhirServers: [sandbox.fhirUrl],
    smart: { iss: sandbox.fhirUrl, clientId: 'prescreen-app' },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
