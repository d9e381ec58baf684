import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#cds-service/config.ts';
import { type RunningService, startService } from '#cds-service/service.ts';
import type { Identity } from '../conformance/client.ts';
import { createClient } from '../conformance/client.ts';
import { type RecordingFhirServer, startRecordingFhirServer } from '../conformance/recording-fhir-server.ts';
import { countsOf, junit, line } from '../conformance/report.ts';
import { runChecks } from '../conformance/run-checks.ts';
import { FAULTS } from '../support/faults.ts';
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let fhir: RecordingFhirServer;
let proxy: FaultyProxy;
let service: RunningService;
let identity: Identity;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  const named = { kid: 'runner-1', alg: 'ES384' };
  identity = { jwk: { ...(await exportJWK(privateKey)), ...named }, issuer: 'https://ehr.example/cds' };
  fhir = await startRecordingFhirServer();
  const port = await freePort();
  proxy = await startFaultyProxy({
    target: () => `http://127.0.0.1:${port}`,
    sign: (audience) => createClient(identity).token(audience),
  });
  mkdirSync(folder, { recursive: true });
  const client = {
    name: 'Conformance runner',
    iss: identity.issuer,
    jwks: { keys: [{ ...(await exportJWK(publicKey)), ...named }] },
    fhirServers: [fhir.url],
    smart: { iss: fhir.url, clientId: 'prescreen-app' },
  };
  writeFileSync(join(folder, 'clients.json'), JSON.stringify({ clients: [client] }));
  service = await startService(
    readConfig({
      PRESCREEN_PORT: String(port),
      PRESCREEN_PUBLIC_URL: proxy.url,
      PRESCREEN_DATA: folder,
      PRESCREEN_CLIENTS: join(folder, 'clients.json'),
      PRESCREEN_ARTIFACTS: join(folder, 'no-models'),
      PRESCREEN_LOG_LEVEL: 'silent',
      PRESCREEN_REFUSALS_PER_MINUTE: '0',
      PRESCREEN_RATE_PER_MINUTE: '0',
    }),
  );
});

afterAll(async () => {
  await service.close();
  await proxy.close();
  await fhir.close();
});

/** Rows that judge everything sent before them, and rows that make the traffic they need. */
const LOOKS_BACK = new Set(['CH-12', 'CH-13', 'CH-119', 'CH-120']);
const TRAFFIC = ['CH-14', 'CH-17'];

const run = (only?: readonly string[]) =>
  runChecks({ base: proxy.url, identity, fhir, ...(only === undefined ? {} : { only }) });

describe('the conformance runner', () => {
  it('finds nothing wrong with our service', async () => {
    proxy.fault = undefined;
    const results = await run();
    expect(results.filter(({ verdict }) => verdict.kind === 'fail').map(line)).toEqual([]);
    expect(countsOf(results).pass).toBeGreaterThan(90);
    expect(new Set(results.map(({ id }) => id)).size).toBe(125);
  });

  it('breaks at least forty different rows', () => {
    expect(new Set(FAULTS.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(
    FAULTS.map((fault) => [fault.id, fault.name, fault] as const),
  )('%s notices: %s', async (id, _, fault) => {
    proxy.fault = fault;
    const results = await run([id, ...(LOOKS_BACK.has(id) ? TRAFFIC : [])]).finally(() => {
      proxy.fault = undefined;
    });
    expect(results.find((result) => result.id === id)?.verdict.kind).toBe('fail');
  });

  it('reports as JUnit', async () => {
    proxy.fault = undefined;
    expect(junit(await run(['CH-01']))).toContain('tests="1" failures="0"');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
