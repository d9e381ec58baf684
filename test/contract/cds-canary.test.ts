import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSESSMENT_EXTENSION } from '#fhir-mappers/assessment.ts';
import { aHookCall, aPrefetch, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { aReviewOf } from '../support/review.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const MARK = 'CANARY';
/** Tables that hold proposals and what nurses said: patient data belong there and nowhere else. */
const CLINICAL_TABLES = ['proposals', 'signed', 'feedback'];
let ehr: SmallEhr;
let service: TestService;
/** Tokens and secrets that went through the service: they may be nowhere at all. */
const secrets: string[] = [];
const answers: { readonly status: number; readonly text: string }[] = [];

/** Plants a marked value into every string of a resource that does not steer the rules. */
function planted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => planted(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, planted(item, name)]));
  }
  return typeof value === 'string' && ['text', 'display', 'family'].includes(key)
    ? `${value} ${MARK}-${key}`
    : value;
}

async function send(path: string, body: unknown, token?: string | null) {
  const bearer = token === undefined ? await ehr.cds.token(`${service.url}${path}`) : token;
  if (bearer) secrets.push(bearer);
  const response = await service.call(path, { method: 'POST', body, token: bearer });
  const text = await response.text();
  answers.push({ status: response.status, text });
  return text ? JSON.parse(text) : undefined;
}

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({ folder, ehr });
  secrets.push(ehr.accessToken);

  const prefetch = planted(aPrefetch()) as Record<string, Record<string, unknown>>;
  prefetch.patient = {
    ...prefetch.patient,
    name: [{ family: `${MARK}-family`, given: [`${MARK}-given`] }],
    telecom: [{ value: `${MARK}-phone` }],
    address: [{ text: `${MARK}-address` }],
    identifier: [{ value: `${MARK}-mrn` }],
  };
  const call = aHookCall({
    prefetch,
    fhirServer: ehr.iss,
    fhirAuthorization: {
      access_token: ehr.accessToken,
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'patient/*.rs',
      subject: `${MARK}-subject`,
    },
    extension: { 'com.ehr.note': `${MARK}-extension` },
  });
  const [card] = (await send(SERVICE, call)).cards;
  const assessment = card.extension[ASSESSMENT_EXTENSION];
  secrets.push(card.links[0].appContext);

  // Everything that can be wrong, with a mark where it is wrong.
  await send(SERVICE, { ...call, hook: `${MARK}-hook` });
  await send(SERVICE, { ...call, hookInstance: `${MARK}-instance` });
  await send(SERVICE, { ...call, context: { userId: `${MARK}`, patientId: `${MARK}/1` } });
  await send(SERVICE, { ...call, fhirServer: `https://${MARK.toLowerCase()}.example/fhir` });
  await send(SERVICE, { ...call, prefetch: { patient: { resourceType: 'Patient', id: `${MARK}-other` } } });
  await send(SERVICE, { ...call, prefetch: { patient: `<html>${MARK}</html>` }, fhirServer: undefined });
  await send(SERVICE, `{"hook": "${MARK}`);
  await send(SERVICE, call, 'a.b.c');
  await send(`/cds-services/${MARK}`, call);

  const item = { card: card.uuid, outcome: 'overridden', outcomeTimestamp: '2026-11-21T10:00:00Z' };
  await send(FEEDBACK, { feedback: [{ ...item, overrideReason: { userComment: `${MARK}-comment` } }] });
  await send(FEEDBACK, { feedback: [{ ...item, outcomeTimestamp: `${MARK}-time` }] });

  const idToken = await ehr.idToken({ claims: { name: `${MARK}-nurse` } });
  secrets.push(idToken);
  const session = { iss: ehr.iss, idToken, accessToken: ehr.accessToken, patient: 'p1', encounter: 'e1' };
  const { token } = await send('/api/session', session, null);
  await send('/api/session', { ...session, patient: `${MARK}/1` }, null);
  await send('/api/session', { ...session, iss: `https://${MARK.toLowerCase()}.example` }, null);
  await send('/api/sign', aReviewOf(assessment, { summary: `${MARK}-summary` }), token);
  await send('/api/sign', { ...aReviewOf(assessment), priority: `${MARK}-priority` }, token);
  await send('/api/assess', { complaint: `${MARK}-complaint dizzy` }, token);
  await send('/api/sign', { ...aReviewOf(assessment), assessmentId: randomUUID() }, `${MARK}-session`);
  await service.call(`/api/assessment?handle=${MARK}-handle`, { token });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

function expectClean(text: string) {
  expect(text).not.toMatch(/canary/i);
  for (const secret of secrets) expect(text).not.toContain(secret);
}

describe('patient data and tokens', () => {
  it('were really planted: the proposal holds them', () => {
    expect(answers[0]?.text).toContain(MARK);
    expect(answers.filter(({ status }) => status >= 400).length).toBeGreaterThan(10);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
  });

  it('CH-52 CH-71 are in no line of the log, at the finest level too', () => {
    expect(service.log.length).toBeGreaterThan(15);
    expectClean(service.log.join(''));
  });

  it('are in no error', () => {
    for (const { status, text } of answers) if (status >= 400) expectClean(text);
  });

  it('are in no metric', async () => {
    expectClean(await (await service.call('/metrics', { token: null })).text());
  });

  it('are in the store among proposals only, and tokens nowhere', () => {
    const db = new DatabaseSync(join(service.dataFolder, 'prescreen.sqlite'), { readOnly: true });
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    for (const { name } of tables) {
      const rows = JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all());
      for (const secret of secrets) expect([name, rows.includes(secret)]).toEqual([name, false]);
      if (!CLINICAL_TABLES.includes(String(name)))
        expect([name, /canary/i.test(rows)]).toEqual([name, false]);
    }
    db.close();
  });

  it('are in no other file, the index least of all', () => {
    for (const name of readdirSync(service.dataFolder)) {
      if (name.startsWith('prescreen.sqlite')) continue;
      expectClean(readFileSync(join(service.dataFolder, name)).toString('latin1'));
    }
  });
});
