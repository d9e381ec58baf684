import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#cds-service/store/open-sqlite-store.ts';
import { ASSESSMENT_EXTENSION, type Assessment } from '#fhir-mappers/assessment.ts';
import { aHookCall, aPrefetch, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { aReviewOf } from '../support/review.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const main = resolve(import.meta.dirname, '../../cds-service/src/main.ts');
let ehr: SmallEhr;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  ehr = await startSmallEhr();
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/clients.json'), JSON.stringify({ clients: [ehr.registration()] }));
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await ehr.close();
});

/** The service as `npm run serve` runs it, as a process of its own. */
async function serve() {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PRESCREEN_PORT: '0',
      PRESCREEN_DATA: join(folder, 'data'),
      PRESCREEN_ARTIFACTS: join(folder, 'no-models'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  let text = '';
  const url = await new Promise<string>((found, failed) => {
    child.once('exit', () => failed(new Error(`it ended: ${text}`)));
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const said = /"url":"([^"]+)"/.exec(text)?.[1];
      if (said) found(said);
    });
  });
  const call = async (path: string, body: unknown, token?: string) => {
    const bearer = token ?? (await ehr.cds.token(`${url}${path}`));
    return fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  return { child, call };
}

async function kill(child: ChildProcess) {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('what was acknowledged', () => {
  it('survives kill -9: proposal, feedback, signature, session and audit log', async () => {
    const first = await serve();
    const idToken = await ehr.idToken();
    const opened = await first.call('/api/session', {
      iss: ehr.iss,
      idToken,
      accessToken: ehr.accessToken,
      patient: 'p1',
      encounter: 'e1',
    });
    const { token } = await opened.json();
    const [card] = (await (await first.call(SERVICE, aHookCall())).json()).cards;
    const assessment: Assessment = card.extension[ASSESSMENT_EXTENSION];
    const signed = await (await first.call('/api/sign', aReviewOf(assessment), token)).json();
    const item = { card: card.uuid, outcome: 'overridden', outcomeTimestamp: '2026-11-21T10:00:00Z' };
    expect((await first.call(FEEDBACK, { feedback: [item] })).status).toBe(200);
    await kill(first.child);

    const second = await serve();
    const handle = card.links[0].appContext;
    const found = await second.call(`/api/assessment?handle=${handle}`, undefined, token);
    expect(await found.json()).toEqual(assessment);
    expect(found.headers.get('x-proposal-state')).toBe('signed');
    const again = await second.call('/api/sign', aReviewOf(assessment), token);
    expect(await again.json()).toEqual(signed);
    await kill(second.child);

    const store = openSqliteStore(join(folder, 'data/prescreen.sqlite'));
    expect(await store.countCards()).toEqual({ shown: 1, reported: 1 });
    expect(await store.verifyAudit()).toMatchObject({ intact: true });
    await store.close();
  });

  it('survives kill -9 in the middle of many calls: every card that arrived is known', async () => {
    const { child, call } = await serve();
    const arrived: string[] = [];
    const calls = Array.from({ length: 40 }, async () => {
      const response = await call(SERVICE, aHookCall());
      const { cards } = await response.json();
      arrived.push(cards[0].extension[ASSESSMENT_EXTENSION].id);
      if (arrived.length === 10) child.kill('SIGKILL');
    });
    await Promise.allSettled(calls);
    expect(arrived.length).toBeGreaterThanOrEqual(10);
    const store = openSqliteStore(join(folder, 'data/prescreen.sqlite'));
    const found = await Promise.all(arrived.map((id) => store.findProposal(id)));
    expect(found.filter((proposal) => proposal === undefined)).toEqual([]);
    await store.close();
  });
});

describe('shutdown', () => {
  it('finishes what was begun, and ends with 0', async () => {
    const { child, call } = await serve();
    const { conditions: _left, ...prefetch } = aPrefetch();
    ehr.trouble = 'hang';
    const slow = call(
      SERVICE,
      aHookCall({
        prefetch,
        fhirServer: ehr.iss,
        fhirAuthorization: {
          access_token: ehr.accessToken,
          token_type: 'Bearer',
          expires_in: 300,
          scope: 'patient/*.rs',
          subject: 'prescreen',
        },
      }),
    );
    while (!ehr.requests.some(({ line }) => line.includes('/fhir/Condition'))) await wait(20);
    child.kill('SIGTERM');
    const [[code], answer] = await Promise.all([once(child, 'exit'), slow]);
    ehr.trouble = undefined;
    expect([code, answer.status]).toEqual([0, 200]);
    expect((await answer.json()).cards).toHaveLength(1);
  });
});

describe('a start that would be unsafe', () => {
  it('ends with a sentence that names the setting', async () => {
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, PRESCREEN_HOST: '0.0.0.0', PRESCREEN_CDS_AUTH: 'none', PRESCREEN_DATA: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    processes.push(child);
    let text = '';
    child.stderr?.on('data', (chunk) => {
      text += chunk;
    });
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(text).toContain('PRESCREEN_CDS_AUTH [unsafe]');
    expect(text).not.toMatch(/^\s+at /m);
  });
});
