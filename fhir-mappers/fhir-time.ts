/** The stretch of time that a FHIR date or dateTime names. Milliseconds since 1970, both ends inclusive. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  /** How exactly it was written. */
  readonly precision: 'year' | 'month' | 'day' | 'instant';
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads a FHIR `date`, `dateTime` or `instant`, partial ones too.
 *
 * A dateTime without its zone is not valid FHIR, yet common: it is read as UTC, never in the zone of this machine.
 *
 * @returns `undefined` when absent or not a date, such as 2021-02-30.
 */
export function readTime(text: string | undefined): TimeSpan | undefined {
  if (text === undefined) return undefined;
  const instant = INSTANT.exec(text);
  if (instant !== null) {
    const at = Date.parse(instant[3] === undefined ? `${text}Z` : text);
    return Number.isNaN(at) ? undefined : { start: at, end: at, precision: 'instant' };
  }
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const start = utc(y, m, d);
  if (new Date(start).getUTCMonth() !== m || new Date(start).getUTCDate() !== d) return undefined;
  if (month === undefined) return { start, end: utc(y + 1, 0, 1) - 1, precision: 'year' };
  if (day === undefined) return { start, end: utc(y, m + 1, 1) - 1, precision: 'month' };
  return { start, end: start + DAY_MS - 1, precision: 'day' };
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Clocks differ by minutes; a date without a time may be tomorrow's in another zone. */
const TOLERANCE_MS = { instant: 5 * 60_000, day: 14 * HOUR_MS, month: 0, year: 0 };

/** True when a time has not come yet, beyond what clocks and time zones explain. */
export function isFuture(time: TimeSpan, asOf: number): boolean {
  return time.start > asOf + TOLERANCE_MS[time.precision];
}

export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Unlike `Date.UTC`, takes the years 0 to 99 as they are. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}
