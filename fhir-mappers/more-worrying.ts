import type { MeasuredKind } from './measured-kind.ts';

interface Compared {
  readonly spec: { readonly kind: MeasuredKind };
  readonly value: number;
}

type Range = readonly [number, number];

/** Kinds of which less is worse, and of which more is. */
const LOW_IS_WORSE = new Set<MeasuredKind>([
  'spo2',
  'gcs',
  'peak-flow-percent',
  'haemoglobin',
  'platelets',
  'neutrophils',
  'egfr',
]);
const HIGH_IS_WORSE = new Set<MeasuredKind>([
  'pain',
  'consciousness',
  'inhaled-oxygen',
  'capillary-refill',
  'inr',
  'lactate',
  'troponin',
  'creatinine',
  'ketones',
]);

/** Normal ranges of an adult: the zero band of NEWS2 (Royal College of Physicians, 2017); others usual limits. */
const NORMAL: Partial<Record<MeasuredKind, Range>> = {
  systolic: [111, 219],
  diastolic: [60, 90],
  'heart-rate': [51, 90],
  'respiratory-rate': [12, 20],
  temperature: [36.1, 38],
  glucose: [4, 11],
  potassium: [3.5, 5.3],
  sodium: [135, 145],
  leukocytes: [4, 12],
};

/** Normal ranges of children by upper age in years: Emergency Nurses Association, ESI handbook v5, 2023. */
const NORMAL_CHILD: readonly (readonly [number, Partial<Record<MeasuredKind, Range>>])[] = [
  [1 / 12, { 'heart-rate': [90, 190], 'respiratory-rate': [35, 60], systolic: [67, 84] }],
  [1, { 'heart-rate': [90, 180], 'respiratory-rate': [30, 55], systolic: [72, 104] }],
  [3, { 'heart-rate': [80, 140], 'respiratory-rate': [22, 40], systolic: [86, 104] }],
  [5, { 'heart-rate': [65, 120], 'respiratory-rate': [18, 35], systolic: [89, 112] }],
  [12, { 'heart-rate': [70, 120], 'respiratory-rate': [16, 30], systolic: [90, 115] }],
  [18, { 'heart-rate': [60, 100], 'respiratory-rate': [12, 20], systolic: [100, 130] }],
];

/**
 * Of two values of the same kind, the one that asks for more haste: further from what is normal at this age.
 *
 * @returns The first when neither is worse, or when the kind has no direction (weight).
 */
export function moreWorrying<T extends Compared>(a: T, b: T, ageYears: number | undefined): T {
  return worry(b, ageYears) > worry(a, ageYears) ? b : a;
}

/** Distance from normal, in widths of the normal range where there is one. Comparable within one kind only. */
function worry({ spec: { kind }, value }: Compared, ageYears: number | undefined): number {
  if (LOW_IS_WORSE.has(kind)) return -value;
  if (HIGH_IS_WORSE.has(kind)) return value;
  const child = ageYears === undefined ? undefined : NORMAL_CHILD.find(([age]) => ageYears < age)?.[1][kind];
  const range = child ?? NORMAL[kind];
  if (range === undefined) return 0;
  return Math.max(range[0] - value, value - range[1], 0) / (range[1] - range[0]);
}
