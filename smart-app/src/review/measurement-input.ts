import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';

/** A number as the nurse typed it, checked. */
export type MeasurementInput =
  | { readonly ok: true; readonly kind: VitalKind; readonly value: number; readonly unit: string }
  | { readonly ok: false; readonly low: number; readonly high: number };

/** Vital signs that can be added by hand, in the order in which they are taken. */
export const ENTERABLE = [
  'heart-rate',
  'systolic',
  'diastolic',
  'respiratory-rate',
  'spo2',
  'temperature',
  'pain',
  'glucose',
  'gcs',
] as const satisfies readonly VitalKind[];

/**
 * Reads one typed value; comma and point both separate decimals. A temperature above 60 is taken as Fahrenheit,
 * because no patient has 60 degrees Celsius and no patient has 60 degrees Fahrenheit.
 */
export function readMeasurement(kind: VitalKind, typed: string): MeasurementInput {
  const { plausible, unit } = VITAL_SIGNS[kind];
  const [low, high] = plausible;
  const clean = typed.trim().replace(',', '.');
  const number = /^\d+(\.\d+)?$/.test(clean) ? Number(clean) : Number.NaN;
  const value = kind === 'temperature' && number > 60 ? Math.round(((number - 32) / 1.8) * 10) / 10 : number;
  if (!(value >= low && value <= high)) return { ok: false, low, high };
  return { ok: true, kind, value, unit };
}

/** The kind of vital sign that a missing item is about; undefined for anything else. */
export function kindOf(about: string): VitalKind | undefined {
  return about in VITAL_SIGNS ? (about as VitalKind) : undefined;
}
