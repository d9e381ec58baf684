import type { AllergyIntolerance } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readAllergies } from '#fhir-mappers/allergies.ts';
import { KNOWN_EMPTY, listOf, present, unavailable } from '#fhir-mappers/data-state.ts';

const allergy = (text: string, changes: Partial<AllergyIntolerance> = {}): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  id: 'a1',
  patient: { reference: 'Patient/p1' },
  code: { text },
  ...changes,
});
const coded = (code: string) =>
  allergy('', { code: { coding: [{ system: 'http://snomed.info/sct', code }] } });
const status = (code: string) => ({ coding: [{ code }] });

describe('readAllergies', () => {
  it('reads substance, reaction and criticality', () => {
    const reaction = [{ manifestation: [{ text: 'hives' }, { text: 'swelling' }] }];
    const { allergies } = readAllergies(
      present([allergy('Penicillin V', { reaction, criticality: 'high' })]),
    );
    expect(listOf(allergies)).toMatchObject([
      { display: 'Penicillin V', reaction: 'hives, swelling', criticality: 'high' },
    ]);
    expect(listOf(allergies)[0]?.classes).toContain('penicillin');
  });

  it.each(['716186003', '409137002'])('%s says that there are none', (code) => {
    const read = readAllergies(present([coded(code)]));
    expect(read).toMatchObject({ noKnownAllergies: true, allergies: KNOWN_EMPTY, problems: [] });
  });

  it('an empty list says nothing', () => {
    expect(readAllergies(KNOWN_EMPTY)).toMatchObject({ noKnownAllergies: false, allergies: KNOWN_EMPTY });
  });

  it('"no known food allergies" is not "no known allergies"', () => {
    const read = readAllergies(present([coded('429625007')]));
    expect(read.noKnownAllergies).toBe(false);
    expect(read.allergies.state).toBe('unavailable');
  });

  it('a statement of none beside an allergy is a contradiction', () => {
    const read = readAllergies(present([coded('716186003'), allergy('latex')]));
    expect(read.noKnownAllergies).toBe(false);
    expect(listOf(read.allergies)).toHaveLength(1);
    expect(read.problems).toMatchObject([{ code: 'contradictory', about: 'allergies' }]);
  });

  it.each([
    { verificationStatus: status('refuted') },
    { verificationStatus: status('entered-in-error') },
    { clinicalStatus: status('inactive') },
    { clinicalStatus: status('resolved') },
  ])('%j does not count', (changes) => {
    expect(readAllergies(present([allergy('latex', changes)])).allergies).toEqual(KNOWN_EMPTY);
  });

  it('a refuted "none" is no statement', () => {
    const refuted = { ...coded('716186003'), verificationStatus: status('refuted') };
    expect(readAllergies(present([refuted])).noKnownAllergies).toBe(false);
  });

  it('what could not be read stays so', () => {
    expect(readAllergies(unavailable('forbidden'))).toMatchObject({
      noKnownAllergies: false,
      allergies: { state: 'unavailable', code: 'forbidden' },
    });
  });
});
