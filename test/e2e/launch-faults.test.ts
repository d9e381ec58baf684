import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AtClinic, atClinic } from '../support/app/at-clinic.ts';

let at: AtClinic;
beforeAll(async () => {
  at = await atClinic();
});
afterAll(() => at.close());

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a launch that must not go on', () => {
  it('SM-01 without iss, or without launch, says so and redirects nowhere', async () => {
    const { clinic, open, problem, requests } = await at.visit();
    for (const query of ['', `?iss=${encodeURIComponent(`${clinic.ehrUrl}/fhir`)}`, '?launch=l1']) {
      await open(`${clinic.appUrl}/app/launch.html${query}`);
      expect(await problem()).toBe('launch-incomplete');
    }
    expect(requests.filter((url) => url.startsWith(clinic.ehrUrl))).toEqual([]);
  });

  it('SM-02 from a foreign issuer sends nothing to it', async () => {
    const { clinic, open, problem, requests } = await at.visit();
    await open(`${clinic.appUrl}/app/launch.html?iss=http://127.0.0.1:9/fhir&launch=l1`);
    expect(await problem()).toBe('foreign-issuer');
    expect(requests.filter((url) => !url.startsWith(clinic.appUrl))).toEqual([]);
  });

  it('SM-08 stops at a server without S256', async () => {
    const { open, problem, clinic } = await at.visit({
      discovery: { code_challenge_methods_supported: ['plain'] },
    });
    await open();
    expect(await problem()).toBe('server-unsuitable');
    expect(clinic.seen.some(({ path }) => path === '/authorize')).toBe(false);
  });

  it('SM-04 stops at a server that cannot launch from the EHR', async () => {
    const { open, problem } = await at.visit({ discovery: { capabilities: [] } });
    await open();
    expect(await problem()).toBe('server-unsuitable');
  });

  it('SM-12 refuses addresses that override its settings', async () => {
    const { clinic, open, problem, requests } = await at.visit();
    for (const query of ['fhirServiceUrl=http://127.0.0.1:9/', 'clientId=x', 'patientId=p2']) {
      await open(`${clinic.launchUrl}&${query}`);
      expect(await problem()).toBe('unsafe-launch');
    }
    expect(requests.filter((url) => !url.startsWith(clinic.appUrl))).toEqual([]);
  });

  it('SM-12 takes no launch from the address of the app itself', async () => {
    const { clinic, open, problem, requests } = await at.visit();
    await open(
      `${clinic.appUrl}/app/?fhirServiceUrl=http://127.0.0.1:9/&state=x&code=y&iss=http://127.0.0.1:9/`,
    );
    expect(await problem()).toBe('not-launched');
    expect(requests.filter((url) => !url.startsWith(clinic.appUrl))).toEqual([]);
  });

  it('SM-14 says that access was declined, and apart from that what the server said', async () => {
    const declined = await at.visit({ authorize: { error: 'access_denied', error_description: 'no' } });
    await declined.open();
    expect(await declined.problem()).toBe('access-denied');
    const wrong = await at.visit({ authorize: { error: 'invalid_scope', error_description: 'which?' } });
    await wrong.open();
    expect(await wrong.problem()).toBe('authorization-failed');
    expect(await wrong.page.getByText('which?').count()).toBe(1);
  });

  it('SM-09 says that signing in failed when the token endpoint refuses the code', async () => {
    const { open, problem } = await at.visit({ authorize: { code: 'never-given' } });
    await open();
    expect(await problem()).toBe('authorization-failed');
  });

  it('SM-23 stops without a patient', async () => {
    const { open, problem, clinic } = await at.visit({ token: { patient: undefined } });
    await open();
    expect(await problem()).toBe('no-patient');
    expect(clinic.seen.some(({ path }) => path.startsWith('/fhir/Patient'))).toBe(false);
  });

  it.each([
    ['SM-32 SM-33 a tampered id_token', { tamper: true }, 'identity-invalid'],
    ['SM-32 an id_token for another app', { claims: { aud: 'other-app' } }, 'identity-invalid'],
    ['SM-32 an id_token of another issuer', { claims: { iss: 'http://evil.example' } }, 'identity-invalid'],
    ['SM-32 an id_token of another launch', { claims: { nonce: 'other' } }, 'identity-invalid'],
    ['SM-32 an expired id_token', { claims: { exp: 1_700_000_000 } }, 'identity-invalid'],
    ['SM-32 no id_token', { token: { id_token: undefined } }, 'identity-invalid'],
    ['SM-35 a user who is a patient', { claims: { fhirUser: 'Patient/p1' } }, 'not-a-clinician'],
  ])('%s: refused before any clinical data is read', async (_name, faults, code) => {
    const { open, problem, clinic } = await at.visit(faults);
    await open();
    expect(await problem()).toBe(code);
    expect(clinic.seen.some(({ path }) => path === '/api/session' || path.startsWith('/fhir/Patient'))).toBe(
      false,
    );
  });

  it('says that our own service is away', async () => {
    const respond = ({ path }: { path: string }) =>
      path === '/app/config.json' ? ('drop' as const) : undefined;
    const { open, problem } = await at.visit({ respond });
    await open();
    expect(await problem()).toBe('config-unavailable');
  });

  it('says that the EHR is away', async () => {
    const respond = ({ path }: { path: string }) =>
      path.includes('.well-known') ? ('drop' as const) : undefined;
    const { open, problem } = await at.visit({ respond });
    await open();
    expect(await problem()).toBe('server-unreachable');
  });
});

describe('a launch that goes on', () => {
  it('SM-05 SM-06 SM-07 SM-13 asks with everything that is required, and a new unpredictable state', async () => {
    const visit = await at.visit();
    const states: (string | null)[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      await visit.review();
      const { query } = visit.clinic.seen.findLast(({ path }) => path === '/authorize')!;
      states.push(query.get('state'));
      expect(Object.fromEntries(query)).toMatchObject({
        response_type: 'code',
        client_id: 'prescreen-app',
        redirect_uri: `${visit.clinic.appUrl}/app/`,
        launch: 'l1',
        aud: `${visit.clinic.ehrUrl}/fhir`,
        code_challenge_method: 'S256',
        state: expect.stringMatching(UUID),
        nonce: expect.stringMatching(UUID),
        code_challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      });
      expect(query.get('scope')?.split(' ')).toContain('launch');
      expect(query.has('max_age')).toBe(false);
    }
    expect(new Set(states).size).toBe(2);
  });

  it('SM-09 SM-10 exchanges the code with its verifier, as a public client', async () => {
    const visit = await at.visit();
    await visit.review();
    const { body, headers } = visit.clinic.seen.find(({ path }) => path === '/token')!;
    const form = new URLSearchParams(body);
    expect([...form.keys()].toSorted()).toEqual([
      'client_id',
      'code',
      'code_verifier',
      'grant_type',
      'redirect_uri',
    ]);
    expect(headers.authorization).toBeUndefined();
  });

  it('SM-03 follows relative endpoints from the FHIR base', async () => {
    const visit = await at.visit({
      discovery: { authorization_endpoint: '../authorize', token_endpoint: '../token' },
    });
    await visit.review();
    expect(await visit.page.locator('#proposal').count()).toBe(1);
  });

  it('SM-15 exchanges the code once: reload and back find the session again', async () => {
    const visit = await at.visit();
    await visit.review();
    expect(new URL(visit.page.url()).search).toBe('');
    await visit.page.reload();
    await visit.page.locator('#proposal').waitFor();
    expect(visit.clinic.seen.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  it('SM-34 accepts an id_token whose header names no key', async () => {
    const visit = await at.visit({ noKid: true });
    await visit.review();
    expect(await visit.page.locator('#proposal').count()).toBe(1);
  });

  it('SM-27 shows identifiers unless the EHR shows them', async () => {
    const full = await at.visit();
    await full.review();
    expect(await full.page.getByText('MRN 0042').count()).toBe(1);
    const lean = await at.visit({ token: { need_patient_banner: false } });
    await lean.review();
    expect(await lean.page.getByText('MRN 0042').count()).toBe(0);
    expect(await lean.page.getByText('Ana Ruiz').count()).toBe(1);
  });

  it('SM-37 leaves no token in local storage, cookies or the address', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.toPreview();
    const local = await visit.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(local).not.toMatch(/access-|refresh-|eyJ/);
    expect(await visit.context.cookies()).toEqual([]);
    expect(visit.requests.filter((url) => /access-|session-1/.test(url))).toEqual([]);
  });

  it('SM-41 sends the token with every call to the record and to nobody else', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.toPreview();
    await visit.page.getByRole('button', { name: 'Sign as Ana Diaz, RN' }).click();
    await visit.page.locator('[data-receipt]').waitFor();
    const calls = visit.clinic.seen.filter(
      ({ at: where, path, method }) =>
        where === 'ehr' && path.startsWith('/fhir') && !path.includes('.well-known') && method !== 'OPTIONS',
    );
    expect(calls.some(({ method }) => method === 'POST')).toBe(true);
    for (const { headers } of calls) expect(headers.authorization).toMatch(/^Bearer access-/);
    const others = visit.requests.filter(
      (url) => !url.startsWith(visit.clinic.appUrl) && !url.startsWith(visit.clinic.ehrUrl),
    );
    expect(others).toEqual([]);
  });
});
