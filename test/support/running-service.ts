import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#cds-service/config.ts';
import { type RunningService, startService } from '#cds-service/service.ts';
import type { SmallEhr } from './small-ehr.ts';

/** A service of one test file that really listens, with everything it wrote to its log. */
export interface TestService extends RunningService {
  readonly dataFolder: string;
  /** Every line of the log, as text. */
  readonly log: string[];
  /** Calls a path with a fresh JWT of the EHR; `token` replaces it, `null` sends none. */
  call(path: string, init?: CallInit): Promise<Response>;
}

export interface CallInit {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string | null;
}

export interface TestServiceOptions {
  readonly folder: string;
  readonly ehr: SmallEhr;
  readonly env?: Readonly<Record<string, string>>;
  readonly clients?: readonly unknown[];
}

/**
 * Starts the service on a free port, with the real rules and the real corpus and without the large models, which is how
 * it must work on a machine that lacks them.
 */
export async function startTestService({
  folder,
  ehr,
  env = {},
  clients = [ehr.registration()],
}: TestServiceOptions): Promise<TestService> {
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'clients.json'), JSON.stringify({ clients }));
  const log: string[] = [];
  const config = readConfig({
    PRESCREEN_PORT: '0',
    PRESCREEN_DATA: dataFolder,
    PRESCREEN_ARTIFACTS: join(folder, 'no-models'),
    PRESCREEN_LOG_LEVEL: 'trace',
    ...env,
  });
  const service = await startService(config, { logTo: { write: (line: string) => log.push(line) } });
  return {
    ...service,
    dataFolder,
    log,
    async call(path, { method = 'GET', body, headers = {}, token } = {}) {
      const bearer = token === undefined ? await ehr.cds.token(`${service.url}${path}`) : token;
      return fetch(`${service.url}${path}`, {
        method,
        headers: {
          ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
  };
}
