import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkIdToken, signerReference } from '#smart-app/smart/id-token.ts';

const issuer = 'https://ehr.example/oidc';
const serverUrl = 'https://ehr.example/fhir';
let keys: JSONWebKeySet;
let pair: CryptoKeyPair;
let other: CryptoKeyPair;

beforeAll(async () => {
  pair = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair;
  other = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair;
  keys = {
    keys: [
      { ...(await exportJWK(other.publicKey)), kid: 'old' },
      { ...(await exportJWK(pair.publicKey)), kid: 'new' },
    ],
  };
});

interface Change {
  readonly claims?: Record<string, unknown>;
  readonly kid?: string;
  readonly expires?: string;
  readonly key?: CryptoKey;
}

function sign({ claims = {}, kid, expires = '5m', key = pair.privateKey }: Change = {}): Promise<string> {
  return new SignJWT({ iss: issuer, aud: 'app', nonce: 'n', fhirUser: 'Practitioner/1', sub: '1', ...claims })
    .setProtectedHeader({ alg: 'RS256', ...(kid ? { kid } : {}) })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
}

const check = (token: string) =>
  checkIdToken(token, keys, { issuer, clientId: 'app', nonce: 'n', serverUrl, now: new Date() });

describe('checkIdToken', () => {
  it('SM-32 accepts a token that is what it should be', async () => {
    expect(await check(await sign({ kid: 'new' }))).toMatchObject({ fhirUser: 'Practitioner/1' });
  });

  it('SM-34 tries every key when the header names none', async () => {
    expect(await check(await sign())).toMatchObject({ fhirUser: 'Practitioner/1' });
  });

  it('SM-32 refuses a foreign audience, issuer and nonce', async () => {
    for (const claims of [{ aud: 'other' }, { iss: 'https://evil.example' }, { nonce: 'x' }]) {
      await expect(check(await sign({ claims, kid: 'new' }))).rejects.toMatchObject({
        code: 'identity-invalid',
      });
    }
  });

  it('SM-32 refuses a token that has expired', async () => {
    await expect(check(await sign({ kid: 'new', expires: '-5m' }))).rejects.toMatchObject({
      code: 'identity-invalid',
      detail: 'ERR_JWT_EXPIRED',
    });
  });

  it('SM-32 refuses a signature by another key, with and without kid', async () => {
    const { privateKey: key } = (await generateKeyPair('RS256')) as CryptoKeyPair;
    await expect(check(await sign({ key, kid: 'new' }))).rejects.toMatchObject({ code: 'identity-invalid' });
    await expect(check(await sign({ key }))).rejects.toMatchObject({ code: 'identity-invalid' });
  });

  it('SM-33 refuses a token whose claims were changed', async () => {
    const [header, payload = '', signature] = (await sign({ kid: 'new' })).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, fhirUser: 'Practitioner/2' })).toString(
      'base64url',
    );
    await expect(check([header, forged, signature].join('.'))).rejects.toMatchObject({
      code: 'identity-invalid',
    });
  });

  it('refuses a token that is not signed at all', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const bare = `${part({ alg: 'none' })}.${part({ iss: issuer, aud: 'app', sub: '1' })}.`;
    await expect(check(bare)).rejects.toMatchObject({ code: 'identity-invalid' });
  });
});

describe('signerReference', () => {
  it.each([
    ['Practitioner/1', 'Practitioner/1'],
    ['PractitionerRole/r-1', 'PractitionerRole/r-1'],
    ['https://ehr.example/fhir/Practitioner/1', 'Practitioner/1'],
  ])('SM-35 takes %s as %s', (claimed, reference) => {
    expect(signerReference(claimed, serverUrl)).toBe(reference);
  });

  it.each([
    'Patient/1',
    'RelatedPerson/1',
    'https://evil.example/Practitioner/1',
    'Practitioner/',
    '',
  ])('SM-35 lets %s not sign', (claimed) => {
    expect(() => signerReference(claimed, serverUrl)).toThrow(
      expect.objectContaining({ code: 'not-a-clinician' }),
    );
  });
});
