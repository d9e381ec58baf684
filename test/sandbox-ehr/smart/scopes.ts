/** One of the five interactions of SMART 2: create, read, update, delete, search. */
export type Letter = 'c' | 'r' | 'u' | 'd' | 's';

/** A scope for clinical data, read: who, which type, what may be done, and on which part of the data. */
export interface DataScope {
  readonly level: 'patient' | 'user' | 'system';
  readonly type: string;
  readonly letters: ReadonlySet<Letter>;
  /** Search that the data must match (`category=...|vital-signs`); undefined for all of the type. */
  readonly query?: string;
  readonly text: string;
}

const V1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };
const SCOPE = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)(?:\?(\S+))?$/;

/** Scopes that are not about data and that this server understands. */
export const LAUNCH_SCOPES = [
  'openid',
  'fhirUser',
  'profile',
  'launch',
  'launch/patient',
  'launch/encounter',
  'online_access',
] as const;

/**
 * Reads a scope in SMART 1 (`patient/Condition.read`) or SMART 2 (`patient/Condition.rs?...`) form.
 *
 * Letters out of order (`sr`) are no scope. Undefined for anything else.
 */
export function readDataScope(text: string): DataScope | undefined {
  const match = SCOPE.exec(text);
  if (!match) return undefined;
  const [, level, type = '', permission = '', query] = match;
  const letters = V1[permission] ?? permission;
  if (letters === '' || (query !== undefined && permission in V1)) return undefined;
  return {
    level: level as DataScope['level'],
    type,
    letters: new Set([...letters] as Letter[]),
    query,
    text,
  };
}

/** The scopes of a request that this server can grant, in their order, without repeats. */
export function grantableScopes(requested: string): string[] {
  return [...new Set(requested.split(' '))].filter(
    (scope) => (LAUNCH_SCOPES as readonly string[]).includes(scope) || readDataScope(scope) !== undefined,
  );
}
