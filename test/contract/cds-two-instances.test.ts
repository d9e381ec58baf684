import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { aHookCall, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const binaries = findPostgres();
const folder = tempFolder();
/** What clients call: a load balancer before both. */
const PUBLIC = 'http://localhost:4999';

let postgres: TestPostgres;
let ehr: SmallEhr;
let instances: { readonly service: TestService; readonly base: string }[] = [];

async function start(name: string, database: string) {
  const port = await freePort();
  const env = {
    PRESCREEN_DATABASE_URL: database,
    PRESCREEN_PUBLIC_URL: PUBLIC,
    PRESCREEN_PORT: String(port),
  };
  return {
    service: await startTestService({ folder: join(folder, name), ehr, env }),
    base: `http://127.0.0.1:${port}`,
  };
}

/** The public address leads nowhere here, so each instance is called at its own. */
async function call(instance: number, path: string, token: string, body: unknown) {
  return fetch(`${instances[instance]?.base}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const tokenFor = (path: string) => ehr.cds.token(`${PUBLIC}${path}`);

describe.skipIf(binaries === undefined)(
  'two instances on one database (needs an installed PostgreSQL)',
  () => {
    beforeAll(async () => {
      postgres = await startPostgres(binaries as string);
      ehr = await startSmallEhr();
      const database = await postgres.emptyDatabase();
      instances = [await start('one', database), await start('two', database)];
    }, 120_000);
    afterAll(async () => {
      await Promise.all(instances.map(({ service }) => service.close()));
      await ehr?.close();
      await postgres?.stop();
    });

    it('CH-67 refuse a token at the second that was used at the first', async () => {
      const token = await tokenFor(SERVICE);
      expect((await call(0, SERVICE, token, aHookCall())).status).toBe(200);
      expect((await call(1, SERVICE, token, aHookCall())).status).toBe(401);
      expect(instances[1]?.service.log.join('')).toContain('"reason":"replay"');
    });

    it('CH-108 join feedback at the second to a card of the first', async () => {
      const answer = await call(0, SERVICE, await tokenFor(SERVICE), aHookCall());
      const { cards } = (await answer.json()) as { cards: { uuid: string }[] };
      const item = {
        card: cards[0]?.uuid,
        outcome: 'overridden',
        outcomeTimestamp: new Date().toISOString(),
      };
      const told = await call(1, FEEDBACK, await tokenFor(FEEDBACK), { feedback: [item] });
      expect(told.status).toBe(200);
      const metrics = await (await fetch(`${instances[1]?.base}/metrics`)).text();
      expect(metrics).toContain('prescreen_feedback_total{kind="stored"} 1');
    });

    it('are not ready while the database is gone, answer with an error, and tell nobody where it is', async () => {
      await postgres.stop();
      const ready = await fetch(`${instances[0]?.base}/ready`);
      expect(ready.status).toBe(503);
      const answer = await call(0, SERVICE, await tokenFor(SERVICE), aHookCall());
      expect(answer.status).toBeGreaterThanOrEqual(500);
      const said = [await ready.text(), await answer.text(), ...(instances[0]?.service.log ?? [])].join('');
      expect(said).not.toMatch(/postgresql:|ECONNREFUSED 127/);
    });
  },
);
