import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSessions, type SessionRequest } from '#cds-service/auth/app-session.ts';
import { fetchJson } from '#cds-service/auth/fetch-json.ts';
import { createKeySets } from '#cds-service/auth/key-sets.ts';
import { parseRegistry } from '#cds-service/auth/registry.ts';
import { openSqliteStore } from '#cds-service/store/open-sqlite-store.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { type IdTokenChanges, type SmallEhr, startSmallEhr } from '../../../support/small-ehr.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const folder = tempFolder();
const file = join(folder, 'store.sqlite');
const store = openSqliteStore(file);
let ehr: SmallEhr;
let time = Date.now();
let sessions: ReturnType<typeof makeSessions>;

function makeSessions() {
  const registry = parseRegistry(JSON.stringify({ clients: [ehr.registration()] }), 'development');
  return createSessions({
    registry: { current: () => registry },
    keySets: createKeySets(fetchJson, () => time),
    fetchJson,
    store,
    lifeMinutes: 60,
    secret: Buffer.alloc(32, 1),
    now: () => time,
  });
}

beforeAll(async () => {
  ehr = await startSmallEhr();
});
afterAll(async () => {
  await ehr.close();
  await store.close();
});
beforeEach(() => {
  time = Date.now();
  ehr.trouble = undefined;
  ehr.requests.length = 0;
  sessions = makeSessions();
});

async function outcomeOf(idChanges: IdTokenChanges = {}, changes: Partial<SessionRequest> = {}) {
  const idToken = await ehr.idToken(idChanges);
  const request = { iss: ehr.iss, idToken, accessToken: ehr.accessToken, patient: 'p1', encounter: 'e1' };
  try {
    const { practitioner } = await sessions.open({ ...request, ...changes });
    return `${practitioner.reference} ${practitioner.display}`;
  } catch (error) {
    return error instanceof ServiceError ? error.code : error;
  }
}

describe('opening a session', () => {
  it('SM-32 knows the nurse by her id_token and shows the name that the EHR has', async () => {
    expect(await outcomeOf()).toBe('Practitioner/n1 Ana Diaz RN');
  });

  it('SM-02 refuses an EHR that is not registered and asks it nothing', async () => {
    expect(await outcomeOf({}, { iss: `${ehr.url}/other` })).toBe('unauthorised');
    expect(ehr.requests).toEqual([]);
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'another-app' }],
    ['two audiences without azp', { aud: ['prescreen-app', 'another-app'] }],
    ['an end in the past', { exp: Math.floor(Date.now() / 1000) - 120 }],
    ['an access token of somebody else', { at_hash: 'AAAA' }],
    ['no user', { fhirUser: undefined }],
    ['a nonce that nobody sent', { nonce: 'n' }],
  ])('SM-32 refuses an id_token with %s', async (_what, claims) => {
    expect(await outcomeOf({ claims })).toBe('unauthorised');
  });

  it('SM-32 refuses an id_token signed with another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await outcomeOf({ key: privateKey })).toBe('unauthorised');
  });

  it('SM-32 takes the nonce that was sent and no other', async () => {
    expect(await outcomeOf({ claims: { nonce: 'n1' } }, { nonce: 'n1' })).toMatch(/^Practitioner/);
    expect(await outcomeOf({ claims: { nonce: 'n1' } }, { nonce: 'n2' })).toBe('unauthorised');
    expect(await outcomeOf({}, { nonce: 'n1' })).toBe('unauthorised');
  });

  it('takes an access token that the id_token names by its hash', async () => {
    const half = createHash('sha256').update(ehr.accessToken).digest().subarray(0, 16);
    expect(await outcomeOf({ claims: { at_hash: half.toString('base64url') } })).toMatch(/^Practitioner/);
  });

  it('SM-34 takes an id_token without kid', async () => {
    expect(await outcomeOf({ header: { kid: undefined } })).toMatch(/^Practitioner/);
  });

  it.each([
    ['absolute on the EHR', () => `${ehr.iss}/Practitioner/n1`, 'Practitioner/n1 Ana Diaz RN'],
    ['of a role', () => 'PractitionerRole/r1', 'PractitionerRole/r1 PractitionerRole/r1'],
    [
      'absolute elsewhere',
      () => 'https://other.example/Practitioner/n1',
      'https://other.example/Practitioner/n1 https://other.example/Practitioner/n1',
    ],
  ])('SM-35 takes a fhirUser %s', async (_what, fhirUser, expected) => {
    expect(await outcomeOf({ claims: { fhirUser: fhirUser() } })).toBe(expected);
  });

  it.each([
    'Patient/p1',
    'RelatedPerson/r1',
    'Person/p',
    'nurse',
    'Practitioner/',
    'https://x.example/',
  ])('SM-35 refuses the fhirUser %s: only clinicians sign', async (fhirUser) => {
    expect(await outcomeOf({ claims: { fhirUser } })).toBe('not-a-clinician');
  });

  it('SM-35 never sends the token to another host', async () => {
    await outcomeOf({ claims: { fhirUser: 'https://other.example/Practitioner/n1' } });
    expect(ehr.requests.some(({ line }) => line.includes('Practitioner'))).toBe(false);
  });

  it('SM-50 believes an access token only as far as the EHR does', async () => {
    expect(await outcomeOf({}, { accessToken: 'stolen' })).toBe('other-patient');
    expect(await outcomeOf({}, { patient: 'unknown' })).toBe('other-patient');
  });

  it('refuses an encounter of another patient', async () => {
    expect(await outcomeOf({}, { encounter: 'e2' })).toBe('other-patient');
  });

  it('goes on without an encounter that cannot be read', async () => {
    const idToken = await ehr.idToken();
    const request = { iss: ehr.iss, idToken, accessToken: ehr.accessToken, patient: 'p1', encounter: 'gone' };
    const { token } = await sessions.open(request);
    expect((await sessions.find(`Bearer ${token}`)).binding).toEqual({
      client: 'Small clinic',
      patient: 'p1',
    });
  });

  it.each([500, 503] as const)('says that the EHR did not answer when it says %i', async (status) => {
    ehr.trouble = status;
    expect(await outcomeOf()).toBe('data-unavailable');
  });
});

describe('a session', () => {
  const open = async () => {
    const idToken = await ehr.idToken();
    return sessions.open({ iss: ehr.iss, idToken, accessToken: ehr.accessToken, patient: 'p1' });
  };

  it('is found by its token and by nothing else', async () => {
    const { token } = await open();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await sessions.find(`Bearer ${token}`)).accessToken).toBe(ehr.accessToken);
    for (const header of [undefined, '', `Bearer ${token}x`, `Bearer ${'A'.repeat(43)}`, token]) {
      await expect(sessions.find(header)).rejects.toMatchObject({ code: 'session-expired' });
    }
  });

  it('ends', async () => {
    const { token } = await open();
    time += 61 * 60_000;
    await expect(sessions.find(`Bearer ${token}`)).rejects.toMatchObject({ code: 'session-expired' });
  });

  it('survives a restart without its access token, which is never written down', async () => {
    const { token } = await open();
    sessions = makeSessions();
    const found = await sessions.find(`Bearer ${token}`);
    expect(found.practitioner.reference).toBe('Practitioner/n1');
    expect(found.accessToken).toBeUndefined();
    const written = readFileSync(file).toString('latin1') + readFileSync(`${file}-wal`).toString('latin1');
    expect(written).not.toContain(ehr.accessToken);
    expect(written).not.toContain(token);
  });

  it('gives the same nurse and patient the same key for drafts, and others another', async () => {
    const first = await open();
    const second = await open();
    expect(second.draftKey).toBe(first.draftKey);
    const idToken = await ehr.idToken({ claims: { fhirUser: 'Practitioner/n2' } });
    const other = await sessions.open({ iss: ehr.iss, idToken, accessToken: ehr.accessToken, patient: 'p1' });
    expect(other.draftKey).not.toBe(first.draftKey);
    expect(Buffer.from(first.draftKey, 'base64url')).toHaveLength(32);
  });

  it('leaves its refusals in the audit log, with the reason', async () => {
    await outcomeOf({ claims: { aud: 'x' } });
    const db = new DatabaseSync(file, { readOnly: true });
    const last = db.prepare('SELECT event, code, actor FROM audit ORDER BY sequence DESC LIMIT 1').get();
    db.close();
    expect({ ...last }).toEqual({ event: 'session-refused', code: 'audience', actor: 'Small clinic' });
  });
});
