import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Drafter, DraftJob, DraftOptions, WrittenSentence } from '../contract.ts';
import { parseAnswer } from '../prompt/parse-answer.ts';
import { AnswerError, readCompletion } from './read-stream.ts';

export interface HttpDrafterOptions {
  /** Base of an OpenAI-compatible API, such as `http://127.0.0.1:8000/v1`. */
  readonly endpoint: string;
  readonly model: string;
  /** Bearer key; sent to `endpoint` only and written nowhere. */
  readonly key?: string;
  /** Why it stays off; from the evaluation of this model. */
  readonly gate?: Unavailable;
  readonly limits?: Partial<HttpLimits>;
}

export interface HttpLimits {
  /** Milliseconds until the answer begins. */
  readonly firstByteMs: number;
  /** Milliseconds between two pieces of the answer. */
  readonly silenceMs: number;
  readonly totalMs: number;
  readonly mostBytes: number;
  readonly newTokens: number;
  /** Drafts at a time. */
  readonly places: number;
  /** Further tries where nothing of an answer has come. */
  readonly retries: number;
}

const LIMITS: HttpLimits = {
  firstByteMs: 30_000,
  silenceMs: 15_000,
  totalMs: 60_000,
  mostBytes: 512 * 1024,
  newTokens: 700,
  places: 4,
  retries: 2,
};

const RETRY_AFTER_MS = 250;

/** Answers after which asking again may help, and nothing was begun. */
const TRY_AGAIN: ReadonlySet<number> = new Set([429, 502, 503]);

/**
 * The adapter of a model server that the clinic runs: vLLM, llama.cpp, TGI, Ollama, or anything that speaks like them.
 *
 * What is sent is the prompt and nothing else. Redirects are refused, because the next address is not the configured one.
 * A try is repeated only while nothing of an answer has come, always under the same idempotency key, and the text of one
 * try only is used: a retry never doubles a draft.
 */
export function createHttpDrafter(options: HttpDrafterOptions): Drafter {
  const limits = { ...LIMITS, ...options.limits };
  const info = options.gate ?? { adapter: 'http' as const, name: options.model };
  let inFlight = 0;
  return {
    adapter: 'http',
    info,
    async draft(job, given) {
      if (isUnavailable(info)) return info;
      if (inFlight >= limits.places)
        return unavailable('timeout', `${limits.places} drafts are being written already`);
      inFlight += 1;
      try {
        return await ask(job, given, options, limits);
      } finally {
        inFlight -= 1;
      }
    },
    close: async () => undefined,
  };
}

async function ask(
  job: DraftJob,
  given: DraftOptions,
  options: HttpDrafterOptions,
  limits: HttpLimits,
): Promise<readonly WrittenSentence[] | Unavailable> {
  const idempotencyKey = randomUUID();
  const total = AbortSignal.any([given.signal, AbortSignal.timeout(limits.totalMs)]);
  for (let attempt = 0; ; attempt += 1) {
    given.onStage?.('waiting');
    const answer = await once({ job, given, options, limits, idempotencyKey, total });
    if (answer !== 'again') return answer;
    if (attempt >= limits.retries) return unavailable('failed', 'the model server did not answer');
    const waited = await sleep(RETRY_AFTER_MS * (attempt + 1), 'waited', { signal: total }).catch(
      () => 'aborted',
    );
    if (waited === 'aborted') return unavailable('timeout', 'the model server was too slow');
  }
}

interface Attempt {
  readonly job: DraftJob;
  readonly given: DraftOptions;
  readonly options: HttpDrafterOptions;
  readonly limits: HttpLimits;
  readonly idempotencyKey: string;
  readonly total: AbortSignal;
}

async function once({
  job,
  given,
  options,
  limits,
  idempotencyKey,
  total,
}: Attempt): Promise<readonly WrittenSentence[] | Unavailable | 'again'> {
  const silence = new AbortController();
  const watch = (ms: number) => setTimeout(() => silence.abort(), ms);
  let timer = watch(limits.firstByteMs);
  try {
    const response = await fetch(`${options.endpoint}/chat/completions`, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([total, silence.signal]),
      headers: {
        'Content-Type': 'application/json',
        Accept: 'text/event-stream, application/json',
        'Idempotency-Key': idempotencyKey,
        ...(options.key === undefined ? {} : { Authorization: `Bearer ${options.key}` }),
      },
      body: JSON.stringify(bodyOf(job, options.model, limits)),
    }).catch((error: unknown) => {
      // No connection at all: nothing was begun, so asking again doubles nothing.
      if (total.aborted || silence.signal.aborted) throw error;
      return undefined;
    });
    if (response === undefined) return 'again';
    if (!response.ok) {
      await response.body?.cancel();
      if (TRY_AGAIN.has(response.status)) return 'again';
      const isRedirect = response.status >= 300 && response.status < 400;
      return unavailable(
        'failed',
        isRedirect ? 'the model server redirects' : `the model server answered ${response.status}`,
      );
    }
    given.onStage?.('writing');
    let text = '';
    let finish: string | undefined;
    let pieces = 0;
    for await (const delta of readCompletion(response, limits.mostBytes)) {
      clearTimeout(timer);
      timer = watch(limits.silenceMs);
      text += delta.text;
      finish ??= delta.finish;
      pieces += 1;
      if (delta.text.includes('\n')) given.onText?.(text, pieces);
    }
    return parseAnswer(finish === 'length' ? text.slice(0, text.lastIndexOf('\n') + 1) : text, job.kind);
  } catch (error) {
    if (given.signal.aborted) return unavailable('timeout', 'cancelled');
    if (total.aborted || silence.signal.aborted)
      return unavailable('timeout', 'the model server was too slow');
    return unavailable(
      'failed',
      error instanceof AnswerError ? error.message : 'the connection to the model server broke',
    );
  } finally {
    clearTimeout(timer);
  }
}

function bodyOf({ prompt }: DraftJob, model: string, { newTokens }: HttpLimits): unknown {
  return {
    model,
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ],
    temperature: 0,
    max_tokens: newTokens,
    stream: true,
  };
}
