/** Why a document of the outside could not be had. The code is logged; the document's text never is. */
export class OutsideError extends Error {
  readonly code: 'refused' | 'unreachable' | 'status' | 'too-large' | 'not-json';
  readonly status: number | undefined;

  constructor(code: OutsideError['code'], status?: number) {
    super(status === undefined ? code : `${code} ${status}`);
    this.name = 'OutsideError';
    this.code = code;
    this.status = status;
  }
}

export interface FetchJsonOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

export type FetchJson = (url: string, options?: FetchJsonOptions) => Promise<unknown>;

/**
 * Reads one JSON document of a registered party: keys, configuration, one resource.
 *
 * Redirects are refused, because a token or a trust decision must not wander to another host; the body is cut off at
 * its limit; nothing is sent but what the caller gives.
 *
 * @throws OutsideError with a code.
 */
export const fetchJson: FetchJson = async (
  url,
  { headers = {}, timeoutMs = 3000, maxBytes = 262_144 } = {},
) => {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    throw new OutsideError('unreachable');
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new OutsideError('status', response.status);
  }
  const text = await readAtMost(response, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new OutsideError('not-json');
  }
};

async function readAtMost(response: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      if (size > maxBytes) throw new OutsideError('too-large');
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof OutsideError ? error : new OutsideError('unreachable');
  }
  return Buffer.concat(parts).toString('utf8');
}
