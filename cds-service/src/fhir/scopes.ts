/** What a token lets us read of one resource type. */
export interface ReadScope {
  /** Read by id. */
  readonly read: boolean;
  readonly search: boolean;
  /**
   * Query (`category=…`) under which alone searching is granted; `undefined` when it is granted without limits.
   * What such a search gives is a part of what there is.
   */
  readonly only?: string;
}

// SMART v1 (`patient/Observation.read`) and v2 (`patient/Observation.rs?category=…`) in one pattern (CH-26, SM-17).
const SCOPE = /^(?:patient|user|system)\/(\*|[A-Z][A-Za-z]*)\.(read|write|\*|c?r?u?d?s?)(?:\?(.+))?$/;

const NO_LETTERS = { read: 'rs', write: '', '*': 'rs' } as const;

/**
 * Plans what may be read of a resource type from the scopes granted (CH-54).
 *
 * @param scope - `fhirAuthorization.scope`. What is not understood grants nothing.
 */
export function readScope(scope: string, type: string): ReadScope {
  const grants = scope.split(/\s+/).flatMap((token) => {
    const [, resource, letters, query] = SCOPE.exec(token) ?? [];
    if (letters === undefined || (resource !== '*' && resource !== type)) return [];
    return [{ letters: letters in NO_LETTERS ? NO_LETTERS[letters as 'read'] : letters, query }];
  });
  const searches = grants.filter(({ letters }) => letters.includes('s'));
  const queries = searches.flatMap(({ query }) => query ?? []);
  const isLimited = searches.length > 0 && queries.length === searches.length;
  return {
    read: grants.some(({ letters }) => letters.includes('r')),
    search: searches.length > 0,
    ...(isLimited ? { only: anyOf(queries) } : {}),
  };
}

/** One query that matches what any of these match, as far as FHIR can say it: OR works within one parameter. */
function anyOf(queries: readonly string[]): string {
  const [name = '', first = ''] = splitQuery(queries[0] ?? '');
  const others = queries.slice(1).map(splitQuery);
  const values = others.flatMap(([other, value]) => (other === name && value !== undefined ? [value] : []));
  return `${name}=${[first, ...values].join(',')}`;
}

function splitQuery(query: string): readonly string[] {
  const at = query.indexOf('=');
  return at < 0 ? [query] : [query.slice(0, at), query.slice(at + 1)];
}
