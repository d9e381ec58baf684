import { failureOf, noAnswer } from './failure.ts';
import { readOutcome } from './outcome.ts';

/** One call to a JSON interface. `token` goes into the Authorization header, never into the address. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A successful answer: its parsed body and its headers. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** Nobody waits longer than this for one answer, milliseconds. */
const PATIENCE = 20_000;

/**
 * Sends one request and reads its JSON.
 *
 * @throws Problem coded by the answer's OperationOutcome or status; `offline` when there was no answer.
 */
export async function send(url: string, call: Call = {}): Promise<Answer> {
  const { method = 'GET', body, token, headers, signal } = call;
  const deadline = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(url, {
    method,
    redirect: 'error',
    cache: 'no-store',
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    headers: {
      accept: 'application/fhir+json, application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause) => {
    throw noAnswer(cause);
  });
  const parsed: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw failureOf(answer.status, readOutcome(parsed));
  return { status: answer.status, body: parsed, headers: answer.headers };
}
