import type { Observation, Quantity } from 'fhir/r4';
import type { Loaded } from '#fhir-mappers/data-state.ts';
import { VITAL_KINDS, VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import { normalRange, type Range } from './normal-range.ts';

/** One measured value of one kind, in the unit of its kind. */
export interface Reading {
  readonly value: number;
  readonly at: string;
  readonly reference: string;
}

/** One vital sign: its newest value, how it went, what is usual, and how old it is. */
export interface VitalRow {
  readonly kind: VitalKind;
  readonly unit: string;
  readonly newest: Reading;
  /** Oldest first, the newest included; at most ten. */
  readonly series: readonly Reading[];
  readonly trend: 'up' | 'down' | 'level' | 'single';
  readonly range: Range | undefined;
  readonly outside: 'low' | 'high' | 'no' | 'unknown';
  readonly ageMinutes: number;
  readonly stale: boolean;
}

/** Vital signs of the chart; `unread` counts values in units that this page cannot place. */
export type VitalsView =
  | { readonly state: 'read'; readonly rows: readonly VitalRow[]; readonly unread: number }
  | { readonly state: 'unreadable' };

/** What the nurse has measured herself in this review, in the unit of its kind. */
export interface Measured {
  readonly kind: string;
  readonly value: number;
}

const SHOWN = 10;

/** Lays out the vital signs of the last readings. Values in another unit are counted, never converted by guess. */
export function vitalsView(
  loaded: Loaded<readonly Observation[]>,
  at: { readonly now: Date; readonly years: number | undefined; readonly measured?: readonly Measured[] },
): VitalsView {
  if (loaded.state === 'unavailable') return { state: 'unreadable' };
  const read = (loaded.state === 'present' ? loaded.value : []).filter(isUsable).flatMap(readingsOf);
  const own = (at.measured ?? []).map(({ kind, value }) => ({
    kind,
    reading: { value, at: at.now.toISOString(), reference: '' },
  }));
  const rows = VITAL_KINDS.flatMap((kind) => {
    const readings = [...read, ...own].flatMap((found) =>
      found.kind === kind && found.reading ? [found.reading] : [],
    );
    return readings.length > 0 ? [rowOf(kind, readings, at)] : [];
  });
  return { state: 'read', rows, unread: read.filter(({ reading }) => reading === undefined).length };
}

function isUsable({ status }: Observation): boolean {
  return status !== 'entered-in-error' && status !== 'cancelled';
}

interface Found {
  readonly kind: VitalKind;
  readonly reading: Reading | undefined;
}

function readingsOf(observation: Observation): readonly Found[] {
  const at = observation.effectiveDateTime ?? observation.effectiveInstant ?? observation.issued;
  if (at === undefined) return [];
  const parts = [observation, ...(observation.component ?? [])];
  return parts.flatMap(({ code, valueQuantity }) => {
    const kind = kindOf(code.coding?.map((coding) => coding.code ?? '') ?? []);
    if (!kind || valueQuantity === undefined) return [];
    const value = inOwnUnit(kind, valueQuantity);
    const reference = `Observation/${observation.id}`;
    return [{ kind, reading: value === undefined ? undefined : { value, at, reference } }];
  });
}

function kindOf(codes: readonly string[]): VitalKind | undefined {
  return VITAL_KINDS.find((kind) => VITAL_SIGNS[kind].loinc.some((code) => codes.includes(code)));
}

const SAME: Readonly<Record<string, readonly string[]>> = {
  'mm[Hg]': ['mmHg'],
  '/min': ['{beats}/min', '{breaths}/min', 'beats/min', 'breaths/min', 'bpm', '1/min'],
  '{score}': ['1', '{score}', ''],
  Cel: ['°C', 'C', 'degC'],
};

function inOwnUnit(kind: VitalKind, { value, code, unit }: Quantity): number | undefined {
  if (value === undefined) return undefined;
  const own = VITAL_SIGNS[kind].unit;
  const said = code ?? unit ?? '';
  if (said === own || SAME[own]?.includes(said)) return value;
  if (own === 'Cel' && (said === '[degF]' || said === '°F')) return round((value - 32) / 1.8);
  if (own === 'kg' && said === 'g') return round(value / 1000);
  if (own === 'kg' && said === '[lb_av]') return round(value * 0.45359237);
  return undefined;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function rowOf(
  kind: VitalKind,
  readings: readonly Reading[],
  { now, years }: { now: Date; years: number | undefined },
): VitalRow {
  const series = readings.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-SHOWN);
  const newest = series.at(-1)!;
  const before = series.at(-2);
  const range = normalRange(kind, years);
  const ageMinutes = Math.max(0, Math.round((now.getTime() - Date.parse(newest.at)) / 60_000));
  return {
    kind,
    unit: VITAL_SIGNS[kind].unit,
    newest,
    series,
    trend: !before
      ? 'single'
      : newest.value > before.value
        ? 'up'
        : newest.value < before.value
          ? 'down'
          : 'level',
    range,
    outside: !range ? 'unknown' : newest.value < range[0] ? 'low' : newest.value > range[1] ? 'high' : 'no',
    ageMinutes,
    stale: ageMinutes > VITAL_SIGNS[kind].staleAfterHours * 60,
  };
}
