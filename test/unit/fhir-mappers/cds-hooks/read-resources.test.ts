import { describe, expect, it } from 'vitest';
import { readPage, readSingle } from '#fhir-mappers/cds-hooks/read-resources.ts';

const EXPECTED = { patientId: 'p1', encounterId: 'e1' };
const subject = { reference: 'Patient/p1' };
const condition = (id: string, extra: object = {}) => ({ resourceType: 'Condition', id, subject, ...extra });
const bundle = (...resources: unknown[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});
const outcome = (severity: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code: 'processing' }],
});
const codeOf = (read: object) => ('code' in read ? read.code : 'readable');

describe('readSingle', () => {
  it('reads the patient asked for', () => {
    expect(readSingle('patient', { resourceType: 'Patient', id: 'p1', gender: 'male' }, EXPECTED)).toEqual({
      resourceType: 'Patient',
      id: 'p1',
      gender: 'male',
    });
  });

  it.each([
    [{ resourceType: 'Patient', id: 'p2' }, 'other-patient'],
    [{ resourceType: 'Person', id: 'p1' }, 'wrong-shape'],
    ['<html>Sign in</html>', 'wrong-shape'],
    [[], 'wrong-shape'],
    [{}, 'wrong-shape'],
    [outcome('error'), 'failed'],
  ])('CH-43, CH-44: cannot use %j', (value, code) => {
    expect(codeOf(readSingle('patient', value, EXPECTED))).toBe(code);
  });

  it('CH-33: an encounter belongs to the patient, by id and by subject', () => {
    const encounter = (id: string, reference?: string) => ({
      resourceType: 'Encounter',
      id,
      ...(reference === undefined ? {} : { subject: { reference } }),
    });
    expect(codeOf(readSingle('encounter', encounter('e1', 'Patient/p1'), EXPECTED))).toBe('readable');
    expect(codeOf(readSingle('encounter', encounter('e1', 'Patient/p2'), EXPECTED))).toBe('other-patient');
    expect(codeOf(readSingle('encounter', encounter('e2', 'Patient/p1'), EXPECTED))).toBe('wrong-shape');
    expect(codeOf(readSingle('encounter', encounter('e1'), EXPECTED))).toBe('wrong-shape');
  });
});

describe('readPage', () => {
  it('CH-47: counts only what was asked for', () => {
    const page = readPage(
      'conditions',
      bundle(condition('c1'), { resourceType: 'Practitioner', id: 'x' }),
      EXPECTED,
    );
    expect(page).toMatchObject({ state: 'page', resources: [{ id: 'c1' }], warned: false });
  });

  it('an empty Bundle is a page with nothing on it', () => {
    expect(
      readPage('conditions', { resourceType: 'Bundle', type: 'searchset', total: 0 }, EXPECTED),
    ).toMatchObject({
      state: 'page',
      resources: [],
    });
  });

  it.each([
    'Patient/p1',
    'https://ehr.example/fhir/Patient/p1',
    'Patient/p1/_history/2',
    'urn:uuid:p1',
  ])('knows our patient as %s', (reference) => {
    expect(
      codeOf(readPage('conditions', bundle(condition('c1', { subject: { reference } })), EXPECTED)),
    ).toBe('readable');
  });

  it.each([
    'Patient/p2',
    'https://ehr.example/fhir/Patient/p2',
    'Group/p1',
    'urn:uuid:p2',
    'nonsense',
  ])('CH-44: one resource of %s spoils the page', (reference) => {
    const page = readPage(
      'conditions',
      bundle(condition('c1'), condition('c2', { subject: { reference } })),
      EXPECTED,
    );
    expect(codeOf(page)).toBe('other-patient');
  });

  it('reads the patient of an allergy from its own element', () => {
    const allergy = { resourceType: 'AllergyIntolerance', id: 'a', patient: { reference: 'Patient/p2' } };
    expect(codeOf(readPage('allergies', bundle(allergy), EXPECTED))).toBe('other-patient');
  });

  it('CH-43: an error inside the Bundle makes it unusable, a warning incomplete', () => {
    expect(codeOf(readPage('conditions', bundle(condition('c1'), outcome('error')), EXPECTED))).toBe(
      'failed',
    );
    expect(codeOf(readPage('conditions', bundle(outcome('warning')), EXPECTED))).toBe('failed');
    expect(codeOf(readPage('conditions', bundle({ resourceType: 'OperationOutcome' }), EXPECTED))).toBe(
      'failed',
    );
    expect(readPage('conditions', bundle(condition('c1'), outcome('warning')), EXPECTED)).toMatchObject({
      warned: true,
    });
    expect(readPage('conditions', bundle(outcome('information')), EXPECTED)).toMatchObject({
      state: 'page',
      resources: [],
    });
  });

  it('CH-45: tells the next page', () => {
    const page = {
      ...bundle(condition('c1')),
      link: [{ relation: 'next', url: 'https://ehr.example/fhir?page=2' }],
    };
    expect(readPage('conditions', page, EXPECTED)).toMatchObject({ next: 'https://ehr.example/fhir?page=2' });
  });

  it('drops fields of the wrong type and keeps the rest', () => {
    const odd = condition('c1', {
      code: 'text',
      recordedDate: 12,
      category: [{ text: 'x' }, 7, null],
      onsetDateTime: '2020',
    });
    expect(readPage('conditions', bundle(odd), EXPECTED)).toMatchObject({
      resources: [
        { resourceType: 'Condition', id: 'c1', subject, category: [{ text: 'x' }], onsetDateTime: '2020' },
      ],
    });
  });
});
