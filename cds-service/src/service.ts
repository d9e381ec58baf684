import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';
import { createSessions } from './auth/app-session.ts';
import { authenticateNobody, createCdsAuthenticator } from './auth/cds-jwt.ts';
import { fetchJson } from './auth/fetch-json.ts';
import { createKeySets } from './auth/key-sets.ts';
import { openRegistry, type Registry } from './auth/registry.ts';
import { buildPipelineDeps } from './build-pipeline-deps.ts';
import { createCarefulFetch } from './careful-fetch.ts';
import type { ServiceConfig } from './config.ts';
import { openDrafter } from './drafting/open-drafter.ts';
import { createReadEvidence } from './drafting/read-evidence.ts';
import { createAssessNow } from './http/api/assess-now.ts';
import { createApp } from './http/app.ts';
import { createBulkhead } from './http/limits.ts';
import { finish, listen } from './http/listen.ts';
import { createMetrics, observeStage } from './http/metrics.ts';
import { type Models, openModels } from './open-models.ts';
import { createPipeline } from './pipeline.ts';
import { readinessOf } from './readiness.ts';
import { readOrCreateSecret } from './signing/secret-file.ts';
import { createSigning } from './signing/signing.ts';
import { openSigningKey } from './signing/signing-key.ts';
import { openStore } from './store/open-store.ts';
import { warmUp } from './warm-up.ts';

const SWEEP_EVERY = 10 * 60_000;

/** A service that listens. */
export interface RunningService {
  /** Public base URL, no trailing slash. */
  readonly url: string;
  /** Stops accepting, finishes what was begun, closes everything. */
  close(): Promise<void>;
}

/** Where logs go; standard output when not given. */
export interface StartOptions {
  readonly logTo?: DestinationStream;
}

/**
 * Builds every part once, listens, and answers.
 *
 * @throws Error when the store, the keys or the registry of clients cannot be used: it would be unsafe to go on. A model
 *   or an index that cannot be used is reported at `/ready` instead.
 */
export async function startService(
  config: ServiceConfig,
  { logTo }: StartOptions = {},
): Promise<RunningService> {
  const log = createLog(config, logTo);
  const version = readVersion();
  const now = () => new Date();
  const clock = () => Date.now();
  const registry = openRegistry({
    file: config.clientsFile,
    mode: config.mode,
    now: clock,
    onReload: (outcome) =>
      'error' in outcome
        ? log.error(outcome, 'PRESCREEN_CLIENTS was refused; the former registry stays in force')
        : log.info(outcome, 'PRESCREEN_CLIENTS was read again'),
  });
  const key = await openSigningKey(join(config.dataFolder, 'signing-key.json'));
  const secret = await readOrCreateSecret(join(config.dataFolder, 'secret'), () =>
    randomBytes(32).toString('base64url'),
  );
  const store = await openStore(config);
  const models = await openModels(config, (step, detail) => log.info(detail, step));
  const drafter = await openDrafter(config);
  await sayWhatMatters(config, registry, models, log);

  const keySets = createKeySets(fetchJson, clock);
  // Who waited for a quarter of the time budget before the work began would hardly be answered within it.
  const bulkhead = createBulkhead(config.maxInFlight, config.timeBudgetMs / 4);
  const metrics = createMetrics(bulkhead.inFlight);
  const parts = { config, registry, models, version, now, fetch: createCarefulFetch(fetch, clock) };
  log.info({ ms: await warmUp(buildPipelineDeps(parts, 'http://localhost')) }, 'warmed up');

  const { server, address } = await listen(config);
  const url = config.publicUrl ?? address;
  const pipelineDeps = buildPipelineDeps(parts, url, observeStage(metrics));
  let isClosing = false;
  const app = createApp({
    config: { ...config, publicUrl: url },
    version,
    pipeline: createPipeline(pipelineDeps),
    assessNow: createAssessNow(pipelineDeps),
    drafting: { drafter, readEvidence: createReadEvidence(pipelineDeps) },
    store,
    registry,
    authenticate:
      config.cdsAuth === 'none'
        ? authenticateNobody
        : createCdsAuthenticator({
            registry,
            keySets,
            store,
            allowTestKeys: config.allowTestKeys,
            now: clock,
          }),
    sessions: createSessions({
      registry,
      keySets,
      fetchJson,
      store,
      lifeMinutes: config.sessionMinutes,
      secret: Buffer.from(secret, 'base64url'),
      now: clock,
    }),
    signing: createSigning({
      key,
      store,
      now,
      onSigned: (outcome) => metrics.signed.inc({ outcome }),
    }),
    checkReadiness: readinessOf({
      config,
      store,
      models,
      drafter,
      registry,
      key,
      isClosing: () => isClosing,
    }),
    metrics,
    bulkhead,
    log,
    now,
    newId: randomUUID,
  });
  server.on('request', app);
  const sweeping = setInterval(() => void store.sweep(clock()).catch(() => undefined), SWEEP_EVERY);
  sweeping.unref();
  log.info({ url, mode: config.mode, version }, 'listening');

  return {
    url,
    async close() {
      if (isClosing) return;
      isClosing = true;
      clearInterval(sweeping);
      await finish(server, config.shutdownMs);
      await drafter.close();
      await models.close();
      await store.close();
      log.info('closed');
    },
  };
}

/** Patient data and tokens are never passed to the log; the list below is the second net, not the first. */
function createLog({ logLevel }: ServiceConfig, logTo: DestinationStream | undefined): Logger {
  const options = {
    level: logLevel,
    base: { service: 'prescreen' },
    redact: ['authorization', '*.authorization', 'token', '*.token', '*.access_token'],
  };
  return logTo ? pino(options, logTo) : pino(options);
}

async function sayWhatMatters(
  config: ServiceConfig,
  registry: Registry,
  models: Models,
  log: Logger,
): Promise<void> {
  const { unknownSettings } = config;
  if (unknownSettings.length > 0) log.warn({ unknownSettings }, 'settings that nobody reads');
  if (config.cdsAuth === 'none') {
    log.warn('PRESCREEN_CDS_AUTH=none: every program on this machine may call the service');
  }
  if (config.allowTestKeys) log.warn('PRESCREEN_ALLOW_TEST_KEYS=true: anybody can sign as the test client');
  const { clients } = registry.current();
  if (clients.length === 0) log.warn({ file: config.clientsFile }, 'no clients are registered');
  for (const [part, state] of Object.entries(await models.describe())) {
    log[state.state === 'present' ? 'info' : 'warn']({ part, ...state }, 'part of the service');
  }
}

function readVersion(): string {
  const file = resolve(import.meta.dirname, '../../package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
