import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalHash, signDetached, verifyDetached } from '#cds-service/signing/detached-jws.ts';
import { openSigningKey, type SigningKey } from '#cds-service/signing/signing-key.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const folder = tempFolder();
const claims = { signer: 'Practitioner/n1', when: '2026-11-21T10:00:00.000Z' };
const content = { b: [1, 2.5, 'é'], a: { y: null, x: true } };

let key: SigningKey;
let other: SigningKey;

beforeAll(async () => {
  key = await openSigningKey(join(folder, 'key.json'));
  other = await openSigningKey(join(folder, 'other.json'));
});

describe('a detached signature', () => {
  it('carries no content and is valid for it in any order of members', async () => {
    const jws = await signDetached(content, claims, key);
    expect(jws).toMatch(/^[\w-]+\.\.[\w-]+$/);
    const reordered = { a: { x: true, y: null }, b: [1, 2.5, 'é'] };
    expect(await verifyDetached(reordered, jws, key.jwks.keys as never)).toEqual({
      state: 'valid',
      claims,
      kid: key.kid,
    });
  });

  it('says that the content was changed', async () => {
    const jws = await signDetached(content, claims, key);
    const changed = { ...content, b: [1, 2.5, 'e'] };
    expect(await verifyDetached(changed, jws, key.jwks.keys as never)).toEqual({ state: 'changed' });
  });

  it('says that it does not know the key', async () => {
    const jws = await signDetached(content, claims, other);
    expect(await verifyDetached(content, jws, key.jwks.keys as never)).toEqual({
      state: 'unknown-key',
      kid: other.kid,
    });
  });

  it('says that another key made it, whatever it names', async () => {
    const jws = await signDetached(content, claims, { ...other, kid: key.kid });
    expect(await verifyDetached(content, jws, key.jwks.keys as never)).toEqual({ state: 'forged' });
  });

  it('cannot be given another signer or time', async () => {
    const [header, , signature] = (await signDetached(content, claims, key)).split('.');
    const said = JSON.parse(Buffer.from(header ?? '', 'base64url').toString());
    const exchanged = Buffer.from(JSON.stringify({ ...said, signer: 'Practitioner/x' })).toString(
      'base64url',
    );
    expect(await verifyDetached(content, `${exchanged}..${signature}`, key.jwks.keys as never)).toEqual({
      state: 'forged',
    });
  });

  it.each(['', 'a', 'a.b.c', '..', 'e30..AAAA', 'a..b..c'])('is malformed as %j', async (jws) => {
    expect(await verifyDetached(content, jws, key.jwks.keys as never)).toEqual({ state: 'malformed' });
  });
});

describe('canonicalHash', () => {
  it('is the same for the same content in another order', () => {
    expect(canonicalHash({ a: 1, b: 2 })).toBe(canonicalHash({ b: 2, a: 1 }));
    expect(canonicalHash({ a: 1 })).not.toBe(canonicalHash({ a: 2 }));
  });
});
