import type { Measurement, PregnancyFact } from '#fhir-mappers/clinical-snapshot.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';

/** Points of one item: the first row whose `upTo` is not exceeded counts. */
type Bands = readonly { readonly upTo: number; readonly points: number }[];

const last = Number.POSITIVE_INFINITY;

/** NEWS2 with oxygen scale 1 (Royal College of Physicians 2017). */
const ITEMS: readonly { readonly kind: VitalKind; readonly bands: Bands }[] = [
  {
    kind: 'respiratory-rate',
    bands: [
      { upTo: 8, points: 3 },
      { upTo: 11, points: 1 },
      { upTo: 20, points: 0 },
      { upTo: 24, points: 2 },
      { upTo: last, points: 3 },
    ],
  },
  {
    kind: 'spo2',
    bands: [
      { upTo: 91, points: 3 },
      { upTo: 93, points: 2 },
      { upTo: 95, points: 1 },
      { upTo: last, points: 0 },
    ],
  },
  {
    kind: 'inhaled-oxygen',
    bands: [
      { upTo: 0, points: 0 },
      { upTo: last, points: 2 },
    ],
  },
  {
    kind: 'systolic',
    bands: [
      { upTo: 90, points: 3 },
      { upTo: 100, points: 2 },
      { upTo: 110, points: 1 },
      { upTo: 219, points: 0 },
      { upTo: last, points: 3 },
    ],
  },
  {
    kind: 'heart-rate',
    bands: [
      { upTo: 40, points: 3 },
      { upTo: 50, points: 1 },
      { upTo: 90, points: 0 },
      { upTo: 110, points: 1 },
      { upTo: 130, points: 2 },
      { upTo: last, points: 3 },
    ],
  },
  {
    kind: 'consciousness',
    bands: [
      { upTo: 0, points: 0 },
      { upTo: last, points: 3 },
    ],
  },
  {
    kind: 'temperature',
    bands: [
      { upTo: 35, points: 3 },
      { upTo: 36, points: 1 },
      { upTo: 38, points: 0 },
      { upTo: 39, points: 1 },
      { upTo: last, points: 2 },
    ],
  },
];

/**
 * Oxygen scale 2, for a recorded hypercapnic failure with a target of 88 to 92%: on air, and on added oxygen, where a
 * saturation above the target counts against the patient.
 */
const SCALE_2: Readonly<Record<'air' | 'oxygen', Bands>> = {
  air: [
    { upTo: 83, points: 3 },
    { upTo: 85, points: 2 },
    { upTo: 87, points: 1 },
    { upTo: last, points: 0 },
  ],
  oxygen: [
    { upTo: 83, points: 3 },
    { upTo: 85, points: 2 },
    { upTo: 87, points: 1 },
    { upTo: 92, points: 0 },
    { upTo: 94, points: 1 },
    { upTo: 96, points: 2 },
    { upTo: last, points: 3 },
  ],
};

/** A partial score: `atLeast` from what was measured, with the names of what was not. */
export interface News2 {
  readonly atLeast: number;
  readonly missing: readonly string[];
  readonly anySingleThree: boolean;
  /** The measurements that gave points. */
  readonly scored: readonly { readonly measurement: Measurement; readonly points: number }[];
}

/**
 * NEWS2 of what was measured, never imputed.
 *
 * @returns Undefined under 16 years, in pregnancy (obstetric limits apply) and when nothing was measured. An
 *   unknown age is read as an adult's.
 * @param patient - `lowerOxygenTarget`: a clinician has recorded hypercapnic failure or a target of 88 to 92%. COPD
 *   alone is not that record.
 */
export function news2(patient: {
  readonly ageYears: number | undefined;
  readonly pregnancy: PregnancyFact;
  readonly vitals: ReadonlyMap<VitalKind, Measurement>;
  readonly lowerOxygenTarget: boolean;
}): News2 | undefined {
  if (patient.ageYears !== undefined && patient.ageYears < 16) return undefined;
  if (patient.pregnancy.state === 'pregnant') return undefined;
  const missing: string[] = [];
  const scored: { measurement: Measurement; points: number }[] = [];
  let atLeast = 0;
  let measured = 0;
  const onOxygen = (patient.vitals.get('inhaled-oxygen')?.value ?? 0) > 0;
  for (const { kind, bands } of ITEMS) {
    const measurement = patient.vitals.get(kind);
    if (measurement === undefined) {
      missing.push(VITAL_SIGNS[kind].display);
      continue;
    }
    measured += 1;
    // The chart of the score has whole numbers, and tenths for temperature.
    const value =
      kind === 'temperature' ? Math.round(measurement.value * 10) / 10 : Math.round(measurement.value);
    const scale = kind === 'spo2' && patient.lowerOxygenTarget ? SCALE_2[onOxygen ? 'oxygen' : 'air'] : bands;
    const points = scale.find((band) => value <= band.upTo)!.points;
    if (points > 0) scored.push({ measurement, points });
    atLeast += points;
  }
  if (measured === 0) return undefined;
  return { atLeast, missing, anySingleThree: scored.some(({ points }) => points === 3), scored };
}
