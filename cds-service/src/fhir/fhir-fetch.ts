import { type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';

/** The one effect: an HTTP GET. The platform's `fetch` fits. */
export type FhirFetch = (
  url: string,
  init: {
    readonly method: 'GET';
    readonly headers: Readonly<Record<string, string>>;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

/** A reply that could be read as JSON. `bytes` is its size on the wire after decompression. */
export interface JsonReply {
  readonly state: 'reply';
  readonly body: unknown;
  readonly bytes: number;
}

interface GetOptions {
  readonly fetch: FhirFetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Milliseconds that this call may take; the signal may end it earlier. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

const MAX_REDIRECTS = 2;

/**
 * Gets one FHIR URL (CH-51, CH-55 to CH-57).
 *
 * Redirects are followed inside one origin only, because the headers carry a token. Every kind of trouble is a
 * value: 401 and 403 `forbidden`; 400, 404, 405, 410 and 501 `not-supported`; other statuses and network errors
 * `failed`; no JSON `wrong-shape`; too slow `timeout`.
 */
export async function getJson(url: string, options: GetOptions): Promise<JsonReply | Unavailable> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([options.signal, timeout]);
  try {
    return await abortable(follow(url, { ...options, signal }), signal);
  } catch (error) {
    // An aborted call rejects with whatever the platform likes; only the signal tells the reason.
    if (signal.aborted) return unavailable('timeout');
    return unavailable('failed', error instanceof TooLarge ? 'the reply is too large' : 'no reply');
  }
}

async function follow(url: string, options: GetOptions): Promise<JsonReply | Unavailable> {
  let target = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await options.fetch(target, {
      method: 'GET',
      headers: options.headers,
      redirect: 'manual',
      signal: options.signal,
    });
    if (response.status < 300 || response.status > 399) return readReply(response, options);
    await response.body?.cancel();
    const location = URL.parse(response.headers.get('location') ?? '', target);
    if (location === null || location.origin !== new URL(url).origin) {
      return unavailable('failed', 'redirected to another host');
    }
    target = location.href;
  }
  return unavailable('failed', 'redirected too often');
}

async function readReply(response: Response, options: GetOptions): Promise<JsonReply | Unavailable> {
  if (!response.ok) {
    await response.body?.cancel();
    return unavailable(codeOf(response.status), `HTTP ${response.status}`);
  }
  const text = await readText(response, options.maxBytes);
  try {
    return { state: 'reply', body: JSON.parse(text), bytes: text.length };
  } catch {
    return unavailable('wrong-shape', 'not JSON');
  }
}

function codeOf(status: number): 'forbidden' | 'not-supported' | 'failed' {
  if (status === 401 || status === 403) return 'forbidden';
  return [400, 404, 405, 410, 501].includes(status) ? 'not-supported' : 'failed';
}

class TooLarge extends Error {}

async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const part of response.body) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new TooLarge();
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

/** Ends waiting when the signal says so, also for a `fetch` that does not listen to it. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}
