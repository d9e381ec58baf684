import type { Medication, MedicationRequest, MedicationStatement } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { KNOWN_EMPTY, type Loaded, listOf, present, unavailable } from '#fhir-mappers/data-state.ts';
import { readMedicines } from '#fhir-mappers/medicines.ts';

const AS_OF = Date.parse('2024-05-10T12:00:00Z');
const subject = { reference: 'Patient/p1' };
const statement = (text: string, changes: Partial<MedicationStatement> = {}): MedicationStatement => ({
  resourceType: 'MedicationStatement',
  id: 's1',
  status: 'active',
  subject,
  medicationCodeableConcept: { text },
  ...changes,
});
const request = (text: string, changes: Partial<MedicationRequest> = {}): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id: 'r1',
  status: 'active',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text },
  ...changes,
});
const read = (
  statements: Loaded<readonly MedicationStatement[]>,
  requests: Loaded<readonly MedicationRequest[]> = KNOWN_EMPTY,
) => readMedicines({ statements, requests, told: [] }, AS_OF);
const names = (...args: Parameters<typeof read>) =>
  listOf(read(...args).medicines).map(({ ingredients, active }) => [ingredients.join('+'), active]);

describe('readMedicines', () => {
  it('CH-49: joins statements and requests, each medicine once', () => {
    const medicines = names(
      present([statement('Warfarin 5 mg tablet')]),
      present([request('warfarin sodium 3 MG Oral Tablet'), request('metformin 500 mg')]),
    );
    expect(medicines).toEqual([
      ['warfarin', true],
      ['metformin', true],
    ]);
  });

  it('the active entry of a medicine speaks for it', () => {
    const stopped = request('warfarin 5 mg', { status: 'stopped', authoredOn: '2024-05-01' });
    expect(
      names(KNOWN_EMPTY, present([stopped, request('warfarin 3 mg', { authoredOn: '2024-01-01' })])),
    ).toEqual([['warfarin', true]]);
    expect(names(KNOWN_EMPTY, present([stopped]))).toEqual([['warfarin', false]]);
  });

  it('a cream does not speak for a tablet of the same ingredient', () => {
    const both = present([request('ibuprofen 5% topical gel'), request('Ibuprofen 400 mg tablet')]);
    const classes = listOf(read(KNOWN_EMPTY, both).medicines).map((medicine) => medicine.classes);
    expect(classes.some((one) => one.includes('nsaid'))).toBe(true);
  });

  it('a name that contradicts its code is named once, however often it was prescribed', () => {
    const wrong = {
      text: 'Warfarin 5 mg tablet',
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '6809', display: 'metformin' }],
    };
    const many = [1, 2, 3].map((number) =>
      request('', { id: `r${number}`, medicationCodeableConcept: wrong }),
    );
    const { medicines, problems } = read(KNOWN_EMPTY, present(many));
    expect(listOf(medicines).map(({ ingredients }) => ingredients)).toEqual([['warfarin']]);
    expect(problems).toMatchObject([{ code: 'contradictory', about: 'medicines' }]);
  });

  it('mistakes, drafts, proposals and orders not to give are left out', () => {
    const left = [
      request('warfarin', { status: 'entered-in-error' }),
      request('warfarin', { status: 'draft' }),
      request('warfarin', { intent: 'proposal' }),
      request('warfarin', { doNotPerform: true }),
    ];
    expect(read(KNOWN_EMPTY, present(left)).medicines).toEqual(KNOWN_EMPTY);
  });

  it('a course that ended weeks ago is over, one that ended this week may still act', () => {
    const ended = (end: string) => present([statement('prednisone', { effectivePeriod: { end } })]);
    expect(names(ended('2024-04-01'))).toEqual([['prednisone', false]]);
    expect(names(ended('2024-05-08'))).toEqual([['prednisone', true]]);
  });

  it('reads a contained Medication, and the display of a reference', () => {
    const contained = statement('', {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#m' },
      contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'digoxin 125 mcg' } } as Medication],
    });
    const shown = statement('', {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'Medication/9', display: 'Lithium carbonate' },
    });
    expect(names(present([contained, shown])).map(([name]) => name)).toEqual(['digoxin', 'lithium']);
  });

  it('a reference that leads nowhere is a problem, not nothing', () => {
    const lost = statement('', {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'Medication/9' },
    });
    expect(read(present([lost])).problems).toMatchObject([{ code: 'incomplete', about: 'medicines' }]);
  });

  it.each<[string, Loaded<readonly MedicationStatement[]>, Loaded<readonly MedicationRequest[]>, object]>([
    ['both empty', KNOWN_EMPTY, KNOWN_EMPTY, { state: 'known-empty' }],
    ['one not supported, one empty', unavailable('not-supported'), KNOWN_EMPTY, { state: 'known-empty' }],
    ['none supported', unavailable('not-supported'), unavailable('not-supported'), { code: 'not-supported' }],
    ['one forbidden, one empty', unavailable('forbidden'), KNOWN_EMPTY, { code: 'forbidden' }],
    [
      'one forbidden, one read',
      unavailable('forbidden'),
      present([request('warfarin')]),
      { state: 'present', partial: true },
    ],
    [
      'one not supported, one read',
      unavailable('not-supported'),
      present([request('warfarin')]),
      { state: 'present' },
    ],
  ])('%s', (_name, statements, requests, expected) => {
    expect(read(statements, requests).medicines).toMatchObject(expected);
  });

  it('"takes nothing" is a statement, not a medicine', () => {
    const none = statement('No known medications', {
      medicationCodeableConcept: {
        coding: [
          {
            system: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips',
            code: 'no-known-medications',
          },
        ],
      },
    });
    expect(read(present([none])).medicines).toEqual(KNOWN_EMPTY);
  });
});
