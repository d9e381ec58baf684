import { type AnyResource, FhirError, outcomeOfError } from './fhir-error.ts';
import type { FhirCall } from './interactions.ts';
import type { FhirReply } from './reply.ts';

interface Entry {
  readonly fullUrl?: string;
  readonly resource?: AnyResource;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly ifMatch?: string;
    readonly ifNoneExist?: string;
    readonly ifNoneMatch?: string;
  };
}

/** What the processing of a bundle needs from the server that it is part of. */
export interface BundleHost {
  readonly fhirUrl: string;
  handle(call: FhirCall): FhirReply;
  /** Id of the one resource that a conditional create would find; undefined when it finds none. */
  findExisting(type: string, query: string, call: FhirCall): string | undefined;
  transaction<T>(work: () => T): T;
}

/** R4 order of processing, and Provenance last: it belongs to the patients of what it points to. */
const RANK: Readonly<Record<string, number>> = { DELETE: 0, POST: 1, PUT: 2, PATCH: 2, GET: 4, HEAD: 4 };

/**
 * Carries out a batch (each entry for itself) or a transaction (all or nothing).
 *
 * In a transaction every new resource gets its id first, so references between entries, in any order and in
 * both directions, become real references before anything is written.
 */
export function processBundle(call: FhirCall, host: BundleHost): FhirReply {
  const bundle = call.body as AnyResource;
  const entries = entriesOf(bundle, host.fhirUrl);
  if (bundle.type === 'batch') {
    const answers = entries.map((entry) => {
      try {
        return answerOf(host.handle(callOf(entry, call)));
      } catch (error) {
        const { status, outcome } = outcomeOfError(error);
        return { response: { status: String(status), outcome } };
      }
    });
    return ok({ resourceType: 'Bundle', type: 'batch-response', entry: answers });
  }
  return host.transaction(() => ok(transactionResponse(entries, call, host)));
}

function transactionResponse(entries: readonly Entry[], call: FhirCall, host: BundleHost): AnyResource {
  const ids = new Map<number, string>();
  const existing = new Set<number>();
  const replacements = new Map<string, string>();
  const identities = new Set<string>();
  for (const [position, { fullUrl, resource, request }] of entries.entries()) {
    if (request.method === 'POST' && resource && !request.url.includes('$')) {
      const type = resource.resourceType;
      const found = request.ifNoneExist ? host.findExisting(type, request.ifNoneExist, call) : undefined;
      const id = found ?? crypto.randomUUID();
      ids.set(position, id);
      if (found) existing.add(position);
      if (fullUrl) replacements.set(fullUrl, `${type}/${id}`);
    } else if (request.method === 'PUT' || request.method === 'DELETE') {
      if (fullUrl && !request.url.includes('?')) replacements.set(fullUrl, request.url);
      if (identities.has(request.url))
        throw new FhirError('invalid', `${request.url} occurs more than once in the transaction`);
      identities.add(request.url);
    }
  }
  const order = entries
    .map((entry, position) => ({ entry, position }))
    .sort((a, b) => rankOf(a.entry) - rankOf(b.entry) || a.position - b.position);
  const answers: object[] = new Array(entries.length);
  for (const { entry, position } of order) {
    const resource = entry.resource && (rewrite(entry.resource, { replacements, host }) as AnyResource);
    const { ifNoneExist: _resolved, ...request } = entry.request;
    const prepared: Entry = { ...entry, resource, request };
    try {
      answers[position] = existing.has(position)
        ? answerOf({
            status: 200,
            headers: { Location: `${host.fhirUrl}/${resource?.resourceType}/${ids.get(position)}` },
          })
        : answerOf(host.handle({ ...callOf(prepared, call), assignedId: ids.get(position) }));
    } catch (error) {
      throw atEntry(error, position);
    }
  }
  return { resourceType: 'Bundle', type: 'transaction-response', entry: answers };
}

function rankOf({ request, resource }: Entry): number {
  return resource?.resourceType === 'Provenance' ? 3 : (RANK[request.method] ?? 5);
}

/** The refusal of one entry, with its place, as the refusal of the whole transaction. */
function atEntry(error: unknown, position: number): unknown {
  if (!(error instanceof FhirError)) return error;
  const issues = error.issues.map((issue) => ({
    ...issue,
    expression: [`Bundle.entry[${position}]`, ...(issue.expression ?? [])],
  }));
  return new FhirError(error.code, error.message, { status: error.status, issues });
}

function entriesOf(bundle: AnyResource, fhirUrl: string): Entry[] {
  if (bundle?.resourceType !== 'Bundle') throw new FhirError('invalid', 'The body is not a Bundle');
  if (bundle.type !== 'batch' && bundle.type !== 'transaction')
    throw new FhirError('invalid', `A Bundle of type '${String(bundle.type)}' cannot be processed`);
  const entries = (bundle.entry ?? []) as Partial<Entry>[];
  if (!Array.isArray(entries)) throw new FhirError('structure', 'Bundle.entry is not an array');
  for (const [position, entry] of entries.entries()) {
    const { method, url } = entry?.request ?? {};
    if (typeof method !== 'string' || typeof url !== 'string')
      throw new FhirError('required', `Bundle.entry[${position}] has no request`);
  }
  return (entries as Entry[]).map((entry) => ({
    ...entry,
    request: { ...entry.request, url: entry.request.url.replace(`${fhirUrl}/`, '').replace(/^\//, '') },
  }));
}

function callOf({ request, resource }: Entry, outer: FhirCall): FhirCall {
  const isPatch = request.method === 'PATCH';
  return {
    method: request.method,
    url: request.url,
    headers: {
      'if-match': request.ifMatch,
      'if-none-exist': request.ifNoneExist,
      'if-none-match': request.ifNoneMatch,
      'content-type': isPatch ? 'application/json-patch+json' : 'application/fhir+json',
      prefer: outer.headers.prefer,
    },
    body: isPatch && resource?.resourceType === 'Binary' ? patchOf(resource) : resource,
    access: outer.access,
    isNested: true,
  };
}

/** In a bundle a JSON Patch travels inside of a Binary. */
function patchOf(binary: AnyResource): unknown {
  return JSON.parse(Buffer.from(String(binary.data ?? ''), 'base64').toString('utf8'));
}

function answerOf({ status, headers = {}, body }: FhirReply): object {
  return {
    ...(body && body.resourceType !== 'OperationOutcome' ? { resource: body } : {}),
    response: {
      status: String(status),
      ...(headers.Location ? { location: headers.Location } : {}),
      ...(headers.ETag ? { etag: headers.ETag } : {}),
      ...(body?.meta?.lastUpdated ? { lastModified: body.meta.lastUpdated } : {}),
      ...(body?.resourceType === 'OperationOutcome' ? { outcome: body } : {}),
    },
  };
}

const URL_KEYS = new Set(['reference', 'url', 'uri', 'valueUri', 'valueUrl', 'valueCanonical']);

/** Puts real references in the place of `urn:uuid` and `fullUrl` ones, and of conditional references. */
function rewrite(
  value: unknown,
  context: { replacements: ReadonlyMap<string, string>; host: BundleHost },
  key = '',
): unknown {
  if (typeof value === 'string') {
    if (!URL_KEYS.has(key)) return value;
    return context.replacements.get(value) ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => rewrite(item, context, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, rewrite(child, context, name)]),
  );
}

function ok(body: AnyResource): FhirReply {
  return { status: 200, body };
}
