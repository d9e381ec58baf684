import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer on its way back to the client. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A request on its way to the service. */
export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * One way to break the rules: what it does to the call, to the answer, or instead of the service.
 *
 * `resign` lets it sign what it forwards, so that a token which should be refused arrives as a good one.
 */
export interface Fault {
  /** The row of the conformance list that must notice. */
  readonly id: string;
  readonly name: string;
  readonly instead?: (call: Call) => Answer | undefined;
  readonly call?: (call: Call) => void;
  readonly answer?: (answer: Answer, call: Call) => void;
  readonly resign?: true;
}

export interface FaultyProxy {
  readonly url: string;
  /** The fault in force; undefined behaves as the service does. */
  fault: Fault | undefined;
  close(): Promise<void>;
}

interface ProxyOptions {
  /** Address of the real service, known once it listens. */
  readonly target: () => string;
  /** A good token for a URL, for faults that sign again. */
  readonly sign: (audience: string) => Promise<string>;
  readonly port?: number;
}

/**
 * A CDS service that is right in everything but one thing, for tests that a checker can fail.
 *
 * It stands in front of the real service, whose public URL must be this proxy's.
 */
export async function startFaultyProxy({ target, sign, port = 0 }: ProxyOptions): Promise<FaultyProxy> {
  const state: { fault: Fault | undefined } = { fault: undefined };
  const server = createServer((request, response) => {
    forward(request, response).catch((error: unknown) => {
      response.writeHead(502);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await read(request);
    const { fault } = state;
    const instead = fault?.instead?.(call);
    if (instead !== undefined) return write(response, instead);
    fault?.call?.(call);
    if (fault?.resign) call.headers.authorization = `Bearer ${await sign(`${url}${call.path}`)}`;
    const answered = await fetch(`${target()}${call.path}`, {
      method: call.method,
      headers: call.headers,
      redirect: 'manual',
      ...(call.body === '' ? {} : { body: call.body }),
    });
    const answer: Answer = {
      status: answered.status,
      headers: Object.fromEntries(
        [...answered.headers].filter(
          ([name]) =>
            !['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive'].includes(
              name,
            ),
        ),
      ),
      body: await answered.text(),
    };
    fault?.answer?.(answer, call);
    write(response, answer);
  }

  return {
    url,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = Object.entries(request.headers).filter(
    ([name]) => !['host', 'connection', 'content-length', 'transfer-encoding', 'expect'].includes(name),
  );
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(parts).toString('utf8'),
  };
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}
