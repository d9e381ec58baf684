import type { VitalKind } from '#terminology/vital-signs.ts';
import type { Citation } from './rule.ts';
import { SOURCES } from './sources.ts';

/** One row of an age table: holds for ages under `under` years (the last row has none). */
export interface AgeBand {
  readonly under?: number;
  readonly value: number;
}

/** A limit of one vital sign that changes with age. Ages in years; an unknown age is read as an adult's. */
export interface Limit {
  readonly vital: VitalKind;
  readonly direction: 'above' | 'below';
  readonly bands: readonly AgeBand[];
  readonly title: string;
  readonly source: Citation;
}

const MONTH = 1 / 12;

/** Age-banded limits by the name that a rule's `beyond` uses. */
export const LIMITS: Readonly<Record<string, Limit>> = {
  'heart-rate-danger': {
    vital: 'heart-rate',
    direction: 'above',
    title: 'heart rate in the danger zone for age',
    source: SOURCES.esi,
    bands: [
      { under: MONTH, value: 190 },
      { under: 1, value: 180 },
      { under: 3, value: 140 },
      { under: 5, value: 120 },
      { under: 12, value: 120 },
      { value: 100 },
    ],
  },
  'respiratory-rate-danger': {
    vital: 'respiratory-rate',
    direction: 'above',
    title: 'respiratory rate in the danger zone for age',
    source: SOURCES.esi,
    bands: [
      { under: MONTH, value: 60 },
      { under: 1, value: 55 },
      { under: 3, value: 40 },
      { under: 5, value: 35 },
      { under: 12, value: 30 },
      { value: 20 },
    ],
  },
  // Own margin above the danger zone: a rate that crying or fever alone seldom explains.
  'heart-rate-extreme': {
    vital: 'heart-rate',
    direction: 'above',
    title: 'heart rate far above the limit for age',
    source: SOURCES.palsRates,
    bands: [
      { under: MONTH, value: 205 },
      { under: 1, value: 200 },
      { under: 3, value: 180 },
      { under: 5, value: 165 },
      { under: 12, value: 150 },
      { value: 130 },
    ],
  },
  'respiratory-rate-extreme': {
    vital: 'respiratory-rate',
    direction: 'above',
    title: 'respiratory rate far above the limit for age',
    source: SOURCES.palsRates,
    bands: [
      { under: MONTH, value: 69 },
      { under: 1, value: 64 },
      { under: 3, value: 54 },
      { under: 5, value: 44 },
      { under: 12, value: 39 },
      { value: 29 },
    ],
  },
  'heart-rate-slow': {
    vital: 'heart-rate',
    direction: 'below',
    title: 'heart rate too slow for age',
    source: SOURCES.palsRates,
    bands: [
      { under: 1, value: 80 },
      { under: 3, value: 70 },
      { under: 12, value: 60 },
      { under: 18, value: 45 },
      { value: 40 },
    ],
  },
  'respiratory-rate-slow': {
    vital: 'respiratory-rate',
    direction: 'below',
    title: 'respiratory rate too slow for age',
    source: SOURCES.palsRates,
    bands: [{ under: 1, value: 20 }, { under: 3, value: 16 }, { under: 12, value: 12 }, { value: 9 }],
  },
  'systolic-low': {
    vital: 'systolic',
    direction: 'below',
    title: 'systolic pressure too low for age',
    source: SOURCES.pals,
    // Under one month 60, under a year 70, then 70 + 2 x age, from ten years 90.
    bands: [
      { under: MONTH, value: 60 },
      { under: 1, value: 70 },
      { under: 2, value: 72 },
      { under: 3, value: 74 },
      { under: 4, value: 76 },
      { under: 5, value: 78 },
      { under: 6, value: 80 },
      { under: 7, value: 82 },
      { under: 8, value: 84 },
      { under: 9, value: 86 },
      { under: 10, value: 88 },
      { value: 90 },
    ],
  },
  'shock-index-high': {
    vital: 'heart-rate',
    direction: 'above',
    title: 'shock index above the limit for age',
    source: SOURCES.shockIndex,
    bands: [{ under: 4, value: 1.22 }, { under: 7, value: 1.22 }, { under: 13, value: 1.0 }, { value: 0.9 }],
  },
};

/** The value of a limit at an age; an unknown age reads the last row. */
export function limitAt(limit: Limit, ageYears: number | undefined): number {
  if (ageYears !== undefined) {
    for (const band of limit.bands) if (band.under === undefined || ageYears < band.under) return band.value;
  }
  return limit.bands[limit.bands.length - 1]!.value;
}
