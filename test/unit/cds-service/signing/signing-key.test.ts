import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOrCreateSecret, SecretFileError } from '#cds-service/signing/secret-file.ts';
import { openSigningKey } from '#cds-service/signing/signing-key.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const folder = tempFolder();
let number = 0;
function aFile() {
  number += 1;
  return join(folder, `data-${number}`, 'key.json');
}

describe('openSigningKey', () => {
  it('makes the key once, for its owner only', async () => {
    const file = aFile();
    const first = await openSigningKey(file);
    expect((await openSigningKey(file)).kid).toBe(first.kid);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('publishes no private part', async () => {
    const { jwks } = await openSigningKey(aFile());
    expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('signs with the first key and goes on publishing the others', async () => {
    const file = aFile();
    const old = await openSigningKey(aFile());
    const next = await openSigningKey(file);
    const keys = JSON.parse(readFileSync(file, 'utf8')).keys;
    writeFileSync(file, JSON.stringify({ keys: [...keys, ...old.jwks.keys] }));
    const rotated = await openSigningKey(file);
    expect(rotated.kid).toBe(next.kid);
    expect(rotated.jwks.keys.map(({ kid }) => kid)).toEqual([next.kid, old.kid]);
  });

  it('refuses a damaged file instead of making another key', async () => {
    const file = aFile();
    await openSigningKey(file);
    writeFileSync(file, '{"keys":[]}');
    await expect(openSigningKey(file)).rejects.toThrow(/not a signing key/);
  });
});

describe('readOrCreateSecret', () => {
  it('gives all who start together the same secret and leaves nothing else behind', async () => {
    const file = aFile();
    const made = await Promise.all([1, 2, 3].map((n) => readOrCreateSecret(file, async () => `secret ${n}`)));
    expect(new Set(made).size).toBe(1);
    expect(readdirSync(join(file, '..'))).toEqual(['key.json']);
  });

  it('refuses a secret that others may read', async () => {
    const file = aFile();
    await readOrCreateSecret(file, () => 'secret');
    chmodSync(file, 0o644);
    await expect(readOrCreateSecret(file, () => 'another')).rejects.toThrow(SecretFileError);
  });
});
