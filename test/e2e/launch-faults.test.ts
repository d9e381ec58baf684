import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
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

  // The errors that the public SMART launcher simulates, as it answers them.
  it.each([
    ['an unknown client', { error: 'invalid_client', error_description: 'Simulated invalid client_id' }],
    ['a wrong address', { error: 'invalid_request', error_description: 'Simulated invalid redirect_uri' }],
    ['a wrong scope', { error: 'invalid_scope', error_description: 'Simulated invalid scope' }],
  ])('SM-14 says what the server said of %s, and forgets the launch', async (_what, authorize) => {
    const visit = await at.visit({ authorize });
    await visit.open();
    expect(await visit.problem()).toBe('authorization-failed');
    await visit.page.getByText(authorize.error_description).waitFor();
    await visit.page.reload();
    expect(await visit.problem()).toBe('not-launched');
  });

  it.each([
    ['401 invalid_client', 401, 'invalid_client'],
    ['401 invalid_grant', 401, 'invalid_grant'],
    ['400 invalid_grant', 400, 'invalid_grant'],
  ])('SM-09 says that signing in failed when the token endpoint answers %s', async (_what, status, error) => {
    const respond = ({ path }: { path: string }) =>
      path === '/token' ? { status, body: { error } } : undefined;
    const { open, problem, clinic } = await at.visit({ respond });
    await open();
    expect(await problem()).toBe('authorization-failed');
    expect(clinic.seen.some(({ path }) => path === '/api/session')).toBe(false);
  });

  it('SM-15 keeps two launches in two tabs apart, each through its own reload', async () => {
    const visit = await at.visit();
    await visit.review();
    const second = await visit.context.newPage();
    await second.goto(visit.clinic.launchUrl);
    await second.locator('#proposal').waitFor();
    await visit.page.reload();
    await visit.page.locator('#proposal').waitFor();
    await second.reload();
    await second.locator('#proposal').waitFor();
    expect(visit.clinic.seen.filter(({ path }) => path === '/token')).toHaveLength(2);
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

  it('goes on from the same page when the EHR is back', async () => {
    const respond = ({ path }: { path: string }) =>
      path.includes('.well-known') ? ('drop' as const) : undefined;
    const visit = await at.visit({ respond });
    await visit.open();
    await visit.page.getByRole('button', { name: 'Try again' }).waitFor();
    visit.clinic.faults.respond = undefined;
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await visit.page.locator('#proposal').waitFor();
  });
});

describe('a launch that goes on', () => {
  it('SM-24 SM-25 SM-29 SM-30 with launch context of any other shape shows the proposal as ever', async () => {
    const visit = await at.visit({
      token: {
        intent: 'foo',
        tenant: 'clinic-7',
        fhirContext: ['Task/1', { reference: 'Task/2', role: 'x' }, { canonical: 'y' }, 42, null],
      },
    });
    await visit.review();
    expect(await visit.page.locator('#proposal').count()).toBe(1);
  });

  it('SM-19 understands a granted scope that is narrowed, and does not take it for the whole', async () => {
    const scope =
      'launch patient/*.rs patient/Task.c?status=draft patient/ClinicalImpression.c patient/Provenance.c';
    const visit = await at.visit({ token: { scope } });
    await visit.review();
    expect(await visit.page.getByRole('button', { name: 'Review and sign' }).isDisabled()).toBe(true);
  });

  it('SM-28 takes the EHR’s highlight colour, not its colours of urgency, and asks no other host', async () => {
    const style = { color_highlight: '#0b4f8a', color_error: '#00ff00', color_background: '#000000' };
    const respond = ({ path }: { path: string }) =>
      path === '/style.json' ? { status: 200, body: style } : undefined;
    const visit = await at.visit({ respond, token: { smart_style_url: '/style.json' } });
    await visit.review();
    const button = visit.page.getByRole('button', { name: 'Review and sign' });
    await visit.page.waitForFunction(() =>
      document.adoptedStyleSheets.some(
        (sheet) =>
          sheet.cssRules[0]?.cssText.includes('rgb(11, 79, 138)') ||
          sheet.cssRules[0]?.cssText.includes('#0b4f8a'),
      ),
    );
    expect(await button.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(11, 79, 138)');
    const mark = visit.page.locator('#proposal [data-priority=critical]').first();
    expect(await mark.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(139, 10, 26)');
    const foreign = await at.visit({ token: { smart_style_url: 'http://127.0.0.1:9/style.json' } });
    await foreign.review();
    expect(foreign.requests.filter((url) => url.includes(':9/'))).toEqual([]);
  });

  it('SM-05 SM-06 SM-07 SM-13 SM-36 asks with everything that is required, and a new unpredictable state', async () => {
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

describe('the built app', () => {
  it('SM-11 holds no secret of a client and no private key', async () => {
    const folder = new URL('../../smart-app/dist/assets/', import.meta.url);
    for (const file of await readdir(folder)) {
      const text = await readFile(new URL(file, folder), 'utf8');
      expect({
        file,
        secret: /client_secret["']?\s*[:=]\s*["'][^"']+["']|BEGIN (RSA |EC )?PRIVATE KEY/.test(text),
      }).toEqual({
        file,
        secret: false,
      });
    }
  });

  it('loads less than 350 kB of script at first', async () => {
    const folder = new URL('../../smart-app/dist/', import.meta.url);
    const page = await readFile(new URL('index.html', folder), 'utf8');
    const scripts = [...page.matchAll(/(?:src|href)="\/app\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name!);
    const sizes = await Promise.all(
      scripts.map(async (name) => gzipSync(await readFile(new URL(name, folder))).length),
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350_000);
  });
});
