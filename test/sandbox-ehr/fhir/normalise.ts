import { createRequire } from 'node:module';

interface BaseUnits {
  readonly status: string;
  readonly magnitude?: number;
  readonly unitToExp?: Readonly<Record<string, number>>;
}

interface Ucum {
  readonly UcumLhcUtils: {
    getInstance(): { convertToBaseUnits(unit: string, value: number): BaseUnits };
  };
}

/** The library has no type declarations, so it enters through `require` with the part that is used. */
const { UcumLhcUtils } = createRequire(import.meta.url)('@lhncbc/ucum-lhc') as Ucum;

/** A half-open range of milliseconds since 1970. */
export type MsRange = readonly [number, number];

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * The span of time that a FHIR date, dateTime or instant stands for: `2026` is a whole year.
 *
 * Values without a zone are read in the machine's zone. Undefined for anything that is not a date.
 */
export function rangeOfDate(text: string): MsRange | undefined {
  const match = DATE.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const y = Number(year);
  if (month === undefined) return [new Date(y, 0, 1).getTime(), new Date(y + 1, 0, 1).getTime()];
  const m = Number(month) - 1;
  if (day === undefined) return [new Date(y, m, 1).getTime(), new Date(y, m + 1, 1).getTime()];
  const d = Number(day);
  if (hour === undefined) return [new Date(y, m, d).getTime(), new Date(y, m, d + 1).getTime()];
  const low = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${fraction ?? ''}${zone ?? ''}`,
  );
  if (Number.isNaN(low)) return undefined;
  const width = second === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
  return [low, low + width];
}

/** Lower case without diacritics, as R4 string search compares. */
export function foldString(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

export interface CanonicalQuantity {
  readonly value: number;
  /** Base units with exponents (`g1m-1s-2`), equal for units that can be compared. */
  readonly dimension: string;
}

/** A quantity in UCUM base units, or undefined when the unit is not UCUM. */
export function canonicalQuantity(value: number, unit: string): CanonicalQuantity | undefined {
  const converted = UcumLhcUtils.getInstance().convertToBaseUnits(unit, value);
  if (converted.status !== 'succeeded' || converted.magnitude === undefined) return undefined;
  const dimension = Object.entries(converted.unitToExp ?? {})
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, exponent]) => `${name}${exponent}`)
    .join('');
  return { value: converted.magnitude, dimension };
}

/**
 * The range that a number in a search stands for: `5.4` is 5.35 to 5.45 (R4, "significant figures").
 * Undefined when the text is not a number.
 */
export function rangeOfNumber(text: string): readonly [number, number] | undefined {
  const match = /^[+-]?\d+(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const value = Number(text);
  const half = 0.5 * 10 ** (Number(match[2] ?? 0) - (match[1]?.length ?? 0));
  return [value - half, value + half];
}
