import { describe, expect, it } from 'vitest';
import { ageGroupOf, writeQuery } from '#cds-service/retrieval/write-query.ts';
import type { RuleHit } from '#cds-service/triage/rule.ts';
import type { ClinicalSnapshot, Finding, MedicineFact } from '#fhir-mappers/clinical-snapshot.ts';
import { KNOWN_EMPTY, present, unavailable } from '#fhir-mappers/data-state.ts';

const chart = { origin: 'chart' } as const;
const EMPTY: ClinicalSnapshot = {
  asOf: '2026-11-21T10:00:00Z',
  patient: { id: 'p-4711', sex: 'female' },
  complaint: KNOWN_EMPTY,
  findings: [],
  measurements: [],
  history: [],
  conditions: KNOWN_EMPTY,
  medicines: KNOWN_EMPTY,
  allergies: KNOWN_EMPTY,
  noKnownAllergies: false,
  pregnancy: { state: 'unknown' },
  problems: [],
} as ClinicalSnapshot;

function finding(concept: string, details: Partial<Finding> = {}): Finding {
  return {
    concept,
    display: concept.replaceAll('-', ' '),
    text: '',
    state: 'present',
    source: { origin: 'complaint' },
    ...details,
  };
}

function medicine(display: string, classes: readonly string[], active = true): MedicineFact {
  return { display, codings: [], ingredients: [], classes, active, source: chart };
}

function hit(id: string): RuleHit {
  const source = { organisation: 'o', title: 't', year: 2020, verified: false };
  return { id, title: id, kind: 'red-flag', floor: 'high', escalate: false, facts: [], source };
}

describe('writeQuery', () => {
  it('says findings with their modifiers, medicine classes, age and pregnancy', () => {
    const snapshot: ClinicalSnapshot = {
      ...EMPTY,
      patient: { id: 'p', ageYears: 31, sex: 'female' },
      findings: [finding('headache', { onset: 'sudden', severity: 'severe', course: 'worsening' })],
      medicines: present([medicine('Warfarin 5 mg', ['anticoagulant'])]),
      pregnancy: { state: 'postpartum', weeks: 2 },
    };
    expect(writeQuery(snapshot, [])).toEqual({
      text: 'sudden severe worsening headache. takes anticoagulant. adult, after giving birth.',
      rules: [],
      recognised: true,
      ageGroup: 'adult',
      pregnant: true,
      limit: 6,
    });
  });

  it('leaves out what is denied, past, of the family or hypothetical, and medicines no longer taken', () => {
    const states = ['absent', 'past', 'family', 'hypothetical', 'other-person'] as const;
    const snapshot: ClinicalSnapshot = {
      ...EMPTY,
      findings: [
        ...states.map((state) => finding('chest-pain', { state })),
        finding('cough', { state: 'uncertain' }),
      ],
      medicines: present([medicine('old', ['nsaid'], false)]),
    };
    expect(writeQuery(snapshot, []).text).toBe('cough.');
  });

  it('uses the words of the complaint without identifiers', () => {
    const text = 'Mr Novak cannot catch his breath since yesterday, tel 555 0199';
    const snapshot = { ...EMPTY, complaint: present({ text, sources: [], readable: true }) };
    expect(writeQuery(snapshot, []).text).toBe('cannot catch his breath since yesterday tel.');
  });

  it('uses no word of a complaint in a language that was not read', () => {
    const complaint = present({ text: 'me duele el pecho', sources: [], readable: false });
    expect(writeQuery({ ...EMPTY, complaint }, []).text).toBe('');
  });

  it('holds no id of patient or encounter', () => {
    const snapshot = { ...EMPTY, encounter: { id: 'e-0815', status: 'arrived' } };
    expect(JSON.stringify(writeQuery(snapshot, [hit('acs')]))).not.toMatch(/4711|0815/);
  });

  it('names each rule that fired once, in their order', () => {
    expect(writeQuery(EMPTY, [hit('b'), hit('a'), hit('b')]).rules).toEqual(['b', 'a']);
  });

  it('says when nothing medical was recognised in the words', () => {
    const complaint = present({ text: 'where is the car park', sources: [], readable: true });
    expect(writeQuery({ ...EMPTY, complaint }, []).recognised).toBe(false);
    expect(writeQuery({ ...EMPTY, complaint }, [hit('acs')]).recognised).toBe(true);
  });

  it('does not take an unread chart for an empty one', () => {
    const snapshot = { ...EMPTY, medicines: unavailable('forbidden'), conditions: unavailable('timeout') };
    expect(writeQuery(snapshot, []).text).toBe('');
  });

  it.each([
    [{ state: 'unknown' }, 'female', undefined],
    [{ state: 'unknown' }, 'male', false],
    [{ state: 'not-pregnant' }, 'female', false],
    [{ state: 'pregnant' }, 'female', true],
  ] as const)('pregnancy %o of a %s patient filters by %s', (pregnancy, sex, expected) => {
    expect(writeQuery({ ...EMPTY, pregnancy, patient: { id: 'p', sex } }, []).pregnant).toBe(expected);
  });
});

describe('ageGroupOf', () => {
  it.each([
    [0, 'infant'],
    [0.99, 'infant'],
    [1, 'child'],
    [15.9, 'child'],
    [16, 'adult'],
    [64.9, 'adult'],
    [65, 'older-adult'],
    [undefined, undefined],
  ] as const)('%s years are %s', (years, group) => {
    expect(ageGroupOf(years)).toBe(group);
  });
});
