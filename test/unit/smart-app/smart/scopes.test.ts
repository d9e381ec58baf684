import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { allows } from '#smart-app/smart/scopes.ts';
import { writeAbility } from '#smart-app/smart/write-ability.ts';

const create = (type: string) =>
  ({ type, interaction: [{ code: 'create' }] }) as CapabilityStatementRestResource;

const statement = (types: string[], whole = true): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [
    {
      mode: 'server',
      resource: types.map((type) => create(type)),
      interaction: whole ? [{ code: 'transaction' }] : [],
    },
  ],
});

const RECORD = ['ClinicalImpression', 'Task', 'Provenance'];
const GRANTED = RECORD.map((type) => `patient/${type}.crus`);

describe('allows', () => {
  it.each([
    ['patient/Task.crus', 'c', true],
    ['patient/Task.rs', 'c', false],
    ['patient/*.cruds', 'c', true],
    ['user/Task.write', 'c', true],
    ['user/Task.write', 'r', false],
    ['patient/Task.read', 's', true],
    ['patient/Task.*', 'd', true],
    ['patient/Task.sc', 'c', false],
    ['patient/Task.c?status=draft', 'c', false],
    ['patient/Tasks.c', 'c', false],
    ['Task.c', 'c', false],
  ] as const)('SM-16 SM-17 %s allows %s on Task: %s', (scope, interaction, expected) => {
    expect(allows([scope], 'Task', interaction)).toBe(expected);
  });
});

describe('writeAbility', () => {
  it('writes in one transaction where the server and the scopes allow it', () => {
    expect(writeAbility(statement(RECORD), GRANTED)).toEqual({ mode: 'transaction' });
  });

  it('SM-21 writes one by one where transactions are lacking', () => {
    expect(writeAbility(statement(RECORD, false), GRANTED)).toEqual({ mode: 'ordered' });
  });

  it('SM-20 is read-only before typing begins when the scope to write was not granted', () => {
    expect(writeAbility(statement(RECORD), ['patient/*.rs'])).toEqual({ mode: 'read-only', why: 'no-scope' });
  });

  it('SM-44 falls back to a document where the server keeps no ClinicalImpression', () => {
    const without = statement(['Task', 'Provenance', 'DocumentReference']);
    expect(writeAbility(without, [...GRANTED, 'patient/DocumentReference.c'])).toEqual({ mode: 'document' });
    expect(writeAbility(without, GRANTED)).toEqual({ mode: 'read-only', why: 'not-supported' });
  });

  it('lets the scopes decide when the server does not say what it can', () => {
    expect(writeAbility(undefined, GRANTED)).toEqual({ mode: 'transaction' });
  });
});
