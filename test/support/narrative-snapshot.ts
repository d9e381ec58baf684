import type {
  ClinicalSnapshot,
  LabResult,
  Measurement,
  MedicineFact,
} from '#fhir-mappers/clinical-snapshot.ts';
import { KNOWN_EMPTY, present } from '#fhir-mappers/data-state.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';

/** What a chart would say besides the text. Vital signs in the units of `VITAL_SIGNS`. */
export interface NarrativeCase {
  readonly text: string;
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly vitals?: Readonly<Partial<Record<VitalKind, number>>>;
  readonly labs?: readonly LabResult[];
  /** Names of medicines on the list. */
  readonly medicines?: readonly string[];
}

export const TEST_TIME = '2026-03-01T10:00:00Z';

/** A snapshot as a chart with this complaint and these vital signs would give it. */
export function narrativeSnapshot(input: NarrativeCase): ClinicalSnapshot {
  const narrative = readNarrative(input.text, { asOf: TEST_TIME, origin: 'complaint' });
  const { demographics } = narrative;
  const coded: Measurement[] = Object.entries(input.vitals ?? {}).map(([kind, value]) => ({
    kind: kind as VitalKind,
    value: value!,
    unit: VITAL_SIGNS[kind as VitalKind].unit,
    at: TEST_TIME,
    stale: false,
    source: { origin: 'chart', reference: `Observation/${kind}`, at: TEST_TIME },
  }));
  const taken = new Set(coded.map(({ kind }) => kind));
  const medicines = [
    ...narrative.medicines.map(({ text, span }) => medicine(text, { span })),
    ...(input.medicines ?? []).map((text) => medicine(text, {})),
  ];
  const ageYears = input.ageYears ?? demographics.ageYears;
  return {
    asOf: TEST_TIME,
    patient: {
      id: 'test',
      sex: input.sex ?? demographics.sex ?? 'unknown',
      ...(ageYears === undefined ? {} : { ageYears }),
    },
    complaint: present({
      text: input.text,
      sources: [],
      readable: narrative.readable,
      clauses: narrative.clauses,
    }),
    findings: narrative.findings,
    measurements: [...coded, ...narrative.measurements.filter(({ kind }) => !taken.has(kind))],
    history: [],
    labs: input.labs ?? [],
    conditions: KNOWN_EMPTY,
    medicines: medicines.length === 0 ? KNOWN_EMPTY : present(medicines),
    allergies: KNOWN_EMPTY,
    noKnownAllergies: false,
    pregnancy: demographics.pregnancy ?? { state: 'unknown' },
    problems: narrative.problems,
  };
}

function medicine(display: string, source: { readonly span?: readonly [number, number] }): MedicineFact {
  const { ingredients, classes } = readMedicine(display, []);
  return {
    display,
    codings: [],
    ingredients,
    classes,
    active: true,
    source: { origin: 'complaint', ...source },
  };
}
