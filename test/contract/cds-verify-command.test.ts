import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Bundle, ClinicalImpression, Provenance } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSESSMENT_EXTENSION } from '#fhir-mappers/assessment.ts';
import { aHookCall, SERVICE } from '../support/hook-call.ts';
import { aReviewOf } from '../support/review.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const command = resolve(import.meta.dirname, '../../cds-service/src/verify.ts');
let ehr: SmallEhr;
let service: TestService;
let bundle: Bundle;

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({ folder, ehr });
  const [card] = (await (await service.call(SERVICE, { method: 'POST', body: aHookCall() })).json()).cards;
  const session = { iss: ehr.iss, idToken: await ehr.idToken(), accessToken: ehr.accessToken, patient: 'p1' };
  const opened = await service.call('/api/session', { method: 'POST', body: session, token: null });
  const { token } = await opened.json();
  const review = aReviewOf(card.extension[ASSESSMENT_EXTENSION]);
  bundle = await (await service.call('/api/sign', { method: 'POST', body: review, token })).json();
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

/** Runs the command as `npm run verify` does, without blocking this process, which may be the server it asks. */
async function verify(...args: string[]) {
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, PRESCREEN_DATA: service.dataFolder },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const code = await new Promise((done) => child.once('exit', done));
  return { code, text };
}

function inFile(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('npm run verify', () => {
  it('says in one sentence that a signed Bundle is what the nurse signed', async () => {
    const { code, text } = await verify(inFile(bundle));
    expect([code, text.trim().split('\n').length]).toEqual([0, 1]);
    expect(text).toMatch(/^Valid: .*Signed by Practitioner\/n1 at .* and unchanged since\./);
  });

  it.each([
    '"summary":"Pale',
    '>Pale',
    '"status":"completed"',
    '"reference":"Patient/p1"',
  ])('notices one changed letter in %s', async (place) => {
    const whole = JSON.stringify(bundle);
    const other = place.replace(/.(\W?)$/, 'x$1');
    expect(whole).toContain(place);
    const { code, text } = await verify(inFile(JSON.parse(whole.replace(place, other))));
    expect(code).toBe(1);
    expect(text).toMatch(/^Not valid: .*changed after it was signed/);
  });

  it('finds nothing signed in another Bundle', async () => {
    expect((await verify(inFile({ resourceType: 'Bundle', type: 'collection', entry: [] }))).code).toBe(1);
  });

  it('checks with keys from a URL, and trusts no others', async () => {
    const file = inFile(bundle);
    expect((await verify(file, '--jwks', `${service.url}/.well-known/jwks.json`)).code).toBe(0);
    const { code, text } = await verify(file, '--jwks', inFile({ keys: [] }));
    expect([code, text.includes('not among the trusted keys')]).toEqual([1, true]);
  });

  it('checks what stands on a FHIR server, with a token', async () => {
    const [impression] = resourcesOf<ClinicalImpression>('ClinicalImpression');
    const signed = resourcesOf<Provenance>('Provenance').find(({ signature }) => signature);
    const stored = { ...impression, id: 'ci1', meta: { ...impression?.meta, versionId: '1' } };
    const target = [{ reference: 'ClinicalImpression/ci1' }];
    const fhir = createServer((request, response) => {
      const isAllowed = request.headers.authorization === 'Bearer t';
      const body = request.url?.startsWith('/fhir/Provenance?target=ClinicalImpression%2Fci1')
        ? { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: { ...signed, target } }] }
        : stored;
      response.writeHead(isAllowed ? 200 : 401).end(JSON.stringify(body));
    });
    await new Promise<void>((done) => fhir.listen(0, '127.0.0.1', done));
    const base = `http://127.0.0.1:${(fhir.address() as AddressInfo).port}/fhir`;
    const answers = [
      await verify(base, 'ClinicalImpression/ci1', '--token', 't'),
      await verify(base, 'ci1', '--token', 't'),
      await verify(base, 'ci1'),
    ];
    fhir.close();
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 2]);
  });

  it('explains its use', async () => {
    const { code, text } = await verify();
    expect(code).toBe(2);
    expect(text).toContain('npm run verify');
    expect((await verify('/no/such/file.json')).code).toBe(2);
    const half = await verify('http://127.0.0.1:9/fhir', 'ci1', '--client', 'c');
    expect([half.code, half.text.includes('--client and --key together')]).toEqual([2, true]);
  });
});

function resourcesOf<T>(type: string): T[] {
  return (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === type ? [resource as T] : [],
  );
}
