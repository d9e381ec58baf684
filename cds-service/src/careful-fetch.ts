import type { FhirFetch } from './fhir/fhir-fetch.ts';

/** Calls to one server that end badly in a row before it is left alone. */
const FAILURES = 8;
/** Milliseconds for which it is left alone; then one call tries it again. */
const REST = 5000;
/** Calls to one server at a time; more wait. A clinic whose server hangs fills its own places, not those of others. */
const PLACES = 64;
/** A call that was given up earlier than this says nothing about the server: the caller hung up. */
const PATIENCE = 1000;

interface ServerState {
  failures: number;
  restsUntil: number;
  inFlight: number;
  readonly waiting: (() => void)[];
}

/** A server that is not asked now. The reader of patient data calls it `failed`, and the card says so. */
export class ServerAtRestError extends Error {
  constructor() {
    super('the server failed repeatedly');
    this.name = 'ServerAtRestError';
  }
}

/**
 * Keeps the trouble of one FHIR server from becoming everybody's: a circuit breaker and a limit of calls, by origin.
 *
 * Errors of the network, time-outs and 5xx count; an answer, even a refusal, closes the circuit again. Origins come
 * from the registry, so their number is bounded.
 */
export function createCarefulFetch(fetch: FhirFetch, now: () => number): FhirFetch {
  const servers = new Map<string, ServerState>();
  return async (url, init) => {
    const { origin } = new URL(url);
    const state = servers.get(origin) ?? { failures: 0, restsUntil: 0, inFlight: 0, waiting: [] };
    servers.set(origin, state);
    if (state.inFlight >= PLACES) await new Promise<void>((resolve) => state.waiting.push(resolve));
    else state.inFlight += 1;
    try {
      return await call(url, init, state);
    } finally {
      // A place goes straight to the one who waits longest.
      const next = state.waiting.shift();
      if (next) next();
      else state.inFlight -= 1;
    }
  };

  async function call(url: string, init: Parameters<FhirFetch>[1], state: ServerState): Promise<Response> {
    init.signal.throwIfAborted();
    if (now() < state.restsUntil) throw new ServerAtRestError();
    // While one call tries a server that has rested, the others wait for its outcome elsewhere.
    if (state.failures >= FAILURES) state.restsUntil = now() + REST;
    const begin = now();
    try {
      const response = await fetch(url, init);
      note(state, response.status >= 500, now());
      return response;
    } catch (error) {
      if (!init.signal.aborted || now() - begin >= PATIENCE) note(state, true, now());
      throw error;
    }
  }
}

function note(state: ServerState, isFailure: boolean, now: number): void {
  state.failures = isFailure ? state.failures + 1 : 0;
  state.restsUntil = state.failures >= FAILURES ? now + REST : 0;
}
