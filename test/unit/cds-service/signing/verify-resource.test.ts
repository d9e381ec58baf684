import { join } from 'node:path';
import type { Bundle, ClinicalImpression, Provenance, Resource, Task } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { signDetached } from '#cds-service/signing/detached-jws.ts';
import { findSignedPairs } from '#cds-service/signing/find-signed-pairs.ts';
import { openSigningKey, type SigningKey } from '#cds-service/signing/signing-key.ts';
import { narrativeHash, verifyResource } from '#cds-service/signing/verify-resource.ts';
import { signedContent } from '#fhir-mappers/write-back.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const folder = tempFolder();
const WHEN = '2026-11-21T10:00:00.000Z';
const NURSE = 'Practitioner/n1';
const task: Task = { resourceType: 'Task', intent: 'order', status: 'requested' };
const impression: ClinicalImpression = {
  resourceType: 'ClinicalImpression',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  summary: 'Seen.',
};
let key: SigningKey;
let provenance: Provenance;

beforeAll(async () => {
  key = await openSigningKey(join(folder, 'key.json'));
  const jws = await signDetached(signedContent(impression), { signer: NURSE, when: WHEN }, key);
  provenance = {
    resourceType: 'Provenance',
    target: [{ reference: 'ClinicalImpression/7/_history/1' }],
    recorded: WHEN,
    agent: [{ who: { reference: NURSE } }],
    signature: [
      {
        type: [{ code: 'x' }],
        when: WHEN,
        who: { reference: NURSE },
        sigFormat: 'application/jose',
        data: Buffer.from(jws).toString('base64'),
      },
    ],
  };
});

const stored = { ...impression, id: '7', meta: { versionId: '1', lastUpdated: WHEN, source: '#x' } };

async function reasonOf(resource: unknown, changes: Partial<Provenance> = {}) {
  const { reason } = await verifyResource(resource, { ...provenance, ...changes }, { jwks: key.jwks });
  return reason;
}

function signatureWith(changes: object) {
  const [signature] = provenance.signature ?? [];
  return { signature: [{ ...signature, ...changes }] } as Partial<Provenance>;
}

describe('verifyResource', () => {
  it('finds a resource valid after a server has stored it', async () => {
    expect(await verifyResource(stored, provenance, { jwks: key.jwks })).toEqual({
      valid: true,
      reason: 'valid',
      text: `Signed by ${NURSE} at ${WHEN} and unchanged since.`,
      signer: NURSE,
      when: WHEN,
    });
  });

  it.each([
    ['another word', { ...stored, summary: 'Seen!' }],
    ['another patient', { ...stored, subject: { reference: 'Patient/p2' } }],
    ['another status', { ...stored, status: 'entered-in-error' }],
    ['something added', { ...stored, note: [{ text: 'x' }] }],
    ['a security label', { ...stored, meta: { ...stored.meta, security: [{ code: 'x' }] } }],
  ])('notices %s', async (_what, changed) => {
    expect(await reasonOf(changed)).toBe('changed');
  });

  it('takes a narrative that a server dropped, and none that was changed or added', async () => {
    const text = { status: 'generated', div: '<div>Seen.</div>' } as const;
    const claims = { signer: NURSE, when: WHEN, narrative: narrativeHash(text) };
    const jws = await signDetached(signedContent({ ...impression, text } as Resource), claims, key);
    const changes = signatureWith({ data: Buffer.from(jws).toString('base64') });
    expect(await reasonOf({ ...stored, text }, changes)).toBe('valid');
    expect(await reasonOf(stored, changes)).toBe('valid');
    const altered = { ...text, div: '<div>Not seen.</div>' };
    expect(await reasonOf({ ...stored, text: altered }, changes)).toBe('narrative-changed');
    expect(await reasonOf({ ...stored, text })).toBe('narrative-changed');
  });

  it('takes references that a server made absolute, and another way to write the time', async () => {
    const changes = signatureWith({
      who: { reference: `https://ehr.example/fhir/${NURSE}` },
      when: '2026-11-21T11:00:00.000+01:00',
    });
    expect(await reasonOf(stored, changes)).toBe('valid');
  });

  it('notices another signer in the Provenance, as signer or as agent', async () => {
    expect(await reasonOf(stored, signatureWith({ who: { reference: 'Practitioner/x' } }))).toBe(
      'other-signer',
    );
    expect(await reasonOf(stored, { agent: [{ who: { reference: 'Practitioner/x' } }] })).toBe(
      'other-signer',
    );
  });

  it('notices another time', async () => {
    expect(await reasonOf(stored, signatureWith({ when: '2026-11-21T10:00:01.000Z' }))).toBe('other-time');
  });

  it('notices a Provenance of another resource', async () => {
    expect(await reasonOf(stored, { target: [{ reference: 'ClinicalImpression/8' }] })).toBe('other-target');
  });

  it.each([
    [undefined],
    ['x'],
    [{}],
    [{ resourceType: 'Provenance' }],
  ])('says that %j holds no signature', async (value) => {
    expect(await verifyResource(stored, value, { jwks: key.jwks })).toMatchObject({
      reason: 'no-signature',
    });
  });

  it('says that noise is no signature, and that it trusts no other key', async () => {
    expect(await reasonOf(stored, signatureWith({ data: 'AAAA' }))).toBe('malformed');
    const other = await verifyResource(stored, provenance, { jwks: { keys: [] } });
    expect(other).toMatchObject({ valid: false, reason: 'unknown-key' });
    expect(other.signer).toBeUndefined();
  });
});

describe('findSignedPairs', () => {
  const bundleOf = (...entry: Bundle['entry'] & object): Bundle => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry,
  });

  it('finds the conclusion of a transaction by its fullUrl, and not the Tasks beside it', () => {
    const target = [{ reference: 'urn:uuid:1' }, { reference: 'urn:uuid:2' }];
    const pairs = findSignedPairs(
      bundleOf(
        { fullUrl: 'urn:uuid:1', resource: impression },
        { fullUrl: 'urn:uuid:2', resource: task },
        { fullUrl: 'urn:uuid:3', resource: { ...provenance, target } as Provenance },
      ),
    );
    expect(pairs.map(({ name }) => name)).toEqual(['urn:uuid:1']);
  });

  it('finds what was stored, by reference with or without version', () => {
    const pairs = findSignedPairs(bundleOf({ resource: stored }, { resource: provenance }));
    expect(pairs.map(({ name }) => name)).toEqual(['ClinicalImpression/7']);
  });

  it('finds nothing in what is unsigned or no Bundle', () => {
    expect(findSignedPairs(impression)).toEqual([]);
    expect(findSignedPairs(null)).toEqual([]);
    const { signature: _none, ...unsigned } = provenance;
    expect(findSignedPairs(bundleOf({ resource: stored }, { resource: unsigned }))).toEqual([]);
  });
});
