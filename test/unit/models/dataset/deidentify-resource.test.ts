import { describe, expect, it } from 'vitest';
import { identifiersOf, referencedNames } from '#models/training/dataset/deidentify/chart-identifiers.ts';
import { deidentifyResource, type PatientContext } from '#models/training/dataset/deidentify/resource.ts';
import { patientKey } from '#models/training/dataset/deidentify/secret.ts';
import { shiftDateText, shiftFhirDate } from '#models/training/dataset/deidentify/shift-dates.ts';
import { surrogatesFor } from '#models/training/dataset/deidentify/surrogates.ts';
import { threeDigitZip } from '#models/training/dataset/deidentify/zip.ts';

const key = patientKey('a secret for tests only', 'p1');

function context(leftOut: string[] = []): PatientContext {
  return {
    key,
    surrogates: surrogatesFor(key),
    known: [],
    onLeftOut: (path, reason) => leftOut.push(`${path}: ${reason}`),
  };
}

describe('resources, element by element', () => {
  it('get pseudonymous ids and references that still fit together', () => {
    const patient = deidentifyResource({ resourceType: 'Patient', id: '123', gender: 'male' }, context());
    const condition = deidentifyResource(
      { resourceType: 'Condition', subject: { reference: 'https://ehr.example/fhir/Patient/123' } },
      context(),
    );
    expect(patient.id).not.toBe('123');
    expect(condition.subject.reference).toBe(`Patient/${patient.id}`);
  });

  it('move dates by whole weeks and keep their precision', () => {
    const { birthDate, onsetDateTime } = deidentifyResource(
      { birthDate: '1961-05', onsetDateTime: '2024-03-04T10:11:12Z' },
      context(),
    );
    expect(birthDate).toMatch(/^196\d-\d{2}$/);
    expect(onsetDateTime).toMatch(/T10:11:12Z$/);
    expect((Date.parse('2024-03-04T10:11:12Z') - Date.parse(onsetDateTime)) / 86_400_000).toBe(
      -key.shiftDays,
    );
    expect(Math.abs(key.shiftDays % 7)).toBe(0);
  });

  it('leave out what nobody thought of, and list it', () => {
    const leftOut: string[] = [];
    const read = deidentifyResource(
      { status: 'final', maritalStatusNote: 'lives with Ana', code: 'not a code at all, Ana' },
      context(leftOut),
    );
    expect(read).toEqual({ status: 'final' });
    expect(leftOut).toEqual(['maritalStatusNote: unknown element', 'code: code']);
  });

  it('read displays of public terminologies as such, and others as text', () => {
    const coded = deidentifyResource(
      { system: 'http://snomed.info/sct', code: '1', display: 'Zenker diverticulum Hill' },
      context(),
    );
    const own = deidentifyResource(
      { system: 'urn:clinic', code: '1', display: 'Call Mrs Kozlowski' },
      context(),
    );
    expect(coded.display).toBe('Zenker diverticulum Hill');
    expect(own.display).not.toContain('Kozlowski');
  });
});

describe('identifiers of a chart', () => {
  it('come from names, contacts, addresses and numbers', () => {
    const found = identifiersOf({
      name: [{ family: 'Ruiz', given: ['Ana'] }],
      telecom: [{ system: 'email', value: 'ana@mail.example.org' }],
      address: [{ line: ['1 Elm Street'], city: 'Dayton', state: 'OH' }],
      identifier: [{ value: '4482913' }],
      contact: [{ name: { given: ['Luis'] } }],
    });
    expect(found.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'name Ruiz',
      'name Ana',
      'place 1 Elm Street',
      'place Dayton',
      'email ana@mail.example.org',
      'mrn 4482913',
      'name Luis',
    ]);
  });

  it('come from displays of references, too', () => {
    expect(referencedNames({ performer: [{ reference: 'Practitioner/1', display: 'Dr Okoro' }] })).toEqual([
      { kind: 'name', text: 'Dr Okoro' },
    ]);
  });
});

describe('dates and postcodes', () => {
  it.each([
    ['2024-03-04', '2024-02-19'],
    ['3/4/2024', '2/19/2024'],
    ['04.03.2024', '19.02.2024'],
    ['March 4, 2024', 'February 19 2024'],
    ['4 Mar 2024', '19 Feb 2024'],
  ])('%s moves by two weeks to %s', (text, moved) => {
    expect(shiftDateText(text, -14)).toBe(moved);
  });

  it('moves only what is a date', () => {
    expect(shiftFhirDate('yesterday', -14)).toBeUndefined();
    expect(shiftFhirDate('2024', -14)).toBe('2024');
  });

  it('cuts postcodes to three digits, and to 000 where few people live', () => {
    expect(['45405', '45405-1234', '03601', 'x'].map(threeDigitZip)).toEqual([
      '454',
      '454',
      '000',
      undefined,
    ]);
  });
});
