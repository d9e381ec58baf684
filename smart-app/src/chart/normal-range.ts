import type { VitalKind } from '#terminology/vital-signs.ts';

/** What is usual at an age, in the unit of `VITAL_SIGNS`. */
export type Range = readonly [low: number, high: number];

// Adults: the bands that score 0 in NEWS2 (Royal College of Physicians, 2017). Of the systolic pressure it scores
// only what is low; 140 is where the European guidelines begin to speak of a raised one (ESC/ESH, 2018; not verified).
const ADULT: Readonly<Partial<Record<VitalKind, Range>>> = {
  'heart-rate': [51, 90],
  systolic: [111, 139],
  'respiratory-rate': [12, 20],
  spo2: [96, 100],
  temperature: [36.1, 38],
};

// Children: reference ranges by age in years, written from memory of the Advanced Paediatric Life Support
// tables (Resuscitation Council UK, 2021); not verified, shown for orientation only.
const CHILD: readonly { readonly below: number; readonly ranges: typeof ADULT }[] = [
  { below: 1, ranges: { 'heart-rate': [110, 160], systolic: [70, 100], 'respiratory-rate': [30, 40] } },
  { below: 2, ranges: { 'heart-rate': [100, 150], systolic: [80, 110], 'respiratory-rate': [25, 35] } },
  { below: 5, ranges: { 'heart-rate': [95, 140], systolic: [80, 110], 'respiratory-rate': [25, 30] } },
  { below: 12, ranges: { 'heart-rate': [80, 120], systolic: [90, 120], 'respiratory-rate': [20, 25] } },
  { below: 16, ranges: { 'heart-rate': [60, 100], systolic: [100, 130], 'respiratory-rate': [15, 20] } },
];

const ANY_CHILD: typeof ADULT = { spo2: [95, 100], temperature: [36, 37.9] };

/**
 * The usual range of a vital sign at an age. Shown beside a value, never used to decide: rules live in the
 * service.
 *
 * @param years - Age in years, fractional; undefined gives no range, because an adult range misleads for a child.
 */
export function normalRange(kind: VitalKind, years: number | undefined): Range | undefined {
  if (years === undefined) return undefined;
  const band = CHILD.find(({ below }) => years < below);
  return band ? (band.ranges[kind] ?? ANY_CHILD[kind]) : ADULT[kind];
}
