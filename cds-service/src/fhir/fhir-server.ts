import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { type FhirFetch, getJson, type JsonReply } from './fhir-fetch.ts';
import { type ReadScope, readScope } from './scopes.ts';

/** Caps on what one hook call may read (CH-46, CH-56). Product defaults. */
export interface FhirLimits {
  readonly callMs: number;
  readonly replyBytes: number;
  readonly totalBytes: number;
  readonly parallel: number;
  readonly pages: number;
  readonly resources: number;
}

export const FHIR_LIMITS: FhirLimits = {
  callMs: 1500,
  replyBytes: 8_000_000,
  totalBytes: 24_000_000,
  parallel: 8,
  pages: 8,
  resources: 1000,
};

/** What reading from a FHIR server needs from outside. */
export interface FhirDeps {
  readonly fetch: FhirFetch;
  /** Ends everything; what has not arrived by then is `timeout`. */
  readonly signal: AbortSignal;
  /** Whether this server is on the list of the authenticated client (CH-22). No call is made otherwise. */
  readonly isAllowedServer: (fhirServer: string) => boolean;
  /** Milliseconds since 1970; the platform's clock when not given. */
  readonly now?: () => number;
  readonly limits?: Partial<FhirLimits>;
}

/** The FHIR server of one hook call, with the token given for that call. Holds it in memory only (CH-52). */
export interface FhirServer {
  /** Gets a URL relative to the server's base, or absolute on the same origin; never another (CH-55). */
  get(url: string): Promise<JsonReply | Unavailable>;
  scopeOf(type: string): ReadScope;
  readonly limits: FhirLimits;
  readonly now: () => number;
}

/**
 * Opens the FHIR server that the request names.
 *
 * A server without `fhirAuthorization` is asked without a token: open test servers work so.
 *
 * @returns `not-provided` without a server, `forbidden` when it is not on the list.
 */
export function openFhirServer(request: CdsRequest, deps: FhirDeps): FhirServer | Unavailable {
  const { fhirServer, fhirAuthorization: token } = request;
  if (fhirServer === undefined) return unavailable('not-provided');
  if (!deps.isAllowedServer(fhirServer))
    return unavailable('forbidden', 'the FHIR server is not on the list');

  const limits = { ...FHIR_LIMITS, ...deps.limits };
  const now = deps.now ?? Date.now;
  const base = fhirServer.endsWith('/') ? fhirServer : `${fhirServer}/`;
  const { origin } = new URL(base);
  const expiresAt = token === undefined ? Number.POSITIVE_INFINITY : now() + token.expires_in * 1000;
  const headers = {
    Accept: 'application/fhir+json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token.access_token}` }),
  };
  const slots = createSlots(limits.parallel);
  let bytesLeft = limits.totalBytes;

  async function get(url: string): Promise<JsonReply | Unavailable> {
    const target = URL.parse(url, base);
    if (target === null || target.origin !== origin) {
      return unavailable('incomplete', 'the address is on another host');
    }
    return slots(async () => {
      if (now() >= expiresAt) return unavailable('forbidden', 'the token has expired');
      if (bytesLeft <= 0) return unavailable('incomplete', 'too much data');
      const reply = await getJson(target.href, {
        fetch: deps.fetch,
        headers,
        signal: deps.signal,
        timeoutMs: limits.callMs,
        maxBytes: Math.min(limits.replyBytes, bytesLeft),
      });
      if (!isUnavailable(reply)) bytesLeft -= reply.bytes;
      return reply;
    });
  }

  return {
    get,
    scopeOf: (type) => (token === undefined ? { read: true, search: true } : readScope(token.scope, type)),
    limits,
    now,
  };
}

/** Runs at most `count` tasks at a time; the others wait in order. */
function createSlots(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
