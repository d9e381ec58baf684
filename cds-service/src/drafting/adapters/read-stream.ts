/** One piece of a model server's answer. */
export interface Delta {
  readonly text: string;
  /** Why it ended, as the server says; absent while it goes on. */
  readonly finish?: string;
}

/** The body is not what an OpenAI-compatible server sends, or there is too much of it. */
export class AnswerError extends Error {
  readonly code: 'wrong-shape' | 'too-large' | 'cut-off' | 'refused';

  constructor(code: AnswerError['code']) {
    super(`the model server's answer is ${code}`);
    this.name = 'AnswerError';
    this.code = code;
  }
}

/**
 * Reads a chat completion as it comes: server-sent events, or one JSON document from a server that does not stream.
 *
 * @param most - Bytes of the body that are read at most, whatever the server goes on sending.
 * @throws AnswerError when the body is something else, is too large, or ends before the server said so.
 */
export async function* readCompletion(response: Response, most: number): AsyncGenerator<Delta> {
  const isStream = /\btext\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  if (!isStream) {
    yield fromDocument(parse(await readAll(response, most)));
    return;
  }
  let rest = '';
  let isFinished = false;
  for await (const piece of boundedText(response, most)) {
    rest += piece;
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data:')) continue;
      const data = line.slice('data:'.length).trim();
      if (data === '[DONE]') return;
      const delta = fromChunk(parse(data));
      if (delta.finish !== undefined) isFinished = true;
      yield delta;
    }
  }
  if (!isFinished) throw new AnswerError('cut-off');
}

async function readAll(response: Response, most: number): Promise<string> {
  let text = '';
  for await (const piece of boundedText(response, most)) text += piece;
  return text;
}

async function* boundedText({ body }: Response, most: number): AsyncGenerator<string> {
  if (body === null) return;
  const decoder = new TextDecoder();
  let size = 0;
  for await (const bytes of body) {
    size += bytes.byteLength;
    if (size > most) throw new AnswerError('too-large');
    yield decoder.decode(bytes, { stream: true });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AnswerError('wrong-shape');
  }
}

interface Choice {
  readonly delta?: { readonly content?: unknown };
  readonly message?: { readonly content?: unknown };
  readonly finish_reason?: unknown;
}

function choiceOf(value: unknown): Choice | undefined {
  const { choices, error } = (value ?? {}) as { choices?: unknown; error?: unknown };
  if (error !== undefined && error !== null) throw new AnswerError('refused');
  if (!Array.isArray(choices)) throw new AnswerError('wrong-shape');
  return choices[0] as Choice | undefined;
}

/** A last chunk with the usage has no choice: it says nothing. */
function fromChunk(value: unknown): Delta {
  const { delta, finish_reason: finish } = choiceOf(value) ?? {};
  const text = typeof delta?.content === 'string' ? delta.content : '';
  return { text, ...(typeof finish === 'string' ? { finish } : {}) };
}

function fromDocument(value: unknown): Delta {
  const { message, finish_reason: finish } = choiceOf(value) ?? {};
  if (typeof message?.content !== 'string') throw new AnswerError('wrong-shape');
  return { text: message.content, finish: typeof finish === 'string' ? finish : 'stop' };
}
