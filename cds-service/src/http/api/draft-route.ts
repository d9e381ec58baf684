import type { Request, RequestHandler, Response } from 'express';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { type DraftEvent, type DraftedNote, draftRequestSchema } from '#fhir-mappers/drafted-note.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { Session } from '../../auth/app-session.ts';
import { checkBinding } from '../../auth/check-binding.ts';
import { draftNote } from '../../drafting/draft-note.ts';
import { whenGone } from '../answer-hook.ts';
import type { AppDeps } from '../deps.ts';
import { parseBody } from './parse-body.ts';

/** Drafts under way in one instance; a nurse who asks while they are all taken is told to ask again. */
const PLACES = 16;

/** Seconds beyond the drafter's own limit, for reading the chart and checking. */
const GRACE_SECONDS = 15;

/**
 * Answers with a stream of lines, each one `DraftEvent` as JSON: progress, sentences that passed, and the note at the end.
 *
 * The proposal must be one of the session's patient. Hanging up cancels the draft. Nothing is stored: a draft is the
 * nurse's to take or leave, and what she takes is hers; who asked, what was dropped and why is audited as codes.
 */
export function answerDraft(deps: AppDeps, asHookCall: (session: Session) => CdsRequest): RequestHandler {
  const { store, drafting, metrics, config, now, log } = deps;
  let underWay = 0;
  return async (request: Request, response: Response) => {
    const session: Session = response.locals.session;
    const { assessmentId, kind } = parseBody(draftRequestSchema, request.body);
    const proposal = await store.findProposal(assessmentId);
    if (!proposal) throw new ServiceError('no-assessment');
    checkBinding(proposal.binding, session.binding);
    if (underWay >= PLACES) throw new ServiceError('overloaded');
    underWay += 1;
    response.status(200).set({ 'Content-Type': 'application/x-ndjson', 'X-Accel-Buffering': 'no' });
    const tell = (event: DraftEvent) => {
      if (!response.destroyed) response.write(`${JSON.stringify(event)}\n`);
    };
    const gone = whenGone(response);
    const limit = AbortSignal.timeout((config.draft.seconds + GRACE_SECONDS) * 1000);
    const signal = AbortSignal.any([gone, limit]);
    try {
      tell({ event: 'progress', stage: 'reading' });
      const chart = session.accessToken === undefined ? undefined : asHookCall(session);
      const evidence = await drafting.readEvidence(
        chart,
        AbortSignal.any([signal, AbortSignal.timeout(config.timeBudgetMs)]),
      );
      const { drafter } = drafting;
      const note = await draftNote(proposal.assessment, evidence, { kind, drafter, signal, onEvent: tell });
      if (isUnavailable(note)) {
        metrics.drafts.inc({ adapter: drafter.adapter, outcome: 'cancelled' });
        tell({ event: 'error', code: note.code });
        return;
      }
      count(note, deps);
      await store.appendAudit({
        at: now().toISOString(),
        event: 'drafted',
        actor: session.practitioner.reference,
        assessment: assessmentId,
        code: auditCode(note),
      });
      tell({ event: 'note', note });
    } catch (error) {
      // The head of the answer is out: the stream itself says that it failed, and never why in words of the error.
      log.error({ error: error instanceof Error ? error.name : typeof error }, 'draft failed');
      tell({ event: 'error', code: 'internal' });
    } finally {
      underWay -= 1;
      response.end();
    }
  };
}

function count({ by, instead, dropped, milliseconds }: DraftedNote, { metrics }: AppDeps): void {
  const outcome = instead === undefined ? 'shown' : 'template-instead';
  metrics.drafts.inc({ adapter: instead?.adapter ?? by.adapter, outcome });
  metrics.draftSeconds.observe({ adapter: by.adapter }, milliseconds / 1000);
  for (const { reasons } of dropped) for (const { code } of reasons) metrics.draftDrops.inc({ code });
}

/** `onnx sbar shown=9 dropped=2 number=1 word=2 instead=gate`: codes and counts, no word of a draft. */
function auditCode({ by, kind, instead, sentences, dropped }: DraftedNote): string {
  const counts = new Map<string, number>();
  for (const { reasons } of dropped)
    for (const { code } of reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [
    by.adapter,
    kind,
    `shown=${sentences.length}`,
    `dropped=${dropped.length}`,
    ...[...counts].map(([code, times]) => `${code}=${times}`),
    ...(instead === undefined ? [] : [`instead-of-${instead.adapter}=${instead.code}`]),
  ].join(' ');
}
