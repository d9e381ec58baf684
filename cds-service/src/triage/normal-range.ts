import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { LIMITS, limitAt } from './limits.ts';

/** Normal heart and breathing rates and systolic pressure of children by age (ESI handbook 2023), then adults. */
const BANDS: readonly {
  readonly under?: number;
  readonly heartRate: readonly [number, number];
  readonly respiratoryRate: readonly [number, number];
  readonly systolic: readonly [number, number];
}[] = [
  { under: 1 / 12, heartRate: [90, 190], respiratoryRate: [35, 60], systolic: [67, 84] },
  { under: 1, heartRate: [90, 180], respiratoryRate: [30, 55], systolic: [72, 104] },
  { under: 3, heartRate: [80, 140], respiratoryRate: [22, 40], systolic: [86, 104] },
  { under: 5, heartRate: [65, 120], respiratoryRate: [18, 35], systolic: [89, 112] },
  { under: 12, heartRate: [70, 120], respiratoryRate: [16, 30], systolic: [90, 115] },
  { under: 18, heartRate: [60, 100], respiratoryRate: [12, 20], systolic: [100, 130] },
  { heartRate: [51, 100], respiratoryRate: [12, 20], systolic: [100, 159] },
];

const FIXED: Readonly<Partial<Record<VitalKind, readonly [number, number]>>> = {
  diastolic: [50, 99],
  temperature: [36, 37.9],
  spo2: [95, 100],
  glucose: [4, 11],
  pain: [0, 3],
  gcs: [15, 15],
  consciousness: [0, 0],
  'capillary-refill': [0, 2],
  'peak-flow-percent': [80, 200],
};

/**
 * The normal range of a vital sign for this patient's age and pregnancy, in the unit of its kind, ends included.
 *
 * @returns Undefined where none applies (weight, inhaled oxygen). An unknown age reads the adults' row.
 */
export function normalRange(
  kind: VitalKind,
  snapshot: Pick<ClinicalSnapshot, 'patient' | 'pregnancy'>,
): readonly [number, number] | undefined {
  const { ageYears } = snapshot.patient;
  const band = BANDS.find(
    ({ under }) => under === undefined || (ageYears !== undefined && ageYears < under),
  )!;
  if (kind === 'heart-rate') return band.heartRate;
  if (kind === 'respiratory-rate') return band.respiratoryRate;
  if (kind === 'systolic') {
    const { state } = snapshot.pregnancy;
    if (state === 'pregnant' || state === 'postpartum') return [90, 139];
    // In children the lower end of the table lies above the limit for hypotension.
    return [Math.max(band.systolic[0], limitAt(LIMITS['systolic-low']!, ageYears)), band.systolic[1]];
  }
  if (kind === 'diastolic' && ageYears !== undefined && ageYears < 12) return [35, 80];
  return FIXED[kind];
}
