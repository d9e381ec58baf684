const DAY_MS = 86_400_000;

/** A FHIR date, dateTime or instant moved by days, in the same precision; undefined for what is none. */
export function shiftFhirDate(value: string, days: number): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/u.exec(value);
  if (match === null) return undefined;
  const [, year = '', month, day, time = ''] = match;
  const moved = new Date(Date.UTC(Number(year), Number(month ?? 7) - 1, Number(day ?? 15)) + days * DAY_MS);
  if (Number.isNaN(moved.getTime())) return undefined;
  const iso = moved.toISOString();
  if (day !== undefined) return `${iso.slice(0, 10)}${time}`;
  return month === undefined ? iso.slice(0, 4) : iso.slice(0, 7);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Year for dates without one: only day and month of the result are used. */
const ANY_YEAR = 2023;

/**
 * A date as people write it, moved by days and written in the same way; undefined when its form is not known.
 *
 * Digits are read month first where both orders are possible, as in the United States; the order is kept.
 */
export function shiftDateText(text: string, days: number): string | undefined {
  return shiftIso(text, days) ?? shiftDigits(text, days) ?? shiftNamed(text, days);
}

function move(year: number, month: number, day: number, days: number): Date {
  return new Date(Date.UTC(year, month - 1, day) + days * DAY_MS);
}

function shiftIso(text: string, days: number): string | undefined {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u.exec(text);
  if (match === null) return undefined;
  const [, year, mark = '-', month, day] = match;
  const moved = move(Number(year), Number(month), Number(day), days);
  return [moved.getUTCFullYear(), two(moved.getUTCMonth() + 1), two(moved.getUTCDate())].join(mark);
}

function shiftDigits(text: string, days: number): string | undefined {
  const match = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/u.exec(text);
  if (match === null) return undefined;
  const [, first, mark = '/', second, year] = match;
  const dayFirst = Number(first) > 12 || mark === '.';
  const [month, day] = dayFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const full = year === undefined ? ANY_YEAR : year.length === 2 ? 2000 + Number(year) : Number(year);
  const moved = move(full, month, day, days);
  const parts = dayFirst
    ? [moved.getUTCDate(), moved.getUTCMonth() + 1]
    : [moved.getUTCMonth() + 1, moved.getUTCDate()];
  const shown = year === undefined ? [] : [String(moved.getUTCFullYear()).slice(year.length === 2 ? 2 : 0)];
  return [...parts.map((part) => ((first ?? '').length === 2 ? two(part) : String(part))), ...shown].join(
    mark,
  );
}

/** Month by name with a day, a year or neither: "12 March 2024", "Mar 12th", "March 2024", "march". */
function shiftNamed(text: string, days: number): string | undefined {
  const name = /\p{L}{3,}/gu;
  const found = [...text.matchAll(name)]
    .map((match) => ({
      match,
      month: MONTHS.findIndex((month) => month.toLowerCase().startsWith(match[0].toLowerCase().slice(0, 3))),
    }))
    .find(
      ({ month, match }) =>
        month >= 0 && /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.test(match[0]),
    );
  if (found === undefined || /(?:-|to|–|and|&)\s?\d/u.test(text.replace(found.match[0], '')))
    return undefined;
  const year = /(?:19|20)\d{2}/u.exec(text)?.[0] ?? /['’](\d{2})/u.exec(text)?.[1];
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/u.exec(text.replace(year ?? '\u0000', ''))?.[1];
  const full = year === undefined ? ANY_YEAR : Number(year.length === 2 ? `20${year}` : year);
  const moved = move(full, found.month + 1, day === undefined ? 15 : Number(day), days);
  const shown = MONTHS[moved.getUTCMonth()] ?? '';
  const short = found.match[0].length <= 4 && found.match[0].length < MONTHS[found.month]!.length;
  const word = short ? shown.slice(0, 3) : shown;
  const cased = found.match[0] === found.match[0].toLowerCase() ? word.toLowerCase() : word;
  const dated = day === undefined ? '' : String(moved.getUTCDate());
  const yeared = year === undefined ? '' : ` ${moved.getUTCFullYear()}`;
  return /^\D*\d{1,2}(?:st|nd|rd|th)?\s?-?(?:of\s)?\p{L}/u.test(text) && day !== undefined
    ? `${dated} ${cased}${yeared}`
    : `${cased}${dated === '' ? '' : ` ${dated}`}${yeared}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
