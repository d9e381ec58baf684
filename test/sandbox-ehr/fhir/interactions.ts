import { applyPatch, type Operation } from '@medplum/core';
import { FhirRouter } from '@medplum/fhir-router';
import type { Access } from './access.ts';
import { processBundle } from './bundle.ts';
import { assertResourceType } from './definitions.ts';
import { type AnyResource, FhirError, operationOutcome } from './fhir-error.ts';
import {
  etagOf,
  type FhirReply,
  found,
  historyBundle,
  locationOf,
  splitOnce,
  versionHeaders,
  versionOf,
} from './reply.ts';
import type { Repository, Stored } from './repository.ts';
import { matchingIds, search } from './search.ts';
import type { Query } from './search-request.ts';
import { checkResource } from './validate.ts';

/** One FHIR call without its transport: the same for HTTP, for an entry of a bundle and for the chart page. */
export interface FhirCall {
  readonly method: string;
  /** Path and query below the FHIR base, without a leading slash. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly access: Access;
  /** Id that a transaction gave to a resource before it is created. */
  readonly assignedId?: string;
  readonly isNested?: boolean;
}

export interface FhirServer {
  readonly repository: Repository;
  /** Answers a call or throws a `FhirError`. Synchronous: nothing else runs between its reads and writes. */
  handle(call: FhirCall): FhirReply;
}

interface Target {
  readonly type: string;
  readonly id: string;
  readonly version: string;
  readonly query: Query;
}

/**
 * The FHIR interactions over a repository.
 *
 * Medplum's router finds the interaction and the parts of the URL; the interactions themselves are ours,
 * because the router's own keep a client's id on create, answer 200 for a PUT that creates, carry out a
 * transaction entry by entry, and ignore search parameters that they do not know.
 */
export function createFhirServer(repository: Repository): FhirServer {
  const router = new FhirRouter();
  const { fhirUrl } = repository;

  const handlers: Readonly<Record<string, (call: FhirCall, target: Target) => FhirReply>> = {
    read: (call, { type, id }) => {
      const resource = repository.read(type, id);
      call.access.assertMay(repository, 'r', { type, rid: repository.rowOf(type, id)! });
      const isUnchanged = call.headers['if-none-match'] === etagOf(resource);
      return isUnchanged ? { status: 304, headers: versionHeaders(resource) } : found(resource);
    },
    vread: (call, { type, id, version }) => {
      assertMayReadEver(call, type, id);
      return found(repository.vread(type, id, version));
    },
    'history-instance': (call, { type, id }) => {
      assertMayReadEver(call, type, id);
      return { status: 200, body: historyBundle(repository.history(type, id), `${fhirUrl}/${type}/${id}`) };
    },
    'search-type': (call, { type, query }) => {
      const handling = /handling=lenient/.test(call.headers.prefer ?? '') ? 'lenient' : 'strict';
      return { status: 200, body: search(repository, { type, query, access: call.access, handling }) };
    },
    create: (call, { type }) => create(call, type),
    update: (call, { type, id, query }) => {
      const resource = checkResource(call.body, type);
      const target = id || conditionalTarget(call, { type, query });
      if (id && resource.id === undefined) throw new FhirError('required', 'The resource has no id');
      if (id && resource.id !== id) throw new FhirError('invalid', `The resource's id is not ${id}`);
      if (target === undefined) return create(call, type);
      return update(call, { ...resource, id: target });
    },
    patch: (call, { type, id }) => {
      if (!id) throw new FhirError('not-supported', 'Conditional patch is not supported');
      const current = repository.read(type, id);
      const patched = structuredClone(current);
      applyOperations(patched, call.body);
      if (patched.id !== id || patched.resourceType !== type)
        throw new FhirError('invalid', 'A patch changes neither id nor resourceType');
      return update(call, checkResource(patched, type));
    },
    delete: (call, { type, id }) => {
      if (!id) throw new FhirError('not-supported', 'Conditional delete is not supported');
      const rid = repository.rowOf(type, id);
      if (rid === undefined) call.access.condition(type, 'd');
      else call.access.assertMay(repository, 'd', { type, rid });
      repository.remove(type, id, { ifMatch: versionOf(call.headers['if-match']) });
      return { status: 204 };
    },
    batch: (call) => {
      if (call.isNested) throw new FhirError('invalid', 'A bundle cannot hold a bundle to process');
      return processBundle(call, {
        fhirUrl,
        handle,
        findExisting: (type, query, outer) =>
          existingOf(outer, { type, query: [...new URLSearchParams(query)] }),
        transaction: (work) => repository.db.transaction(work),
      });
    },
  };

  function assertMayReadEver(call: FhirCall, type: string, id: string): void {
    const rid = repository.rowEver(type, id);
    if (rid === undefined) throw new FhirError('not-found', `${type}/${id} does not exist`);
    call.access.assertMay(repository, 'r', { type, rid });
  }

  function create(call: FhirCall, type: string): FhirReply {
    const { id: _clientId, ...resource } = checkResource(call.body, type);
    call.access.condition(type, 'c');
    const ifNoneExist = call.headers['if-none-exist'];
    if (ifNoneExist !== undefined) {
      const query = [...new URLSearchParams(ifNoneExist)];
      if (query.length === 0) throw new FhirError('value', 'If-None-Exist holds no search');
      const existing = existingOf(call, { type, query });
      if (existing !== undefined) {
        const resourceFound = repository.read(type, existing);
        const mayRead = call.access.mayRead(repository, type, repository.rowOf(type, existing)!);
        return {
          status: 200,
          headers: { ...versionHeaders(resourceFound), Location: locationOf(fhirUrl, resourceFound) },
          ...(mayRead ? { body: resourceFound } : {}),
        };
      }
    }
    return repository.db.transaction(() => {
      const stored = repository.create(resource as AnyResource, call.assignedId);
      call.access.assertMay(repository, 'c', { type, rid: repository.rowOf(type, stored.id)! });
      return written(call, stored, 201);
    });
  }

  function update(call: FhirCall, resource: AnyResource): FhirReply {
    const type = resource.resourceType;
    return repository.db.transaction(() => {
      const before = repository.rowOf(type, resource.id!);
      const letter = before === undefined ? 'c' : 'u';
      if (before !== undefined) call.access.assertMay(repository, 'u', { type, rid: before });
      const { resource: stored, isNew } = repository.update(resource, {
        ifMatch: versionOf(call.headers['if-match']),
      });
      call.access.assertMay(repository, letter, { type, rid: repository.rowOf(type, stored.id)! });
      return written(call, stored, isNew ? 201 : 200);
    });
  }

  function written(call: FhirCall, stored: Stored, status: 200 | 201): FhirReply {
    const headers = { ...versionHeaders(stored), Location: locationOf(fhirUrl, stored) };
    const prefer = call.headers.prefer ?? '';
    if (/return=minimal/.test(prefer)) return { status, headers };
    if (/return=OperationOutcome/.test(prefer))
      return {
        status,
        headers,
        body: operationOutcome([{ severity: 'information', code: 'informational', diagnostics: 'Stored' }]),
      };
    return { status, headers, body: stored };
  }

  /** Matching looks only where the caller may create, and needs no right to search. */
  function existingOf(call: FhirCall, { type, query }: { type: string; query: Query }): string | undefined {
    const access: Access = { ...call.access, condition: (each) => call.access.condition(each, 'c') };
    const [first, second] = matchingIds(repository, { type, query, access });
    if (second !== undefined) throw new FhirError('multiple-matches', 'More than one resource matches');
    return first;
  }

  function conditionalTarget(
    call: FhirCall,
    { type, query }: { type: string; query: Query },
  ): string | undefined {
    if (query.length === 0) throw new FhirError('value', 'A conditional update needs a search');
    const [first, second] = matchingIds(repository, { type, query, access: call.access });
    if (second !== undefined) throw new FhirError('multiple-matches', 'More than one resource matches');
    return first;
  }

  function handle(call: FhirCall): FhirReply {
    const [path = '', queryText = ''] = splitOnce(call.url, '?');
    const method = call.method === 'HEAD' ? 'GET' : call.method;
    const validated = validateOperation(call, path);
    if (validated) return validated;
    const route = router.find(method as 'GET', `/${path}`);
    const interaction = route?.data?.interaction;
    const { resourceType: type = '', id = '', vid = '' } = route?.params ?? {};
    if (!route || type.startsWith('$') || interaction === 'operation' || interaction === 'search-system')
      throw unknownPath(router, path, method);
    if (type) assertResourceType(type);
    const isPostedSearch = path.endsWith('/_search') && method === 'POST';
    const query = [
      ...new URLSearchParams(queryText),
      ...(isPostedSearch ? new URLSearchParams(String(call.body ?? '')) : []),
    ];
    return handlers[interaction!]!(call, { type, id, version: vid, query });
  }

  return { repository, handle };
}

/** `POST [type]/$validate`: what the server would say to a write, without writing. */
function validateOperation(call: FhirCall, path: string): FhirReply | undefined {
  const match = /^([A-Za-z]+)\/\$validate$/.exec(path);
  if (!match || call.method !== 'POST') return undefined;
  try {
    checkResource(call.body, match[1]);
    const diagnostics = 'No problem found';
    return {
      status: 200,
      body: operationOutcome([{ severity: 'information', code: 'informational', diagnostics }]),
    };
  } catch (error) {
    if (error instanceof FhirError) return { status: 200, body: operationOutcome(error.issues) };
    throw error;
  }
}

function unknownPath(router: FhirRouter, path: string, method: string): FhirError {
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((other) =>
    router.find(other as 'GET', `/${path}`),
  );
  return others.length > 0 && !others.includes(method)
    ? new FhirError('not-supported', `${method} is not possible here`, { status: 405 })
    : new FhirError('not-found', `Nothing is known at '${path}'`);
}

function applyOperations(resource: Stored, body: unknown): void {
  if (!Array.isArray(body)) throw new FhirError('structure', 'A JSON Patch is an array of operations');
  for (const error of applyPatch(resource, body as Operation[]))
    if (error) throw new FhirError('processing', `The patch cannot be applied: ${error.message}`);
}
