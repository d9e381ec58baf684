import { randomUUID } from 'node:crypto';
import type { Bundle, ClinicalImpression, Provenance } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ASSESSMENT_EXTENSION, type Assessment, assessmentSchema } from '#fhir-mappers/assessment.ts';
import { aHookCall, SERVICE } from '../support/hook-call.ts';
import { aReviewOf } from '../support/review.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;
let proposal: Assessment;
let handle: string;
let token: string;

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({ folder, ehr });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});
beforeEach(async () => {
  const response = await service.call(SERVICE, { method: 'POST', body: aHookCall() });
  const [card] = (await response.json()).cards;
  proposal = card.extension[ASSESSMENT_EXTENSION];
  handle = card.links[0].appContext;
  token = await signIn();
});

async function openSession(changes: Record<string, unknown> = {}, claims: Record<string, unknown> = {}) {
  const idToken = await ehr.idToken({ claims });
  const request = { iss: ehr.iss, idToken, accessToken: ehr.accessToken, patient: 'p1', encounter: 'e1' };
  return service.call('/api/session', { method: 'POST', body: { ...request, ...changes }, token: null });
}

async function signIn(changes: Record<string, unknown> = {}, claims: Record<string, unknown> = {}) {
  return (await (await openSession(changes, claims)).json()).token as string;
}

async function get(path: string, as = token) {
  const response = await service.call(path, { token: as });
  return { status: response.status, json: await response.json(), headers: response.headers };
}

async function post(path: string, body: unknown, as = token) {
  const response = await service.call(path, { method: 'POST', body, token: as });
  return { status: response.status, json: await response.json() };
}

const codeOf = (json: { issue: { details: { coding: { code: string }[] } }[] }) =>
  json.issue[0]?.details.coding[0]?.code;

describe('POST /api/session', () => {
  it('tells the app who the nurse is and gives it a token', async () => {
    const response = await openSession();
    expect(await response.json()).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      expiresIn: 240 * 60,
      practitioner: { reference: 'Practitioner/n1', display: 'Ana Diaz RN' },
      draftKey: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('SM-32 refuses a tampered id_token with a code and nothing more', async () => {
    const idToken = await ehr.idToken();
    const response = await openSession({ idToken: `${idToken.slice(0, -4)}AAAA` });
    expect(response.status).toBe(401);
    const json = await response.json();
    expect(codeOf(json)).toBe('unauthorised');
    expect(JSON.stringify(json)).not.toContain('signature');
  });

  it('SM-35 refuses a patient who signs in', async () => {
    const response = await openSession({}, { fhirUser: 'Patient/p1' });
    expect([response.status, codeOf(await response.json())]).toEqual([403, 'not-a-clinician']);
  });

  it('names the field that is wrong and never repeats it', async () => {
    const response = await openSession({ patient: 'Patient/CANARY' });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).toContain('patient');
    expect(text).not.toContain('CANARY');
  });
});

describe('GET /api/assessment', () => {
  it('gives the proposal behind the handle of the card', async () => {
    const { status, json } = await get(`/api/assessment?handle=${handle}`);
    expect(status).toBe(200);
    expect(json).toEqual(proposal);
    expect(assessmentSchema.safeParse(json).success).toBe(true);
  });

  it('CH-100 without a handle gives the newest of patient and encounter', async () => {
    expect((await get('/api/assessment')).json.id).toBe(proposal.id);
  });

  it('takes a handle again from the nurse who opened it, and from nobody else', async () => {
    await get(`/api/assessment?handle=${handle}`);
    expect((await get(`/api/assessment?handle=${handle}`)).status).toBe(200);
    const colleague = await signIn({}, { fhirUser: 'PractitionerRole/r9' });
    expect((await get(`/api/assessment?handle=${handle}`, colleague)).status).toBe(403);
  });

  it('refuses the handle of a card that another nurse was shown', async () => {
    const colleague = await signIn({}, { fhirUser: 'Practitioner/n2' });
    expect((await get(`/api/assessment?handle=${handle}`, colleague)).status).toBe(403);
    // Her attempt must not take it away from the nurse whose it is.
    expect((await get(`/api/assessment?handle=${handle}`)).status).toBe(200);
  });

  it('refuses the handle of another patient', async () => {
    const other = await signIn({ patient: 'p2', encounter: 'e2' });
    const { status, json } = await get(`/api/assessment?handle=${handle}`, other);
    expect([status, codeOf(json)]).toEqual([403, 'other-patient']);
  });

  it('does not know a handle that was made up', async () => {
    const { status, json } = await get('/api/assessment?handle=garbage');
    expect([status, codeOf(json)]).toEqual([404, 'no-assessment']);
  });

  it('says so when there is no proposal', async () => {
    const other = await signIn({ patient: 'p2', encounter: 'e2' });
    expect(codeOf((await get('/api/assessment', other)).json)).toBe('no-assessment');
  });

  it.each([undefined, 'garbage', 'A'.repeat(43)])('needs a session, and not %s', async (wrong) => {
    const response = await service.call('/api/assessment', { token: wrong ?? null });
    expect([response.status, codeOf(await response.json())]).toEqual([401, 'session-expired']);
  });
});

describe('POST /api/assess', () => {
  it('assesses now with what the session may read', async () => {
    const { status, json } = await post('/api/assess', {});
    expect(status).toBe(200);
    expect(assessmentSchema.safeParse(json).error).toBeUndefined();
    expect(json.id).not.toBe(proposal.id);
    expect((await get('/api/assessment')).json.id).toBe(json.id);
  });

  it('takes a measurement of the nurse into account', async () => {
    const { json } = await post('/api/assess', {
      measurements: [{ kind: 'systolic', value: 72, unit: 'mm[Hg]' }],
    });
    expect(json.measurements).toContainEqual(expect.objectContaining({ kind: 'systolic', value: 72 }));
    expect(json.rules.length).toBeGreaterThan(0);
  });

  it('refuses a kind of measurement that it does not know', async () => {
    const { status } = await post('/api/assess', { measurements: [{ kind: 'aura', value: 1, unit: '1' }] });
    expect(status).toBe(400);
  });
});

describe('POST /api/preview and /api/sign', () => {
  const resourceOf = <T>(bundle: Bundle, type: string) =>
    bundle.entry?.find(({ resource }) => resource?.resourceType === type)?.resource as T;
  const signatureOf = (bundle: Bundle) =>
    bundle.entry
      ?.map(({ resource }) => resource as Provenance)
      .find(({ resourceType, signature }) => resourceType === 'Provenance' && signature);

  it('show the same transaction, unsigned and signed', async () => {
    const review = aReviewOf(proposal);
    const preview = await post('/api/preview', review);
    const signed = await post('/api/sign', review);
    expect(preview.status).toBe(200);
    expect(signatureOf(preview.json)).toBeUndefined();
    const types = (bundle: Bundle) => bundle.entry?.map(({ resource }) => resource?.resourceType);
    expect(types(signed.json)).toEqual(types(preview.json));
    expect(signatureOf(signed.json)?.signature?.[0]).toMatchObject({
      sigFormat: 'application/jose',
      who: { reference: 'Practitioner/n1' },
    });
  });

  it('sign so that it verifies, and an edit makes it fail', async () => {
    const bundle = (await post('/api/sign', aReviewOf(proposal))).json as Bundle;
    const resource = resourceOf<ClinicalImpression>(bundle, 'ClinicalImpression');
    const provenance = signatureOf(bundle);
    const verify = async (changed: unknown) =>
      (await post('/api/verify', { resource: changed, provenance })).json;
    expect(await verify(resource)).toMatchObject({ valid: true, signer: 'Practitioner/n1' });
    expect(
      await verify({ ...resource, meta: { ...resource.meta, versionId: '7', lastUpdated: 'x' } }),
    ).toMatchObject({
      valid: true,
    });
    expect(await verify({ ...resource, summary: `${resource.summary}.` })).toMatchObject({
      valid: false,
      reason: 'changed',
    });
  });

  it('sign the same review once', async () => {
    const review = aReviewOf(proposal);
    const [first, second] = await Promise.all([post('/api/sign', review), post('/api/sign', review)]);
    expect(second?.json).toEqual(first?.json);
    expect((await post('/api/sign', review)).json).toEqual(first?.json);
  });

  it('refuse another priority without a reason, and a floor passed without confirmation', async () => {
    expect(proposal.rules.length).toBeGreaterThan(0);
    const silent = await post('/api/sign', aReviewOf(proposal, { priority: 'low' }));
    expect([silent.status, codeOf(silent.json)]).toEqual([422, 'override-reason-missing']);
    const overrideReason = { code: 'vitals-remeasured' } as const;
    const unconfirmed = await post('/api/sign', aReviewOf(proposal, { priority: 'low', overrideReason }));
    expect([unconfirmed.status, codeOf(unconfirmed.json)]).toEqual([422, 'below-floor-unconfirmed']);
    const belowFloor = { rule: proposal.rules[0]?.id ?? '', confirmed: true } as const;
    const confirmed = await post(
      '/api/sign',
      aReviewOf(proposal, { priority: 'low', overrideReason, belowFloor }),
    );
    expect(confirmed.status).toBe(200);
  });

  it('refuse a proposal of another patient, and one that nobody made', async () => {
    const other = await signIn({ patient: 'p2', encounter: 'e2' });
    expect((await post('/api/sign', aReviewOf(proposal), other)).status).toBe(403);
    const unknown = aReviewOf({ ...proposal, id: randomUUID() });
    expect((await post('/api/sign', unknown)).status).toBe(404);
  });

  it('sign a note for an EHR that stores no ClinicalImpression', async () => {
    const bundle = (await post('/api/sign?mode=document', aReviewOf(proposal))).json as Bundle;
    const resource = resourceOf(bundle, 'DocumentReference');
    const checked = await post('/api/verify', { resource, provenance: signatureOf(bundle) });
    expect(checked.json).toMatchObject({ valid: true });
  });

  it('sign half a character as the replacement character, because canonical JSON cannot hold it', async () => {
    const body = JSON.stringify(aReviewOf(proposal)).replace('Pale', '\\ud800');
    const response = await service.call('/api/sign', { method: 'POST', body, token });
    const bundle = await response.json();
    expect(resourceOf<ClinicalImpression>(bundle, 'ClinicalImpression').summary).toMatch(/^\ufffd and/);
  });
});

describe('POST /api/written', () => {
  it('closes the proposal: it can be signed no more, and said again it changes nothing', async () => {
    const review = aReviewOf(proposal);
    const written = { assessmentId: proposal.id, clinicalImpression: 'ClinicalImpression/1', task: 'Task/1' };
    expect((await post('/api/written', written)).status).toBe(409);
    const signed = await post('/api/sign', review);
    expect((await post('/api/written', written)).status).toBe(200);
    expect((await post('/api/written', written)).status).toBe(200);
    expect((await get(`/api/assessment?handle=${handle}`)).headers.get('x-proposal-state')).toBe('written');
    // A retry of what was signed still gets its bytes; anything else would be a second conclusion.
    expect((await post('/api/sign', review)).json).toEqual(signed.json);
    const another = await post('/api/sign', aReviewOf(proposal, { summary: 'Other words.' }));
    expect([another.status, codeOf(another.json)]).toEqual([409, 'already-written']);
  });
});
