import { z } from 'zod';
import type { FeatureSpec, FeatureVector } from './features.ts';
import { featureNames } from './features.ts';

const table = z.array(z.array(z.number()));

/** The part of the triage model's manifest that turns logits into probabilities, zones and sets. */
export const calibrationSchema = z.object({
  heads: z.array(z.string()).length(6),
  patternBits: z.tuple([
    z.literal('conditions'),
    z.literal('ambulance'),
    z.literal('vitals'),
    z.literal('complaint'),
  ]),
  ageBands: z.array(z.number()),
  unknownAgeBand: z.number().int(),
  calibration: z.object({
    slope: table,
    offset: z.array(table),
    includeFrom: table,
    lowBelow: table,
    highFrom: table,
  }),
  unlikeFrom: z.object({ numbers: z.number(), text: z.number() }),
});

export type CalibrationTable = z.infer<typeof calibrationSchema>;

/** Which line of the calibration holds: what is known of the patient, and the age band. */
export interface Place {
  readonly pattern: number;
  readonly band: number;
}

const CRITICAL = 4;
const URGENT_FIRST = ['critical', 'high', 'medium', 'low'] as const;
const NOT_VITAL: ReadonlySet<string> = new Set(['age', 'pain']);

/** The place of an input in the calibration; the twin of `patterns.py`. */
export function placeOf(
  vector: FeatureVector,
  spec: FeatureSpec,
  { ageBands, unknownAgeBand }: CalibrationTable,
): Place {
  const names = featureNames(spec);
  const isKnown = (wanted: (name: string, index: number) => boolean) =>
    names.some((name, index) => wanted(name, index) && vector.present[index] === 1);
  const conditions = new Set(spec.conditions.map(({ name }) => name));
  const vitals = new Set([...spec.measured.map(({ name }) => name), ...spec.derived]);
  const bits = [
    isKnown((name) => conditions.has(name)),
    isKnown((name) => name === 'ambulance'),
    isKnown((name) => vitals.has(name) && !NOT_VITAL.has(name)),
    vector.textPresent,
  ];
  const pattern = bits.reduce((sum, bit, place) => sum + (bit ? 1 << place : 0), 0);
  const isAgeKnown = vector.present[names.indexOf('age')] === 1;
  const age = vector.values[names.indexOf('age')] ?? 0;
  const band = isAgeKnown ? ageBands.filter((from) => age >= from).length - 1 : unknownAgeBand;
  return { pattern, band };
}

/** Calibrated probability of each head; the four of the levels rise, as level 2 or less includes level 1. */
export function probabilitiesOf(
  logits: ArrayLike<number>,
  { pattern, band }: Place,
  { heads, calibration }: CalibrationTable,
): readonly number[] {
  const { slope, offset } = calibration;
  const each = heads.map((_, head) => {
    const line = at(logits, head) * at(slope[pattern], head) + at(offset[pattern]?.[band], head);
    return 1 / (1 + Math.exp(-line));
  });
  for (let level = 1; level < CRITICAL; level += 1)
    each[level] = Math.max(at(each, level), at(each, level - 1));
  return each;
}

/** Priorities, set and zone of one patient. Level 1 is critical, 2 high, 3 medium, 4 and 5 low. */
export function judge(probabilities: readonly number[], { pattern, band }: Place, table: CalibrationTable) {
  const { includeFrom, lowBelow, highFrom } = table.calibration;
  const [one, two, three] = [at(probabilities, 0), at(probabilities, 1), at(probabilities, 2)];
  const chance = [one, two - one, three - two, 1 - three];
  const likeliest = chance.indexOf(Math.max(...chance));
  const inside = chance.map((p, place) => p >= at(includeFrom[pattern], place) || place === likeliest);
  const set = URGENT_FIRST.slice(inside.indexOf(true), inside.lastIndexOf(true) + 1);
  const criticalOutcome = at(probabilities, CRITICAL);
  const isHigh = criticalOutcome >= at(highFrom[pattern], band);
  const isLow = criticalOutcome < at(lowBelow[pattern], band);
  return {
    probabilities: {
      critical: at(chance, 0),
      high: at(chance, 1),
      medium: at(chance, 2),
      low: at(chance, 3),
    },
    criticalOutcome,
    set,
    zone: isHigh ? ('high' as const) : isLow ? ('low' as const) : ('ask' as const),
  };
}

/** Probability of a critical outcome alone, for comparing an input with and without a fact. */
export function criticalOf(logits: ArrayLike<number>, place: Place, table: CalibrationTable): number {
  return at(probabilitiesOf(logits, place, table), CRITICAL);
}

/** A table of the wrong shape gives NaN, which no comparison lets through: checked once when the model is opened. */
function at(row: ArrayLike<number> | undefined, index: number): number {
  return row?.[index] ?? Number.NaN;
}

/** True when every table has a line for each pattern and band. */
export function isComplete({ heads, patternBits, ageBands, calibration }: CalibrationTable): boolean {
  const patterns = 1 << patternBits.length;
  const { slope, offset, includeFrom, lowBelow, highFrom } = calibration;
  const fits = (rows: readonly (readonly number[])[], width: number) =>
    rows.length === patterns && rows.every((row) => row.length === width);
  return (
    fits(slope, heads.length) &&
    offset.length === patterns &&
    offset.every(
      (bands) => bands.length === ageBands.length && bands.every((b) => b.length === heads.length),
    ) &&
    fits(includeFrom, URGENT_FIRST.length) &&
    fits(lowBelow, ageBands.length) &&
    fits(highFrom, ageBands.length)
  );
}
