import { type DataScope, type Letter, readDataScope } from '../smart/scopes.ts';
import { compartmentParamsOf, searchParamsOf } from './definitions.ts';
import { FhirError } from './fhir-error.ts';
import type { Repository } from './repository.ts';
import { checkSearch } from './search-request.ts';
import { and, EVERYTHING, or, type Sql, sqlOfCondition } from './search-sql.ts';

/** What one caller may do, as conditions on rows: the same rule filters searches and guards single calls. */
export interface Access {
  readonly clientId: string;
  /** `Practitioner/x` of the person behind the call, where there is one. */
  readonly user?: string;
  /** Rows of a type on which an interaction is allowed. Throws `forbidden` when there can be none. */
  condition(type: string, letter: Letter): Sql;
  /** Throws `forbidden` unless the row is one on which the interaction is allowed. */
  assertMay(repository: Repository, letter: Letter, row: { type: string; rid: number }): void;
  mayRead(repository: Repository, type: string, rid: number): boolean;
}

/** Access of the sandbox itself: seeding, loading, the chart's own reads. */
export const FULL_ACCESS: Access = {
  clientId: 'sandbox-ehr',
  condition: () => EVERYTHING,
  assertMay: () => undefined,
  mayRead: () => true,
};

export interface Grant {
  readonly scope: string;
  readonly clientId: string;
  readonly patient?: string;
  readonly user?: string;
}

/**
 * Access by SMART scopes, version 1 or 2.
 *
 * A `patient/` scope reaches the launch patient's compartment; types that are in no compartment (Practitioner,
 * Organization) are readable with it, never writable. Without a launch patient it reaches nothing.
 */
export function accessOfGrant(grant: Grant, fhirUrl: string): Access {
  const scopes = grant.scope.split(' ').flatMap((text) => readDataScope(text) ?? []);

  function condition(type: string, letter: Letter): Sql {
    const parts = scopes
      .filter((scope) => (scope.type === '*' || scope.type === type) && scope.letters.has(letter))
      .flatMap((scope) => conditionOfScope(scope, { type, letter, patient: grant.patient, fhirUrl }) ?? []);
    if (parts.length === 0) throw new FhirError('forbidden', `No scope allows '${letter}' on ${type}`);
    return or(parts);
  }

  function isAllowed(repository: Repository, letter: Letter, row: { type: string; rid: number }): boolean {
    const allowed = condition(row.type, letter);
    const sql = `SELECT 1 FROM resource r WHERE r.rid = ? AND ${allowed.text}`;
    return repository.db.get(sql, row.rid, ...allowed.values) !== undefined;
  }

  return {
    clientId: grant.clientId,
    user: grant.user,
    condition,
    assertMay(repository, letter, row) {
      if (!isAllowed(repository, letter, row))
        throw new FhirError('forbidden', `The ${row.type} lies outside of what the scopes allow`);
    },
    mayRead(repository, type, rid) {
      try {
        return isAllowed(repository, 'r', { type, rid }) || isAllowed(repository, 's', { type, rid });
      } catch (error) {
        if (error instanceof FhirError && error.code === 'forbidden') return false;
        throw error;
      }
    },
  };
}

interface ScopeContext {
  readonly type: string;
  readonly letter: Letter;
  readonly patient?: string;
  readonly fhirUrl: string;
}

function conditionOfScope(scope: DataScope, context: ScopeContext): Sql | undefined {
  const level = scope.level === 'patient' ? patientCondition(context) : EVERYTHING;
  if (!level) return undefined;
  if (scope.query === undefined) return level;
  const { type, fhirUrl } = context;
  const { conditions } = checkSearch(type, [...new URLSearchParams(scope.query)]);
  return and([
    level,
    ...conditions.map((each) => sqlOfCondition(each, { type, fhirUrl, row: 'r', drive: 'check' })),
  ]);
}

function patientCondition({ type, letter, patient }: ScopeContext): Sql | undefined {
  if (patient === undefined) return undefined;
  const isPersonal =
    type === 'Patient' || compartmentParamsOf(type).some((code) => searchParamsOf(type).has(code));
  if (!isPersonal) return letter === 'r' || letter === 's' ? EVERYTHING : undefined;
  return {
    text: 'EXISTS (SELECT 1 FROM ix_compartment c WHERE c.rid = r.rid AND c.patient = ?)',
    values: [patient],
  };
}
