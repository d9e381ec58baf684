import type { CodeableConcept, Observation, Quantity } from 'fhir/r4';
import type { DataProblem } from './clinical-snapshot.ts';
import { readConsciousness } from './consciousness.ts';
import { HOUR_MS, isFuture, readTime, type TimeSpan } from './fhir-time.ts';
import { kindOfCode, type MeasuredSpec } from './measured-kind.ts';
import { referenceTo } from './reference.ts';
import { toUnit } from './units.ts';

/** One number from the chart, in the unit of its kind. */
export interface ObservedValue {
  readonly spec: MeasuredSpec;
  readonly value: number;
  /** Milliseconds since 1970: the earliest that its date allows. */
  readonly at: number;
  readonly reference?: string;
}

/** Values that can be believed, and why others could not. */
export interface ObservedValues {
  readonly values: readonly ObservedValue[];
  readonly problems: readonly DataProblem[];
}

interface Valued {
  readonly code?: CodeableConcept;
  readonly valueQuantity?: Quantity;
  readonly valueInteger?: number;
  readonly valueString?: string;
  readonly valueCodeableConcept?: CodeableConcept;
}

/** Statuses whose values are not used. `preliminary` is: in triage most values are. */
const NOT_DONE = new Set(['cancelled', 'registered']);

/**
 * Reads every vital sign and laboratory result from Observations and their components.
 *
 * A value that cannot be believed is left out and named, if it is recent enough that it could have mattered.
 *
 * @param asOf - Milliseconds since 1970.
 */
export function readObservedValues(observations: readonly Observation[], asOf: number): ObservedValues {
  const values: ObservedValue[] = [];
  const problems = new Map<string, DataProblem>();
  for (const observation of observations) {
    const { component = [], ...whole } = observation;
    for (const valued of [whole, ...component] as readonly Valued[]) {
      const spec = kindOfCode(valued.code);
      if (spec === undefined) continue;
      const read = readValue(observation, valued, { spec, asOf });
      if (read === undefined) continue;
      if ('code' in read) problems.set(`${read.code}|${read.about}`, read);
      else values.push(read);
    }
  }
  return { values, problems: [...problems.values()] };
}

function readValue(
  observation: Observation,
  valued: Valued,
  { spec, asOf }: { readonly spec: MeasuredSpec; readonly asOf: number },
): ObservedValue | DataProblem | undefined {
  if (NOT_DONE.has(observation.status) || !hasValue(valued)) return undefined;
  const reference = referenceTo(observation);
  const problem = (code: DataProblem['code'], why: string): DataProblem => ({
    code,
    about: spec.kind,
    text: `The recorded ${spec.display} was not used: ${why}.`,
    ...(reference === undefined ? {} : { reference }),
  });

  const time = timeOfObservation(observation);
  if (time === undefined) return problem('incomplete', 'it has no time');
  if (isFuture(time, asOf)) return problem('implausible', 'its time is in the future');
  const isRecent = time.end >= asOf - spec.staleAfterHours * HOUR_MS;
  const ifRecent = (found: DataProblem) => (isRecent ? found : undefined);
  if (observation.status === 'entered-in-error') {
    return ifRecent(problem('entered-in-error', 'it is marked as entered in error'));
  }
  const value = magnitude(valued, spec);
  if (value === undefined) return ifRecent(problem('unknown-unit', 'its unit or value is not understood'));
  const [least, most] = spec.plausible;
  if (value < least || value > most) return ifRecent(problem('implausible', 'the number is not possible'));
  return { spec, value, at: Math.min(time.start, asOf), ...(reference === undefined ? {} : { reference }) };
}

/** When an Observation was true: its effective time, else when it was issued or stored. */
export function timeOfObservation(observation: Observation): TimeSpan | undefined {
  const { effectiveDateTime, effectiveInstant, effectivePeriod, issued, meta } = observation;
  return readTime(
    effectiveDateTime ??
      effectiveInstant ??
      effectivePeriod?.end ??
      effectivePeriod?.start ??
      issued ??
      meta?.lastUpdated,
  );
}

function hasValue(valued: Valued): boolean {
  return (
    valued.valueQuantity?.value !== undefined ||
    valued.valueInteger !== undefined ||
    valued.valueString !== undefined ||
    valued.valueCodeableConcept !== undefined
  );
}

function magnitude(valued: Valued, spec: MeasuredSpec): number | undefined {
  const { valueQuantity: quantity, valueInteger: integer, valueString: text } = valued;
  if (spec.kind === 'consciousness') {
    return readConsciousness(text === undefined ? valued.valueCodeableConcept : { text });
  }
  if (quantity?.value !== undefined) {
    return convert({ value: quantity.value, code: quantity.code, unit: quantity.unit }, spec);
  }
  if (integer !== undefined) return convert({ value: integer }, spec);
  const [, number, unit] = /^\s*(\d{1,6}(?:\.\d{1,4})?)\s*([^\d\s].{0,20})?$/.exec(text ?? '') ?? [];
  return number === undefined ? undefined : convert({ value: Number(number), unit: unit?.trim() }, spec);
}

function convert(
  quantity: { readonly value: number; readonly code?: string; readonly unit?: string },
  spec: MeasuredSpec,
): number | undefined {
  const converted = toUnit(quantity, spec.unit, spec.molarMass);
  if (converted !== undefined || spec.kind !== 'inhaled-oxygen') return converted;
  // A concentration tells only whether there is oxygen at all: room air is 21%, and a nasal cannula adds about 4%
  // for each litre. A rule of thumb from memory; rules ask only whether it is above 0.
  const percent = toUnit(quantity, '%');
  return percent === undefined ? undefined : Math.max(0, Math.round((percent - 21) / 4));
}
