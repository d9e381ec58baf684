import type { SQLInputValue } from 'node:sqlite';
import type { Filter } from '@medplum/core';
import type { SearchParam } from './definitions.ts';
import { FhirError } from './fhir-error.ts';
import { normaliseReference } from './index-resource.ts';
import { canonicalQuantity, foldString, rangeOfDate, rangeOfNumber } from './normalise.ts';
import { paramId } from './param-id.ts';
import type { Condition } from './search-request.ts';

/** A piece of SQL with its values. Text from outside only ever stands in `values`. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SQLInputValue[];
}

export const EVERYTHING: Sql = { text: '1', values: [] };
export const NOTHING: Sql = { text: '0', values: [] };

export function and(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? EVERYTHING : join(parts, ' AND ');
}

export function or(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? NOTHING : join(parts, ' OR ');
}

/**
 * The condition on a row `r` of `resource` that a search condition means.
 *
 * @param drive - `in` lists the matching rows (the planner starts there), `check` looks at one row at a time.
 */
export function sqlOfCondition(condition: Condition, context: SqlContext): Sql {
  const { type, fhirUrl } = context;
  if (condition.chain) return chainSql(condition, context);
  if (condition.code === '_id')
    return or(condition.alternatives.map(({ value }) => sql(`${context.row}.id = ?`, value)));
  if (condition.code === '_lastUpdated')
    return or(
      condition.alternatives.map((filter) =>
        dateSql(filter, `${context.row}.updated`, `${context.row}.updated + 1`),
      ),
    );
  const param = condition.param!;
  const pid = paramId(type, param.code);
  const table = condition.modifier === 'text' ? 'ix_string' : `ix_${param.kind}`;
  if (condition.modifier === 'missing') {
    const wanted = condition.alternatives[0]?.value === 'true' ? 'NOT EXISTS' : 'EXISTS';
    return sql(`${wanted} (SELECT 1 FROM ${table} x WHERE x.rid = ${context.row}.rid AND x.pid = ?)`, pid);
  }
  const inner = or(
    condition.alternatives.map((filter) => matchSql(param, filter, condition.modifier, fhirUrl)),
  );
  const isNegated = condition.modifier === 'not';
  if (context.drive === 'in' && !isNegated)
    return sql(
      `${context.row}.rid IN (SELECT x.rid FROM ${table} x WHERE x.pid = ? AND (${inner.text}))`,
      pid,
      ...inner.values,
    );
  return sql(
    `${isNegated ? 'NOT EXISTS' : 'EXISTS'} (SELECT 1 FROM ${table} x WHERE x.rid = ${context.row}.rid AND x.pid = ? AND (${inner.text}))`,
    ...([pid, ...inner.values] as const),
  );
}

export interface SqlContext {
  readonly type: string;
  readonly fhirUrl: string;
  /** Alias of the `resource` row that is tested. */
  readonly row: string;
  readonly drive: 'in' | 'check';
}

/** How few rows a condition is likely to leave: the smallest number drives the query. */
export function selectivityOf(condition: Condition): number {
  if (condition.code === '_id') return 0;
  if (condition.chain || condition.modifier === 'missing' || condition.modifier === 'not') return 9;
  if (condition.code === 'identifier') return 1;
  const order: Partial<Record<SearchParam['kind'], number>> = {
    reference: 2,
    uri: 3,
    string: 4,
    quantity: 5,
    date: 6,
  };
  return condition.param ? (order[condition.param.kind] ?? 7) : 8;
}

/** `subject:Patient.name=x` looks where the reference leads; `_has` looks at who points here. */
function chainSql(condition: Condition, context: SqlContext): Sql {
  const { type: otherType, viaCode, condition: innerCondition } = condition.chain!;
  const other = `${context.row}x`;
  const inner = sqlOfCondition(innerCondition, { ...context, type: otherType, row: other, drive: 'in' });
  if (condition.direction === 'forward')
    return sql(
      `EXISTS (SELECT 1 FROM ix_reference v JOIN resource ${other} ON ${other}.type = ? AND v.target = ${other}.type || '/' || ${other}.id WHERE v.rid = ${context.row}.rid AND v.pid = ? AND ${other}.deleted = 0 AND ${inner.text})`,
      ...([otherType, paramId(context.type, viaCode), ...inner.values] as const),
    );
  return sql(
    `EXISTS (SELECT 1 FROM ix_reference v JOIN resource ${other} ON ${other}.rid = v.rid WHERE v.pid = ? AND v.target = ${context.row}.type || '/' || ${context.row}.id AND ${other}.deleted = 0 AND ${inner.text})`,
    ...([paramId(otherType, viaCode), ...inner.values] as const),
  );
}

function matchSql(param: SearchParam, filter: Filter, modifier: string | undefined, fhirUrl: string): Sql {
  switch (param.kind) {
    case 'token':
      return modifier === 'text' ? prefixSql('x.folded', foldString(filter.value)) : tokenSql(filter.value);
    case 'string':
      if (modifier === 'exact') return sql('x.exact = ?', filter.value);
      if (modifier === 'contains') return sql('instr(x.folded, ?) > 0', foldString(filter.value));
      return prefixSql('x.folded', foldString(filter.value));
    case 'reference':
      return referenceSql(param, filter.value, fhirUrl);
    case 'date':
      return dateSql(filter, 'x.low', 'x.high');
    case 'number':
      return numberSql(filter);
    case 'quantity':
      return quantitySql(filter);
    case 'uri':
      return modifier === 'below' ? prefixSql('x.value', filter.value) : sql('x.value = ?', filter.value);
  }
}

function tokenSql(value: string): Sql {
  const bar = value.indexOf('|');
  if (bar < 0) return sql('x.value = ?', value);
  const system = value.slice(0, bar);
  const code = value.slice(bar + 1);
  return code === '' ? sql('x.system = ?', system) : sql('x.value = ? AND x.system = ?', code, system);
}

/** Starts with, as a range, so that the index is used. */
function prefixSql(column: string, prefix: string): Sql {
  return sql(`${column} >= ? AND ${column} < ?`, prefix, `${prefix}\u{10FFFF}`);
}

function referenceSql(param: SearchParam, value: string, fhirUrl: string): Sql {
  const target = normaliseReference(value, fhirUrl);
  if (target.includes('/') || target.includes(':')) return sql('x.target = ?', target);
  if (param.targets.length === 0)
    throw new FhirError('value', `'${param.code}=${value}' needs a type, as Type/id`);
  const targets = param.targets.map((type) => `${type}/${target}`);
  return sql(`x.target IN (${targets.map(() => '?').join(', ')})`, ...targets);
}

const DAY = 86_400_000;

function dateSql({ operator, value }: Filter, low: string, high: string): Sql {
  const range = rangeOfDate(value);
  if (!range) throw new FhirError('value', `'${value}' is not a date`);
  const [from, to] = range;
  switch (operator) {
    case 'ne':
      return sql(`NOT (${low} >= ? AND ${high} <= ?)`, from, to);
    case 'gt':
      return sql(`${high} > ?`, to);
    case 'lt':
      return sql(`${low} < ?`, from);
    case 'ge':
      return sql(`${high} > ?`, from);
    case 'le':
      return sql(`${low} < ?`, to);
    case 'sa':
      return sql(`${low} >= ?`, to);
    case 'eb':
      return sql(`${high} <= ?`, from);
    case 'ap':
      return sql(`${low} < ? AND ${high} > ?`, to + DAY, from - DAY);
    default:
      return sql(`${low} >= ? AND ${high} <= ?`, from, to);
  }
}

function numberSql({ operator, value }: Filter): Sql {
  const range = rangeOfNumber(value);
  if (!range) throw new FhirError('value', `'${value}' is not a number`);
  return comparisonSql(operator, { low: 'x.low', high: 'x.high' }, { exact: Number(value), range });
}

/** `5.4|http://unitsofmeasure.org|mg`: compared in UCUM base units where the unit is UCUM, else by its text. */
function quantitySql({ operator, value }: Filter): Sql {
  const [number = '', system = '', unit = ''] = value.split('|');
  const range = rangeOfNumber(number);
  if (!range) throw new FhirError('value', `'${value}' is not a quantity`);
  const exact = Number(number);
  const canonical = unit ? [exact, range[0], range[1]].map((part) => canonicalQuantity(part, unit)) : [];
  const [middle, low, high] = canonical;
  if (middle && low && high) {
    const compared = comparisonSql(
      operator,
      { low: 'x.canonical', high: 'x.canonical' },
      { exact: middle.value, range: [low.value, high.value] },
    );
    return sql(`x.dimension = ? AND ${compared.text}`, middle.dimension, ...compared.values);
  }
  const compared = comparisonSql(operator, { low: 'x.value', high: 'x.value' }, { exact, range });
  const parts = [compared];
  if (unit) parts.push(sql('x.unit = ?', unit));
  if (system) parts.push(sql('x.system = ?', system));
  return and(parts);
}

function comparisonSql(
  operator: Filter['operator'],
  columns: { low: string; high: string },
  wanted: { exact: number; range: readonly [number, number] },
): Sql {
  const { exact, range } = wanted;
  const margin = Math.abs(exact) * 0.1;
  switch (operator) {
    case 'ne':
      return sql(`NOT (${columns.low} >= ? AND ${columns.high} < ?)`, ...range);
    case 'gt':
    case 'sa':
      return sql(`${columns.high} > ?`, exact);
    case 'lt':
    case 'eb':
      return sql(`${columns.low} < ?`, exact);
    case 'ge':
      return sql(`${columns.high} >= ?`, exact);
    case 'le':
      return sql(`${columns.low} <= ?`, exact);
    case 'ap':
      return sql(`${columns.low} <= ? AND ${columns.high} >= ?`, exact + margin, exact - margin);
    default:
      return sql(`${columns.low} >= ? AND ${columns.high} < ?`, ...range);
  }
}

function sql(text: string, ...values: SQLInputValue[]): Sql {
  return { text, values };
}

function join(parts: readonly Sql[], separator: string): Sql {
  return {
    text: `(${parts.map(({ text }) => text).join(separator)})`,
    values: parts.flatMap(({ values }) => values),
  };
}
