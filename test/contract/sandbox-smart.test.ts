import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorize, launchApp, requestToken } from '../sandbox-ehr/drive-launch.ts';
import { fhirCaller } from '../sandbox-ehr/fhir-client.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';

const APP = 'http://localhost:4100';
const SCOPE =
  'openid fhirUser online_access patient/Patient.r patient/Observation.rs patient/ClinicalImpression.crus user/Practitioner.r';
const app = { clientId: 'prescreen-app', redirectUri: `${APP}/app/`, scope: `launch ${SCOPE}` };
const standalone = { ...app, scope: `launch/patient ${SCOPE}` };

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-smart-'));
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir, cdsServiceUrl: APP });
});

afterAll(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const newLaunch = () =>
  sandbox.createLaunch({
    practitioner: 'nurse-diaz',
    patient: 'ana-ruiz',
    encounter: 'visit-1',
    appContext: 'handle-1',
  });

describe('the SMART configuration (SM-52)', () => {
  it('promises S256 and never plain, and what an EHR launch with banner and style needs', async () => {
    const response = await fetch(`${sandbox.fhirUrl}/.well-known/smart-configuration`);
    const body = (await response.json()) as Record<string, string[]>;
    expect(body.code_challenge_methods_supported).toEqual(['S256']);
    expect(body.grant_types_supported).toContain('authorization_code');
    for (const name of [
      'launch-ehr',
      'client-public',
      'context-ehr-patient',
      'context-ehr-encounter',
      'permission-user',
      'permission-patient',
      'context-banner',
      'context-style',
      'permission-v1',
      'permission-v2',
      'permission-online',
      'authorize-post',
      'sso-openid-connect',
    ])
      expect(body.capabilities).toContain(name);
  });

  it('names endpoints that exist', async () => {
    const config = (await (await fetch(`${sandbox.fhirUrl}/.well-known/smart-configuration`)).json()) as {
      issuer: string;
      jwks_uri: string;
      token_endpoint: string;
    };
    const openid = (await (
      await fetch(`${config.issuer}/.well-known/openid-configuration`)
    ).json()) as typeof config;
    expect([openid.issuer, openid.jwks_uri, openid.token_endpoint]).toEqual([
      config.issuer,
      config.jwks_uri,
      config.token_endpoint,
    ]);
  });
});

describe('an EHR launch', () => {
  it('gives the context of the chart with the token', async () => {
    const { status, body } = await launchApp(sandbox, { ...app, launch: newLaunch() });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      patient: 'ana-ruiz',
      encounter: 'visit-1',
      appContext: 'handle-1',
      need_patient_banner: true,
      smart_style_url: `${sandbox.url}/smart-style.json`,
      fhirUser: `${sandbox.fhirUrl}/Practitioner/nurse-diaz`,
      token_type: 'Bearer',
      scope: app.scope,
    });
    expect((await fetch(String(body.smart_style_url))).status).toBe(200);
  });

  it('signs who the nurse is, for this app and this request', async () => {
    const { body } = await launchApp(sandbox, {
      ...app,
      launch: newLaunch(),
      nonce: 'n-1',
      practitioner: 'nurse-okoro',
    });
    const keys = createRemoteJWKSet(new URL(`${sandbox.issuer}/jwks`));
    const { payload, protectedHeader } = await jwtVerify(body.id_token ?? '', keys, {
      issuer: sandbox.issuer,
      audience: 'prescreen-app',
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({ nonce: 'n-1', fhirUser: `${sandbox.fhirUrl}/Practitioner/nurse-okoro` });
  });

  it('can begin by POST', async () => {
    const form = new URLSearchParams({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: app.redirectUri,
      scope: app.scope,
      launch: newLaunch(),
      aud: sandbox.fhirUrl,
      state: 's',
      code_challenge: createHash('sha256').update('v').digest('base64url'),
      code_challenge_method: 'S256',
    });
    const response = await fetch(`${sandbox.issuer}/auth`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    const next = await fetch(new URL(response.headers.get('location') ?? '', sandbox.url), {
      redirect: 'manual',
    });
    expect([response.status, next.status]).toEqual([303, 303]);
    expect(next.headers.get('location')).toContain('/interaction/');
  });

  it.each([
    ['another audience', { aud: 'http://elsewhere/fhir' }, 'invalid_request'],
    ['no audience', { aud: undefined }, 'invalid_request'],
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a launch that is unknown', { launch: 'made-up' }, 'invalid_request'],
    ['the scope launch without a launch', { launch: undefined }, 'invalid_request'],
    ['a response type that is not code', { response_type: 'id_token' }, 'unsupported_response_type'],
  ])('is refused with %s, at the app', async (_name, params, error) => {
    const back = await authorize(sandbox, { ...app, launch: newLaunch(), params });
    expect(back.searchParams.get('error') ?? new URLSearchParams(back.hash.slice(1)).get('error')).toBe(
      error,
    );
    expect(back.searchParams.get('code')).toBeNull();
  });

  it.each([
    ['an unknown app', { client_id: 'stranger' }],
    ['an address that is not registered', { redirect_uri: 'http://localhost:4100/elsewhere/' }],
  ])('never sends %s anywhere', async (_name, params) => {
    const drive = { ...app, launch: newLaunch(), params };
    await expect(authorize(sandbox, drive)).rejects.toThrow(/Stopped at .*: 400/);
  });

  it('needs the right verifier, and takes a code once', async () => {
    const challenge = createHash('sha256').update('right').digest('base64url');
    const back = await authorize(sandbox, {
      ...app,
      launch: newLaunch(),
      params: { code_challenge: challenge },
    });
    const form = {
      grant_type: 'authorization_code',
      client_id: app.clientId,
      redirect_uri: app.redirectUri,
      code: back.searchParams.get('code') ?? '',
    };
    const wrong = await requestToken(sandbox, { ...form, code_verifier: 'x'.repeat(43) });
    expect([wrong.status, wrong.body.error]).toEqual([400, 'invalid_grant']);
  });
});

describe('refresh', () => {
  it('keeps the context, turns the token over, and ends both when the old one is used again', async () => {
    const first = await launchApp(sandbox, { ...app, launch: newLaunch() });
    const form = { grant_type: 'refresh_token', client_id: app.clientId };
    const second = await requestToken(sandbox, { ...form, refresh_token: first.body.refresh_token ?? '' });
    expect(second.body).toMatchObject({ patient: 'ana-ruiz', appContext: 'handle-1', scope: app.scope });
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token);
    const replay = await requestToken(sandbox, { ...form, refresh_token: first.body.refresh_token ?? '' });
    expect([replay.status, replay.body.error]).toEqual([400, 'invalid_grant']);
    const stolen = fhirCaller(sandbox, second.body.access_token);
    expect((await stolen('GET', 'Patient/ana-ruiz')).status).toBe(401);
  });

  it('is not given without online_access', async () => {
    const scope = app.scope.replace(' online_access', '');
    const { body } = await launchApp(sandbox, { ...app, scope, launch: newLaunch() });
    expect(body.refresh_token).toBeUndefined();
  });

  it('can ask for less', async () => {
    const { body } = await launchApp(sandbox, { ...app, launch: newLaunch() });
    const less = await requestToken(sandbox, {
      grant_type: 'refresh_token',
      client_id: app.clientId,
      refresh_token: body.refresh_token ?? '',
      scope: 'openid patient/Patient.r',
    });
    expect(less.body.scope).toBe('openid patient/Patient.r');
  });
});

describe('a standalone launch', () => {
  it('lets the nurse pick the patient', async () => {
    const { body } = await launchApp(sandbox, { ...standalone, patient: 'tom-becker' });
    expect([body.patient, body.encounter]).toEqual(['tom-becker', undefined]);
  });

  it('gives a work list no patient when it asks for none', async () => {
    const { body } = await launchApp(sandbox, { ...app, scope: 'openid fhirUser user/Encounter.rs' });
    expect([body.patient, body.scope]).toEqual([undefined, 'openid fhirUser user/Encounter.rs']);
  });

  it('tells the app when the person stops', async () => {
    const back = await authorize(sandbox, { ...standalone, patient: undefined });
    expect(back.searchParams.get('error')).toBe('access_denied');
  });
});

describe('introspection', () => {
  const introspect = async (token: string, clientId = app.clientId) =>
    (await (
      await fetch(`${sandbox.issuer}/token/introspection`, {
        method: 'POST',
        body: new URLSearchParams({ token, client_id: clientId }),
      })
    ).json()) as Record<string, unknown>;

  it('says what a live token is for, and only that it is dead of any other', async () => {
    const { body } = await launchApp(sandbox, { ...app, launch: newLaunch() });
    expect(await introspect(body.access_token ?? '')).toMatchObject({
      active: true,
      client_id: 'prescreen-app',
      patient: 'ana-ruiz',
      scope: app.scope,
      fhirUser: `${sandbox.fhirUrl}/Practitioner/nurse-diaz`,
    });
    expect(await introspect('made-up')).toEqual({ active: false });
  });
});

describe('a denied scope', () => {
  it('is missing from what was granted', async () => {
    sandbox.trouble.deniedTypes = ['ClinicalImpression'];
    const { body } = await launchApp(sandbox, { ...app, launch: newLaunch() });
    sandbox.trouble.deniedTypes = [];
    expect(body.scope).toBe(app.scope.replace(' patient/ClinicalImpression.crus', ''));
  });
});

describe('CORS (SM-51)', () => {
  const origin = async (url: string, from: string) =>
    (await fetch(url, { headers: { origin: from } })).headers.get('access-control-allow-origin');

  it('opens metadata and configuration to every origin, data only to registered apps', async () => {
    for (const path of ['/metadata', '/.well-known/smart-configuration'])
      expect(await origin(`${sandbox.fhirUrl}${path}`, 'https://anywhere.example')).toBe('*');
    expect(await origin(`${sandbox.fhirUrl}/Patient/x`, APP)).toBe(APP);
    expect(await origin(`${sandbox.fhirUrl}/Patient/x`, 'https://anywhere.example')).toBeNull();
  });

  it('answers the preflight of a write with the headers that a guarded write needs', async () => {
    const response = await fetch(`${sandbox.fhirUrl}/Task/1`, {
      method: 'OPTIONS',
      headers: {
        origin: APP,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,content-type,if-match',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(response.headers.get('access-control-allow-headers')).toContain('if-match');
  });

  it('lets the app call the token endpoint and nobody else', async () => {
    const call = (from: string) =>
      fetch(`${sandbox.issuer}/token`, {
        method: 'POST',
        headers: { origin: from },
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: app.clientId,
          refresh_token: 'x',
        }),
      });
    expect((await call(APP)).headers.get('access-control-allow-origin')).toBe(APP);
    expect((await call('https://anywhere.example')).status).toBe(400);
    expect((await call('https://anywhere.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});
