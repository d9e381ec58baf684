import {
  convertToSearchableReferences,
  convertToSearchableTokens,
  convertToSearchableUris,
  evalFhirPathTyped,
  type TypedValue,
  toTypedValue,
} from '@medplum/core';
import { compartmentParamsOf, type SearchParam, searchParamsOf } from './definitions.ts';
import type { AnyResource } from './fhir-error.ts';
import { canonicalQuantity, foldString, type MsRange, rangeOfDate } from './normalise.ts';

/** One row of the index, before it is given the row number of its resource. */
export type IndexRow =
  | { readonly kind: 'token'; readonly code: string; readonly system: string; readonly value: string }
  | { readonly kind: 'reference'; readonly code: string; readonly target: string }
  | { readonly kind: 'date'; readonly code: string; readonly low: number; readonly high: number }
  | { readonly kind: 'string'; readonly code: string; readonly folded: string; readonly exact: string }
  | { readonly kind: 'number'; readonly code: string; readonly low: number; readonly high: number }
  | { readonly kind: 'uri'; readonly code: string; readonly value: string }
  | {
      readonly kind: 'quantity';
      readonly code: string;
      readonly value: number;
      readonly system: string;
      readonly unit: string;
      readonly canonical: number | null;
      readonly dimension: string | null;
    };

const TEXT = '\u0000text';
const DAWN_OF_TIME = -8.64e15;
const END_OF_TIME = 8.64e15;

/** What a resource can be found by: one row for each value of each search parameter of its type. */
export function indexResource(resource: AnyResource, fhirUrl: string): IndexRow[] {
  const typed = [toTypedValue(resource)];
  const rows: IndexRow[] = [];
  for (const param of searchParamsOf(resource.resourceType).values()) {
    const values = evalFhirPathTyped(param.expression, typed);
    if (values.length > 0) rows.push(...rowsOf(param, values, fhirUrl));
  }
  return rows;
}

/** Patients whose compartment holds the resource, as bare ids. `index` is the resource's own index. */
export function compartmentsOf(resource: AnyResource, index: readonly IndexRow[]): string[] {
  if (resource.resourceType === 'Patient') return resource.id ? [resource.id] : [];
  const codes = compartmentParamsOf(resource.resourceType);
  const patients = new Set<string>();
  for (const row of index)
    if (row.kind === 'reference' && codes.includes(row.code) && row.target.startsWith('Patient/'))
      patients.add(row.target.slice('Patient/'.length));
  return [...patients];
}

/** A reference as the index keeps it: relative where it points into this server, without a version. */
export function normaliseReference(reference: string, fhirUrl: string): string {
  const relative = reference.startsWith(`${fhirUrl}/`) ? reference.slice(fhirUrl.length + 1) : reference;
  return relative.replace(/\/_history\/[^/]+$/, '');
}

function rowsOf(param: SearchParam, values: TypedValue[], fhirUrl: string): IndexRow[] {
  const { code } = param;
  switch (param.kind) {
    case 'token':
      return tokenRows(code, values);
    case 'reference':
      return convertToSearchableReferences(values)
        .filter((target) => !target.startsWith('#'))
        .map((target) => ({ kind: 'reference', code, target: normaliseReference(target, fhirUrl) }));
    case 'date':
      return values.flatMap(({ value }) =>
        rangesOf(value).map(([low, high]) => ({ kind: 'date', code, low, high })),
      );
    case 'string':
      return [...new Set(values.flatMap(({ value }) => stringsOf(value)))].map((exact) => ({
        kind: 'string',
        code,
        folded: foldString(exact),
        exact,
      }));
    case 'number':
      return values.flatMap(({ value }) => numberRows(code, value));
    case 'uri':
      return convertToSearchableUris(values).map((value) => ({ kind: 'uri', code, value }));
    case 'quantity':
      return values.flatMap(({ value }) => quantityRows(code, value));
  }
}

/** Displays and texts go to the string index, where `:text` looks for them. */
function tokenRows(code: string, values: TypedValue[]): IndexRow[] {
  return convertToSearchableTokens(values, { textSearchSystem: TEXT }).map(({ system, value }) =>
    system === TEXT
      ? { kind: 'string', code, folded: foldString(value ?? ''), exact: value ?? '' }
      : { kind: 'token', code, system: system ?? '', value: value ?? '' },
  );
}

function rangesOf(value: unknown): MsRange[] {
  if (typeof value === 'string') {
    const range = rangeOfDate(value);
    return range ? [range] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const { start, end, event, repeat } = value as Record<string, unknown>;
  if (Array.isArray(event)) return event.flatMap(rangesOf);
  if (typeof repeat === 'object' && repeat !== null && 'boundsPeriod' in repeat)
    return rangesOf(repeat.boundsPeriod);
  if (start === undefined && end === undefined) return [];
  const low = typeof start === 'string' ? rangeOfDate(start)?.[0] : DAWN_OF_TIME;
  const high = typeof end === 'string' ? rangeOfDate(end)?.[1] : END_OF_TIME;
  return low === undefined || high === undefined ? [] : [[low, high]];
}

const STRING_PARTS = [
  'text',
  'family',
  'given',
  'prefix',
  'suffix',
  'line',
  'city',
  'district',
  'state',
  'postalCode',
  'country',
];

/** Each part of a name or an address by itself, because R4 matches the start of any part. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const parts = value as Record<string, unknown>;
  return STRING_PARTS.flatMap((part) => parts[part] ?? []).filter((part) => typeof part === 'string');
}

function numberRows(code: string, value: unknown): IndexRow[] {
  if (typeof value === 'number') return [{ kind: 'number', code, low: value, high: value }];
  if (typeof value !== 'object' || value === null) return [];
  const { low, high } = value as { low?: { value?: number }; high?: { value?: number } };
  if (low?.value === undefined && high?.value === undefined) return [];
  return [{ kind: 'number', code, low: low?.value ?? -Infinity, high: high?.value ?? Infinity }];
}

function quantityRows(code: string, value: unknown): IndexRow[] {
  const quantity = value as {
    value?: number;
    system?: string;
    code?: string;
    unit?: string;
    currency?: string;
  };
  if (typeof quantity?.value !== 'number') return [];
  const unit = quantity.code ?? quantity.unit ?? quantity.currency ?? '';
  const canonical = unit ? canonicalQuantity(quantity.value, unit) : undefined;
  return [
    {
      kind: 'quantity',
      code,
      value: quantity.value,
      system: quantity.system ?? '',
      unit,
      canonical: canonical?.value ?? null,
      dimension: canonical?.dimension ?? null,
    },
  ];
}
