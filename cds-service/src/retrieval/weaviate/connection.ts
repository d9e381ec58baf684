import weaviate, { type WeaviateClient } from 'weaviate-ts-client';

export type WeaviateErrorCode =
  | 'unreachable' // no connection, or it broke
  | 'timeout' // no answer in time, or the caller gave up
  | 'forbidden' // the api key is missing, wrong or has too few rights
  | 'not-there' // collection, property or tenant unknown: nothing was loaded, or something else was
  | 'refused' // the server said no to what we sent
  | 'failed' // the server failed
  | 'wrong-shape'; // an answer, but not one that we understand

/**
 * Something went wrong between us and Weaviate. The message is ours alone: the client's own messages repeat the
 * whole query, its vector and the server's words, and never leave this file.
 */
export class WeaviateError extends Error {
  readonly code: WeaviateErrorCode;

  constructor(code: WeaviateErrorCode, message: string = WORDS[code]) {
    super(message);
    this.name = 'WeaviateError';
    this.code = code;
  }
}

const WORDS: Readonly<Record<WeaviateErrorCode, string>> = {
  unreachable: 'Weaviate cannot be reached',
  timeout: 'Weaviate did not answer in time',
  forbidden: 'Weaviate refused the api key',
  'not-there': 'Weaviate does not hold this library',
  refused: 'Weaviate refused the request',
  failed: 'Weaviate failed',
  'wrong-shape': 'Weaviate gave an answer that cannot be read',
};

export interface WeaviateSettings {
  /** Base URL, http or https; a path is kept. */
  readonly url: string;
  readonly apiKey?: string;
}

export interface WeaviateConnection {
  /**
   * Runs one command of the client. The signal ends it, also on the wire.
   *
   * A connection that broke is tried once more: every command of ours may be sent twice.
   *
   * @throws WeaviateError whatever happened.
   */
  ask<T>(command: (client: WeaviateClient) => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** The client asks the server's version as it is made, whoever wants to know; it gets this long. */
const GREETING_MS = 2_000;

/** Never fails: whether there is a server is seen when it is asked. */
export function connectWeaviate({ url, apiKey }: WeaviateSettings): WeaviateConnection {
  const { protocol, host, pathname } = new URL(url);
  const client = withFetch(boundBy(AbortSignal.timeout(GREETING_MS)), () =>
    weaviate.client({
      scheme: protocol.slice(0, -1),
      host: `${host}${pathname.replace(/\/+$/, '')}`,
      // As a header: with its own `apiKey` the client waits for a token first, and calls too late for our loan.
      headers: apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` },
    }),
  );

  async function once<T>(command: (client: WeaviateClient) => Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      signal.throwIfAborted();
      return await orAborted(
        withFetch(boundBy(signal), () => command(client)),
        signal,
      );
    } catch (error) {
      throw signal.aborted ? new WeaviateError('timeout') : classify(error);
    }
  }

  return {
    ask: async (command, signal) => {
      try {
        return await once(command, signal);
      } catch (error) {
        const mayRepeat = error instanceof WeaviateError && error.code === 'unreachable';
        if (!mayRepeat || signal.aborted) throw error;
        return once(command, signal);
      }
    },
  };
}

function boundBy(signal: AbortSignal): typeof fetch {
  const { fetch } = globalThis;
  return (input, init) => fetch(input, { ...init, signal });
}

/**
 * The client has no timeout and takes no signal; it reads the global `fetch` at the moment of a call. So it is lent
 * another one for as long as that moment lasts: nothing else can run in between.
 */
function withFetch<T>(lent: typeof fetch, call: () => T): T {
  const own = globalThis.fetch;
  globalThis.fetch = lent;
  try {
    return call();
  } finally {
    globalThis.fetch = own;
  }
}

/** Some commands ask the server's version first, and then call `fetch` too late for the loan. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new WeaviateError('timeout'));
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

const MISSING = [
  /no schema is present/i,
  /cannot query field/i,
  /tenant not found/i,
  /could not find class/i,
  /class .{0,80}not (?:found|present)/i,
];

function classify(error: unknown): WeaviateError {
  if (error instanceof WeaviateError) return error;
  const { message, response } = error as { message?: string; response?: { status?: number } };
  const text = String(message);
  const status = response?.status ?? Number(/^usage error \((\d{3})\)/.exec(text)?.[1] ?? Number.NaN);
  if (status === 401 || status === 403) return new WeaviateError('forbidden');
  if (MISSING.some((words) => words.test(text.slice(0, 2_000)))) return new WeaviateError('not-there');
  if (status >= 500 || status === 429) return new WeaviateError('failed');
  // Errors of GraphQL come with status 200, and with everything that was asked in their text.
  if (!Number.isNaN(status)) return new WeaviateError('refused');
  if (error instanceof SyntaxError) return new WeaviateError('wrong-shape');
  return new WeaviateError('unreachable');
}
