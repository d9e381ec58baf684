import { describe, expect, it } from 'vitest';
import { codingsOf, loincCodes, nameOf, statusCode, wordsOf } from '#fhir-mappers/codeable-concept.ts';
import { SYSTEMS } from '#terminology/coding.ts';

describe('codingsOf', () => {
  it('leaves out what cannot be compared', () => {
    const coding = [
      { code: 'x' },
      { system: SYSTEMS.snomed },
      { system: SYSTEMS.snomed, code: '1', display: 'one' },
    ];
    expect(codingsOf({ coding })).toEqual([{ system: SYSTEMS.snomed, code: '1', display: 'one' }]);
    expect(codingsOf(undefined)).toEqual([]);
  });

  it('knows code systems under their other names', () => {
    const coding = [
      { system: 'urn:oid:2.16.840.1.113883.6.96', code: '22298006' },
      { system: 'http://hl7.org/fhir/sid/icd-10', code: 'I21.9' },
    ];
    expect(codingsOf({ coding }).map(({ system }) => system)).toEqual([SYSTEMS.snomed, SYSTEMS.icd10cm]);
  });
});

describe('wordsOf', () => {
  it.each([
    [{ text: 'Chest pain', coding: [{ display: 'Other' }] }, 'Chest pain'],
    [{ coding: [{ code: '1' }, { display: 'Chest pain (finding)' }] }, 'Chest pain'],
    [{ text: 'Burn (hot tea)' }, 'Burn (hot tea)'],
    [{ coding: [{ code: '1' }] }, undefined],
    [undefined, undefined],
  ])('%j reads %s', (concept, words) => {
    expect(wordsOf(concept)).toBe(words);
  });

  it('a name has a bound', () => {
    expect(nameOf({ text: 'x'.repeat(5000) })).toHaveLength(500);
  });
});

describe('loincCodes', () => {
  it('takes a bare code for LOINC when it looks like one', () => {
    expect(
      loincCodes({ coding: [{ code: '8480-6' }, { code: 'BP' }, { system: 'http://local', code: '1-8' }] }),
    ).toEqual(['8480-6']);
  });
});

describe('statusCode', () => {
  it('reads a code, or a word', () => {
    expect(statusCode({ coding: [{ code: 'active' }] })).toBe('active');
    expect(statusCode({ text: 'Refuted' })).toBe('refuted');
    expect(statusCode(undefined)).toBeUndefined();
  });
});
