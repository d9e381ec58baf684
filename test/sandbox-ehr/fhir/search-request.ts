import {
  type Filter,
  OperationOutcomeError,
  parseSearchRequest,
  type SearchRequest,
  splitSearchOnComma,
} from '@medplum/core';
import { resourceTypes, type SearchParam, searchParamsOf } from './definitions.ts';
import { FhirError } from './fhir-error.ts';

/** Name and value pairs of a query, in order, repeated names kept. */
export type Query = readonly (readonly [string, string])[];

/** One condition: the alternatives are ORed, conditions are ANDed. */
export interface Condition {
  /** `_id` and `_lastUpdated` have no indexed parameter. */
  readonly code: string;
  readonly param?: SearchParam;
  readonly modifier?: string;
  readonly alternatives: readonly Filter[];
  /** Present for a chained condition (`subject:Patient.name=x`) and for `_has`. */
  readonly chain?: { readonly type: string; readonly viaCode: string; readonly condition: Condition };
  readonly direction?: 'forward' | 'reverse';
}

/** A search that has been checked: every name in it is known and every value has the right form. */
export interface CheckedSearch {
  readonly type: string;
  readonly conditions: readonly Condition[];
  readonly sort: readonly {
    readonly code: string;
    readonly descending: boolean;
    readonly param?: SearchParam;
  }[];
  readonly count: number;
  readonly offset: number;
  readonly isCountOnly: boolean;
  readonly elements?: readonly string[];
  readonly include: readonly IncludeRule[];
  readonly revInclude: readonly IncludeRule[];
  /** Names that were not known and left out, because the client asked for lenient handling. */
  readonly ignored: readonly string[];
}

export interface IncludeRule {
  readonly type: string;
  readonly code: string;
  readonly targetType?: string;
}

const RESULT_PARAMS = new Set([
  '_sort',
  '_count',
  '_offset',
  '_summary',
  '_elements',
  '_include',
  '_revinclude',
  '_total',
  '_format',
  '_pretty',
]);

const MODIFIERS: Readonly<Record<SearchParam['kind'], readonly string[]>> = {
  token: ['not', 'text', 'missing'],
  string: ['exact', 'contains', 'missing'],
  reference: ['missing'],
  date: ['missing'],
  number: ['missing'],
  quantity: ['missing'],
  uri: ['below', 'missing'],
};

/** More than these nobody needs, and SQLite's own limits are not far beyond. */
const MOST_CONDITIONS = 50;
const MOST_ALTERNATIVES = 200;

const DEFAULT_COUNT = 50;
const MAX_COUNT = 1000;

/**
 * Parses and checks a search with Medplum's parser.
 *
 * An unknown parameter or modifier is refused (R4 allows to ignore it, but a filter that is silently dropped
 * shows a nurse somebody else's data), unless the client sent `Prefer: handling=lenient`.
 */
export function checkSearch(
  type: string,
  query: Query,
  handling: 'strict' | 'lenient' = 'strict',
): CheckedSearch {
  if (query.length > MOST_CONDITIONS)
    throw new FhirError('value', `A search has at most ${MOST_CONDITIONS} parameters`);
  const conditions: Condition[] = [];
  const ignored: string[] = [];
  const results: Record<string, string[]> = {};
  for (const [name, value] of query) {
    const base = name.split(':')[0]!;
    if (RESULT_PARAMS.has(base)) {
      if (name !== base) throw new FhirError('not-supported', `'${name}' is not supported`);
      results[base] = [...(results[base] ?? []), value];
      continue;
    }
    if (value === '') continue;
    const condition = conditionOf(type, name, value);
    if (condition) conditions.push(condition);
    else if (handling === 'lenient') ignored.push(name);
    else throw new FhirError('not-supported', `Search parameter '${name}' is not known for ${type}`);
  }
  const { _sort, _elements } = results;
  const request: SearchRequest = parseSearchRequest(type, {
    ...(_sort && { _sort }),
    ...(_elements && { _elements }),
  });
  const summary = results._summary?.at(-1);
  if (summary !== undefined && summary !== 'count' && summary !== 'false')
    throw new FhirError('not-supported', `_summary=${summary} is not supported`);
  return {
    type,
    conditions,
    sort: (request.sortRules ?? []).map(({ code, descending = false }) => sortRule(type, code, descending)),
    count: countOf(results._count?.at(-1)),
    offset: naturalOf('_offset', results._offset?.at(-1)) ?? 0,
    isCountOnly: summary === 'count' || results._count?.at(-1) === '0',
    elements: request.fields,
    include: (results._include ?? []).map((text) => includeRule(text)),
    revInclude: (results._revinclude ?? []).map((text) => includeRule(text)),
    ignored,
  };
}

function conditionOf(type: string, name: string, value: string): Condition | undefined {
  if (name.startsWith('_has:')) return reverseChain(name.slice('_has:'.length), value);
  const dot = name.indexOf('.');
  if (dot > 0) return forwardChain(type, name.slice(0, dot), name.slice(dot + 1), value);
  const [code = '', modifier, ...rest] = name.split(':');
  if (rest.length > 0) return undefined;
  if (code === '_id') return modifier ? undefined : { code, alternatives: alternativesOf(type, name, value) };
  if (code === '_lastUpdated')
    return modifier ? undefined : { code, alternatives: alternativesOf(type, name, value) };
  const param = searchParamsOf(type).get(code);
  if (!param) return undefined;
  if (modifier === undefined) return { code, param, alternatives: alternativesOf(type, name, value) };
  if (param.kind === 'reference' && resourceTypes().includes(modifier)) {
    const alternatives = alternativesOf(type, code, value).map((alternative) =>
      alternative.value.includes('/')
        ? alternative
        : { ...alternative, value: `${modifier}/${alternative.value}` },
    );
    return { code, param, alternatives };
  }
  if (!MODIFIERS[param.kind].includes(modifier))
    throw new FhirError('not-supported', `Modifier ':${modifier}' is not supported for '${code}'`);
  if (modifier === 'missing' && value !== 'true' && value !== 'false')
    throw new FhirError('value', `'${name}' is true or false`);
  return { code, param, modifier, alternatives: alternativesOf(type, name, value) };
}

/** Each alternative of `a,b` by Medplum's parser, which reads a prefix only at the start of a value. */
function alternativesOf(type: string, name: string, value: string): Filter[] {
  const alternatives = splitSearchOnComma(value);
  if (alternatives.length > MOST_ALTERNATIVES)
    throw new FhirError('value', `'${name}' has at most ${MOST_ALTERNATIVES} alternatives`);
  return alternatives.map((alternative) => {
    const filter = parseFilter(type, name, alternative);
    if (!filter) throw new FhirError('value', `'${name}=${alternative}' cannot be read`);
    return filter;
  });
}

/** Undefined where Medplum's parser finds the value unreadable. */
function parseFilter(type: string, name: string, value: string): Filter | undefined {
  try {
    return parseSearchRequest(type, { [name]: value }).filters?.[0];
  } catch (error) {
    if (error instanceof OperationOutcomeError) return undefined;
    throw error;
  }
}

function forwardChain(type: string, head: string, tail: string, value: string): Condition | undefined {
  const [code = '', target] = head.split(':');
  const param = searchParamsOf(type).get(code);
  if (param?.kind !== 'reference') return undefined;
  const targetType = target ?? (param.targets.length === 1 ? param.targets[0] : undefined);
  if (!targetType)
    throw new FhirError('value', `'${head}' may point to several types: name one as '${code}:Type.'`);
  const condition = conditionOf(targetType, tail, value);
  if (!condition) return undefined;
  return {
    code,
    param,
    alternatives: [],
    direction: 'forward',
    chain: { type: targetType, viaCode: code, condition },
  };
}

function reverseChain(text: string, value: string): Condition | undefined {
  const [sourceType = '', viaCode = '', ...rest] = text.split(':');
  if (rest.length === 0 || !resourceTypes().includes(sourceType)) return undefined;
  const via = searchParamsOf(sourceType).get(viaCode);
  const condition = conditionOf(sourceType, rest.join(':'), value);
  if (via?.kind !== 'reference' || !condition) return undefined;
  return {
    code: '_has',
    alternatives: [],
    direction: 'reverse',
    chain: { type: sourceType, viaCode, condition },
  };
}

function sortRule(type: string, code: string, descending: boolean): CheckedSearch['sort'][number] {
  if (code === '_id' || code === '_lastUpdated') return { code, descending };
  const param = searchParamsOf(type).get(code);
  if (!param) throw new FhirError('not-supported', `Cannot sort ${type} by '${code}'`);
  return { code, descending, param };
}

function includeRule(text: string): IncludeRule {
  const [type = '', code = '', targetType, ...rest] = text.split(':');
  const isKnown =
    rest.length === 0 &&
    resourceTypes().includes(type) &&
    searchParamsOf(type).get(code)?.kind === 'reference';
  if (!isKnown) throw new FhirError('not-supported', `Cannot include '${text}'`);
  return { type, code, targetType };
}

function countOf(text: string | undefined): number {
  return Math.min(naturalOf('_count', text) ?? DEFAULT_COUNT, MAX_COUNT);
}

function naturalOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new FhirError('value', `${name} is a number from 0, not '${text}'`);
  return Number(text);
}
