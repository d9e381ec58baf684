import type { Access } from './access.ts';
import type { AnyResource } from './fhir-error.ts';
import { paramId } from './param-id.ts';
import type { Repository, Stored } from './repository.ts';
import { type CheckedSearch, checkSearch, type IncludeRule, type Query } from './search-request.ts';
import { and, type Sql, selectivityOf, sqlOfCondition } from './search-sql.ts';

interface Found {
  readonly rid: number;
  readonly body: string;
}

/**
 * Answers a search with a searchset Bundle: total, links to itself and the next page, `fullUrl` in each entry.
 *
 * Resources that the caller may not see are left out as if they did not exist.
 */
export function search(repository: Repository, request: SearchCall): AnyResource {
  const checked = checkSearch(request.type, request.query, request.handling);
  const where = whereOf(repository, checked, request.access);
  const total = repository.db.get<{ n: number }>(
    `SELECT count(*) AS n FROM resource r WHERE ${where.text}`,
    ...where.values,
  )!.n;
  const self = { relation: 'self', url: linkOf(repository, request, {}) };
  const head = { resourceType: 'Bundle', type: 'searchset', total };
  if (checked.isCountOnly) return { ...head, link: [self] };

  const page = findPage(repository, checked, where);
  const matches = page.map(({ body }) => JSON.parse(body) as Stored);
  const included = includedIn(repository, checked, { page, access: request.access });
  const nextOffset = checked.offset + page.length;
  const next =
    page.length > 0 && nextOffset < total
      ? [
          {
            relation: 'next',
            url: linkOf(repository, request, { _count: checked.count, _offset: nextOffset }),
          },
        ]
      : [];
  const entry = [
    ...matches.map((resource) => entryOf(repository, select(resource, checked.elements), 'match')),
    ...included.map((resource) => entryOf(repository, resource, 'include')),
  ];
  return { ...head, link: [self, ...next], ...(entry.length > 0 ? { entry } : {}) };
}

export interface SearchCall {
  readonly type: string;
  readonly query: Query;
  readonly access: Access;
  readonly handling?: 'strict' | 'lenient';
}

/** Ids of the matches of a conditional interaction (at most two are looked for). */
export function matchingIds(repository: Repository, call: SearchCall): string[] {
  const checked = checkSearch(call.type, call.query);
  const where = whereOf(repository, checked, call.access);
  return repository.db
    .all<{ id: string }>(`SELECT r.id FROM resource r WHERE ${where.text} LIMIT 2`, ...where.values)
    .map(({ id }) => id);
}

function whereOf(repository: Repository, checked: CheckedSearch, access: Access): Sql {
  const { type } = checked;
  const { fhirUrl } = repository;
  const allowed = access.condition(type, 's');
  const ordered = [...checked.conditions].sort((a, b) => selectivityOf(a) - selectivityOf(b));
  const parts = ordered.map((condition, position) =>
    sqlOfCondition(condition, { type, fhirUrl, row: 'r', drive: position === 0 ? 'in' : 'check' }),
  );
  return and([{ text: 'r.type = ? AND r.deleted = 0', values: [type] }, ...parts, allowed]);
}

function findPage(repository: Repository, checked: CheckedSearch, where: Sql): Found[] {
  const keys = checked.sort.map((rule) => sortKey(checked.type, rule));
  const order = [...keys.map(({ text }) => text), 'r.rid'].join(', ');
  return repository.db.all<Found>(
    `SELECT r.rid, r.body FROM resource r WHERE ${where.text} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...where.values,
    ...keys.flatMap(({ values }) => values),
    checked.count,
    checked.offset,
  );
}

const SORT_COLUMNS: Readonly<Record<string, readonly [string, string]>> = {
  date: ['low', 'high'],
  string: ['folded', 'folded'],
  token: ['value', 'value'],
  reference: ['target', 'target'],
  number: ['low', 'high'],
  quantity: ['value', 'value'],
  uri: ['value', 'value'],
};

/** Resources without the value come last, whichever way is sorted. */
function sortKey(type: string, { code, descending, param }: CheckedSearch['sort'][number]): Sql {
  const direction = descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST';
  if (code === '_id') return { text: `r.id ${direction}`, values: [] };
  if (code === '_lastUpdated') return { text: `r.updated ${direction}`, values: [] };
  const [low, high] = SORT_COLUMNS[param!.kind]!;
  const value = descending ? `max(x.${high})` : `min(x.${low})`;
  return {
    text: `(SELECT ${value} FROM ix_${param!.kind} x WHERE x.rid = r.rid AND x.pid = ?) ${direction}`,
    values: [paramId(type, code)],
  };
}

function includedIn(
  repository: Repository,
  checked: CheckedSearch,
  { page, access }: { page: readonly Found[]; access: Access },
): Stored[] {
  const seen = new Set(page.map(({ rid }) => rid));
  const rids = page.map(({ rid }) => rid);
  const found = [
    ...checked.include.flatMap((rule) => forward(repository, rule, { rids, type: checked.type })),
    ...checked.revInclude.flatMap((rule) => backward(repository, rule, rids)),
  ];
  return found.flatMap(({ rid, body }) => {
    if (seen.has(rid)) return [];
    seen.add(rid);
    const resource = JSON.parse(body) as Stored;
    return access.mayRead(repository, resource.resourceType, rid) ? [resource] : [];
  });
}

function forward(repository: Repository, rule: IncludeRule, from: { rids: number[]; type: string }): Found[] {
  if (rule.type !== from.type || from.rids.length === 0) return [];
  const targets = repository.db.all<{ target: string }>(
    `SELECT DISTINCT target FROM ix_reference WHERE pid = ? AND rid IN (${from.rids.join(',')})`,
    paramId(rule.type, rule.code),
  );
  return targets.flatMap(({ target }) => {
    const [type = '', id = ''] = target.split('/');
    if (rule.targetType && type !== rule.targetType) return [];
    return repository.db.all<Found>(
      'SELECT rid, body FROM resource WHERE type = ? AND id = ? AND deleted = 0',
      type,
      id,
    );
  });
}

function backward(repository: Repository, rule: IncludeRule, rids: readonly number[]): Found[] {
  if (rids.length === 0) return [];
  return repository.db.all<Found>(
    `SELECT s.rid, s.body FROM resource t JOIN ix_reference x ON x.pid = ? AND x.target = t.type || '/' || t.id
     JOIN resource s ON s.rid = x.rid WHERE t.rid IN (${rids.join(',')}) AND s.deleted = 0 LIMIT 1000`,
    paramId(rule.type, rule.code),
  );
}

function entryOf(repository: Repository, resource: Stored, mode: 'match' | 'include'): object {
  return {
    fullUrl: `${repository.fhirUrl}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  };
}

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };

/** `_elements`: the named elements and those without which it would be no resource. */
function select(resource: Stored, elements: readonly string[] | undefined): Stored {
  if (!elements) return resource;
  const kept = new Set([...elements, 'resourceType', 'id', 'meta', 'status', 'code', 'subject', 'intent']);
  const subset = Object.fromEntries(Object.entries(resource).filter(([name]) => kept.has(name))) as Stored;
  return { ...subset, meta: { ...resource.meta, tag: [...(resource.meta.tag ?? []), SUBSETTED] } };
}

function linkOf(repository: Repository, call: SearchCall, paging: Record<string, number>): string {
  const query = new URLSearchParams(call.query.filter(([name]) => !(name in paging)).map(([a, b]) => [a, b]));
  for (const [name, value] of Object.entries(paging)) query.set(name, String(value));
  const text = query.toString();
  return `${repository.fhirUrl}/${call.type}${text ? `?${text}` : ''}`;
}
