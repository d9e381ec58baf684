import type { Resource } from 'fhir/r4';
import { fallbackQuery, PREFETCH_TYPE } from '#fhir-mappers/cds-hooks/prefetch.ts';
import {
  type ExpectedIds,
  type ListKey,
  type Page,
  readPage,
  readSingle,
  type SingleKey,
} from '#fhir-mappers/cds-hooks/read-resources.ts';
import {
  isUnavailable,
  KNOWN_EMPTY,
  type Loaded,
  present,
  type Unavailable,
  unavailable,
} from '#fhir-mappers/data-state.ts';
import type { PrefetchKey } from '#fhir-mappers/patient-data.ts';
import type { FhirServer } from './fhir-server.ts';
import { type ReadList, readRest } from './read-list.ts';

/** What one key is read from: the request's prefetch first, then the server. */
export interface ReadContext {
  readonly prefetch: Readonly<Record<string, unknown>>;
  readonly queries: Readonly<Partial<Record<PrefetchKey, string>>>;
  readonly server: FhirServer | Unavailable;
  readonly expected: ExpectedIds;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Reads a key that holds one resource. `null` in the prefetch is known empty (CH-39). */
export async function readSingleKey(key: SingleKey, context: ReadContext): Promise<Loaded<Resource>> {
  const { prefetch, server, expected, queries } = context;
  const given = prefetch[key];
  if (given === null) return KNOWN_EMPTY;
  const provided =
    given === undefined ? unavailable('not-provided') : asLoaded(readSingle(key, given, expected));
  if (provided.state === 'present') return provided;

  if (isUnavailable(server)) return worse(provided, server);
  if (!server.scopeOf(PREFETCH_TYPE[key]).read) return worse(provided, unavailable('forbidden', 'no scope'));
  const reply = await server.get(queries[key] ?? '');
  if (isUnavailable(reply)) {
    // Read by id, a 404 speaks of this resource and not of its type.
    const isMissing = reply.code === 'not-supported';
    return worse(provided, isMissing ? unavailable('failed', 'the EHR does not find it') : reply);
  }
  return asLoaded(readSingle(key, reply.body, expected));
}

/** Reads a key that holds the result of a search, with its further pages. */
export async function readListKey(key: ListKey, context: ReadContext): Promise<ReadList> {
  const given = context.prefetch[key];
  if (given === null) return { loaded: KNOWN_EMPTY, medications: [] };
  const provided = given === undefined ? unavailable('not-provided') : readPage(key, given, context.expected);
  const first = isUnavailable(provided) ? await searchFirst(key, provided, context) : provided;
  return isUnavailable(first) ? { loaded: first, medications: [] } : readRest(key, first, context);
}

async function searchFirst(
  key: ListKey,
  provided: Unavailable,
  context: ReadContext,
): Promise<Page | Unavailable> {
  const { server, expected, queries } = context;
  if (isUnavailable(server)) return worse(provided, server);
  const scope = server.scopeOf(PREFETCH_TYPE[key]);
  if (!scope.search) return worse(provided, unavailable('forbidden', 'no scope'));

  const limited = (query: string) => (scope.only === undefined ? query : `${query}&${scope.only}`);
  let reply = await server.get(limited(queries[key] ?? ''));
  let isPart = scope.only !== undefined;
  const fallback = fallbackQuery(key, expected.patientId);
  if (isUnavailable(reply) && reply.code === 'not-supported' && fallback !== undefined) {
    const second = await server.get(limited(fallback.query));
    if (!isUnavailable(second)) {
      reply = second;
      isPart ||= fallback.part;
    }
  }
  if (isUnavailable(reply)) return worse(provided, reply);
  const page = readPage(key, reply.body, expected);
  return isUnavailable(page) ? page : { ...page, warned: page.warned || isPart };
}

function asLoaded(read: Resource | Unavailable): Loaded<Resource> {
  return isUnavailable(read) ? read : present(read);
}

/** The more telling of two reasons: what came and was wrong, before why it could not be read again. */
function worse(provided: Loaded<never> | Loaded<Resource>, read: Unavailable): Unavailable {
  return isUnavailable(provided) && provided.code !== 'not-provided' ? provided : read;
}
