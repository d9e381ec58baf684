const BASE64 = /^(?:[A-Za-z0-9+/\s]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\s*$/;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/;
const ZONE = /^(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

/** Checks of R4's primitive types: what JSON type, and what it may look like (R4, datatypes). */
const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_648,
  unsignedInt: (value) => Number.isInteger(value) && (value as number) >= 0,
  positiveInt: (value) => Number.isInteger(value) && (value as number) > 0,
  decimal: (value) => typeof value === 'number' && Number.isFinite(value),
  string: text(isPlain),
  markdown: text(isPlain),
  xhtml: text((value) => /^\s*<div\s[^>]*xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"/.test(value)),
  code: text((value) => /^\S+(?: \S+)*$/.test(value)),
  id: text((value) => /^[A-Za-z0-9\-.]{1,64}$/.test(value)),
  uri: text((value) => /^\S+$/.test(value)),
  url: text((value) => /^\S+$/.test(value)),
  canonical: text((value) => /^\S+$/.test(value)),
  oid: text((value) => /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/.test(value)),
  uuid: text((value) => /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)),
  base64Binary: text((value) => BASE64.test(value)),
  date: text(isDate),
  time: text((value) => TIME.test(value)),
  dateTime: text((value) => isDate(value) || isInstant(value)),
  instant: text(isInstant),
};

/** True for the names of primitive types, in FHIR's own spelling. */
export function isPrimitive(type: string): boolean {
  return type in CHECKS;
}

/** True when a value is what its primitive type says. */
export function isOfPrimitive(type: string, value: unknown): boolean {
  return CHECKS[type]?.(value) ?? true;
}

function text(check: (value: string) => boolean): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && check(value);
}

/** Some character that is no space, and no control characters. */
function isPlain(value: string): boolean {
  return /\S/.test(value) && !/[^\P{Cc}\n\r\t]/u.test(value);
}

function isDate(value: string): boolean {
  const [, year, month = '01', day = '01'] = DATE.exec(value) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isInstant(value: string): boolean {
  const [date = '', rest = ''] = value.split('T');
  const zone = /(?:Z|[+-]\d{2}:\d{2})$/.exec(rest)?.[0] ?? '';
  return (
    date.length === 10 &&
    isDate(date) &&
    ZONE.test(zone) &&
    TIME.test(rest.slice(0, rest.length - zone.length))
  );
}
