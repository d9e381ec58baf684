import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The facts that stood in a prompt, as a model would read them. */
export interface Asked {
  readonly system: string;
  readonly user: string;
  readonly facts: readonly { readonly id: string; readonly text: string }[];
}

/**
 * A fault fake: an OpenAI-compatible server that plays a model which misbehaves as a test wants.
 *
 * It is no model, and nothing it writes says anything about one.
 */
export interface ModelServer {
  readonly url: string;
  readonly seen: {
    readonly path: string;
    readonly body: string;
    readonly headers: IncomingMessage['headers'];
  }[];
  /** The lines it writes. */
  answer: (asked: Asked) => readonly string[];
  /** Begins to answer and goes no further. */
  hang: boolean;
  /** Answers in place of the model; return true when it has. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Bytes that a piece of the stream holds. */
  piece: number;
  nextSeen(): Promise<void>;
  /** True when the next request that is begun is hung up by its caller. */
  nextClosed(): Promise<boolean>;
  close(): Promise<void>;
}

export async function startModelServer(): Promise<ModelServer> {
  let onSeen: (() => void)[] = [];
  let onClosed: ((isEarly: boolean) => void)[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    model.seen.push({ path: request.url ?? '', body, headers: request.headers });
    for (const tell of onSeen.splice(0)) tell();
    response.once('close', () => {
      for (const tell of onClosed.splice(0)) tell(!response.writableFinished);
    });
    if (model.intercept?.(request, response)) return;
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    if (model.hang) {
      response.write(event({ delta: { role: 'assistant' } }));
      return;
    }
    const text = model.answer(readAsked(body)).join('\n');
    for (let at = 0; at < text.length; at += model.piece)
      response.write(event({ delta: { content: text.slice(at, at + model.piece) } }));
    response.write(event({ delta: {}, finish_reason: 'stop' }));
    response.end('data: [DONE]\n\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const model: ModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    answer: () => [],
    hang: false,
    intercept: undefined,
    piece: 40,
    nextSeen: () => new Promise((resolve) => onSeen.push(resolve)),
    nextClosed: () => new Promise((resolve) => onClosed.push(resolve)),
    close: async () => {
      onSeen = [];
      onClosed = [];
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return model;
}

function event(choice: unknown): string {
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [choice] })}\n\n`;
}

function readAsked(body: string): Asked {
  const { messages } = JSON.parse(body) as { messages: readonly { role: string; content: string }[] };
  const of = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
  const facts = of('user')
    .split('\n')
    .flatMap((line) => {
      const found = /^([FP]\d+) (.*)$/.exec(line);
      return found === null ? [] : [{ id: found[1]!, text: found[2]! }];
    });
  return { system: of('system'), user: of('user'), facts };
}
