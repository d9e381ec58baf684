import type { ClinicalSnapshot, Finding, Measurement } from '#fhir-mappers/clinical-snapshot.ts';
import { KNOWN_EMPTY, present } from '#fhir-mappers/data-state.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import { TEST_TIME } from './narrative-snapshot.ts';

/** A snapshot of a 40-year-old with nothing known, changed by what the test names. */
export function emptySnapshot(
  change: Partial<ClinicalSnapshot> & { readonly ageYears?: number } = {},
): ClinicalSnapshot {
  const { ageYears = 40, ...rest } = change;
  return {
    asOf: TEST_TIME,
    patient: { id: 'test', sex: 'unknown', ageYears },
    complaint: present({ text: 'as coded', sources: [], readable: true }),
    findings: [],
    measurements: [],
    history: [],
    conditions: KNOWN_EMPTY,
    medicines: KNOWN_EMPTY,
    allergies: KNOWN_EMPTY,
    noKnownAllergies: false,
    pregnancy: { state: 'unknown' },
    problems: [],
    ...rest,
  };
}

/** A present finding of a concept, changed by what the test names. */
export function finding(concept: string, change: Partial<Finding> = {}): Finding {
  const display = lookUpConcept(concept)?.display ?? concept;
  return {
    concept,
    display,
    text: display,
    state: 'present',
    source: { origin: 'complaint', at: TEST_TIME },
    ...change,
  };
}

/** A current measurement in the unit of its kind. */
export function measured(kind: VitalKind, value: number, change: Partial<Measurement> = {}): Measurement {
  return {
    kind,
    value,
    unit: VITAL_SIGNS[kind].unit,
    at: TEST_TIME,
    stale: false,
    source: { origin: 'chart', at: TEST_TIME },
    ...change,
  };
}
