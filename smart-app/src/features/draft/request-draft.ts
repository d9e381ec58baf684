import {
  type DraftEvent,
  type DraftedNote,
  type DraftKind,
  draftEventSchema,
} from '#fhir-mappers/drafted-note.ts';
import { failureOf, noAnswer } from '../../api/failure.ts';
import { readOutcome } from '../../api/outcome.ts';
import type { Service } from '../../api/service.ts';
import { Problem } from '../../smart/problem.ts';

export interface DraftAsked {
  readonly assessmentId: string;
  readonly kind: DraftKind;
}

interface Options {
  readonly signal: AbortSignal;
  readonly onEvent: (event: DraftEvent) => void;
}

/** Most that a stream may hold: whatever answers there, the page does not grow without end. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Asks the service for a draft and tells of each line as it comes; the note is the result.
 *
 * Aborting the signal hangs up, which cancels the draft at the service and at the model.
 *
 * @throws Problem with the code of what stopped it; the signal's reason when it was cancelled.
 */
export async function requestDraft(
  service: Pick<Service, 'session' | 'findAssessment'>,
  asked: DraftAsked,
  { signal, onEvent }: Options,
): Promise<DraftedNote> {
  const answer = await post(service.session.token, asked, signal).catch(async (error: unknown) => {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    // Any call of the client opens a session that ran out again; this one changes nothing.
    await service.findAssessment(undefined);
    return post(service.session.token, asked, signal);
  });
  for await (const line of linesOf(answer)) {
    const event = draftEventSchema.safeParse(JSON.parse(line));
    if (!event.success) continue;
    if (event.data.event === 'note') return event.data.note;
    if (event.data.event === 'error') throw new Problem('server-failed', { detail: event.data.code });
    onEvent(event.data);
  }
  throw new Problem('offline');
}

async function post(token: string, body: DraftAsked, signal: AbortSignal): Promise<Response> {
  const answer = await fetch('/api/draft', {
    method: 'POST',
    redirect: 'error',
    cache: 'no-store',
    signal,
    headers: {
      accept: 'application/x-ndjson',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(body),
  }).catch((cause) => {
    if (signal.aborted) throw signal.reason;
    throw noAnswer(cause);
  });
  if (answer.ok) return answer;
  throw failureOf(answer.status, readOutcome(await answer.json().catch(() => undefined)));
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.length;
    if (size > MOST_CHARACTERS) throw new Problem('unexpected', { detail: 'the draft is too long' });
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
}
