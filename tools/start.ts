import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '#cds-service/config.ts';
import { startService } from '#cds-service/service.ts';
import { type Sandbox, startSandbox } from '../test/sandbox-ehr/start-sandbox.ts';

const ROOT = resolve(import.meta.dirname, '..');

const USAGE = `Usage: npm start -- [options]

  --fresh                 forget everything that was stored and start over
  --patients <folder>     load the FHIR bundles of a folder beside the clinic's own patients
  --data <folder>         where everything is kept (default .data)
  --port <number>         port of the sandbox EHR (default 4000, 0 for any free one)
  --service-port <number> port of the CDS service (default 4100, 0 for any free one)`;

interface Options {
  readonly fresh: boolean;
  readonly patients: string | undefined;
  readonly data: string;
  readonly port: number;
  readonly servicePort: number;
}

class UsageError extends Error {}

/** Settings for people; what cannot be read is said with the usage. */
function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fresh: { type: 'boolean', default: false },
      patients: { type: 'string' },
      data: { type: 'string', default: join(ROOT, '.data') },
      port: { type: 'string', default: '4000' },
      'service-port': { type: 'string', default: '4100' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  return {
    fresh: values.fresh,
    patients: values.patients && resolve(values.patients),
    data: resolve(values.data),
    port: portOf('--port', values.port),
    servicePort: portOf('--service-port', values['service-port']),
  };
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`${name} is a port, not '${text}'`);
  return port;
}

/** A port that nobody listens on, so that both servers can be told of each other before they start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** The registry of clients with the sandbox as its only clinic. */
function registryOf(sandbox: Sandbox): object {
  return {
    clients: [
      {
        name: 'Sandbox clinic',
        iss: sandbox.cdsIssuer,
        jku: sandbox.jwksUrl,
        subject: 'prescreen-cds',
        fhirServers: [sandbox.fhirUrl],
        smart: { iss: sandbox.fhirUrl, clientId: 'prescreen-app' },
      },
    ],
  };
}

/** Starts sandbox EHR and CDS service in this process; resolves to how to stop both. */
async function start(options: Options): Promise<() => Promise<void>> {
  const serviceData = join(options.data, 'service');
  const clients = join(options.data, 'clients.json');
  if (options.fresh)
    for (const path of [serviceData, clients]) rmSync(path, { recursive: true, force: true });
  mkdirSync(serviceData, { recursive: true });

  console.log('Starting the sandbox EHR.');
  const servicePort = options.servicePort || (await freePort());
  const serviceUrl = `http://localhost:${servicePort}`;
  const sandbox = await startSandbox({
    port: options.port,
    dataDir: join(options.data, 'sandbox-ehr'),
    cdsServiceUrl: serviceUrl,
    patients: options.patients,
    fresh: options.fresh,
    onProgress: (line) => console.log(`  loading ${line}`),
  });
  reportLoading(sandbox);
  writeFileSync(clients, `${JSON.stringify(registryOf(sandbox), null, 2)}\n`);
  console.log('Starting the CDS service. The first start indexes its library, which takes up to a minute.');
  const logFile = join(serviceData, 'service.log');
  const config = readConfig({
    ...process.env,
    PRESCREEN_HOST: '127.0.0.1',
    PRESCREEN_PORT: String(servicePort),
    PRESCREEN_PUBLIC_URL: serviceUrl,
    PRESCREEN_DATA: serviceData,
    PRESCREEN_CLIENTS: clients,
  });
  const service = await startService(config, {
    logTo: pino.destination({ dest: logFile, mkdir: true, sync: true }),
  }).catch(async (error: unknown) => {
    await sandbox.close();
    throw error;
  });
  console.log(`
Prescreen is running. Everything stays on this machine; the patients are made up.

  Open this     ${sandbox.url}/
  FHIR server   ${sandbox.fhirUrl}
  CDS service   ${serviceUrl}/cds-services
  App           ${serviceUrl}/app/
  Data          ${shorten(options.data)} (npm start -- --fresh starts over)
  Service log   ${shorten(logFile)}

Stop with Ctrl+C.`);
  return async () => {
    await service.close();
    await sandbox.close();
  };
}

function reportLoading({ loaded }: Sandbox): void {
  if (!loaded) return;
  console.log(
    `Bundles: ${loaded.files} files (${loaded.unchanged} unchanged), ${loaded.resources} resources loaded.`,
  );
  for (const { file, resource, reason } of loaded.refusals)
    console.log(`  refused: ${file}${resource ? ` ${resource}` : ''}: ${reason}`);
}

function shorten(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

/** What a person can mend in a sentence; a bug with its stack. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `A port is already taken (${(error as { port?: number }).port}). Is Prescreen running already? Choose others with --port and --service-port.`;
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR') return error.message;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${error.message}\n\n${USAGE}`;
  return error.stack ?? error.message;
}

try {
  const stop = await start(readOptions(process.argv.slice(2)));
  let isStopping = false;
  const onSignal = () => {
    // The second signal means now.
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log('Stopping.');
    void stop().then(() => process.exit(0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
