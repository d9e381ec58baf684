import { trace } from '@opentelemetry/api';
import type { RequestHandler, Response } from 'express';
import { type CdsRequest, parseCdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { HookOutcome } from '../pipeline-deps.ts';
import { checkFhirAccess, clinicOf } from './access-policy.ts';
import type { AppDeps } from './deps.ts';
import { stateOf } from './request-state.ts';

/** Milliseconds after the time budget at which an answer is given up: the pipeline keeps the budget itself. */
const GRACE = 1000;

/** Takes a place before the body is read, or refuses at once: overload is said early, not late. */
export function takePlace({ bulkhead }: Pick<AppDeps, 'bulkhead'>): RequestHandler {
  return (_request, response, next) => {
    const leave = bulkhead.enter();
    if (!leave) throw new ServiceError('overloaded');
    response.once('close', leave);
    next();
  };
}

/**
 * Answers one hook call: parse, check, ask the pipeline, store, send.
 *
 * The proposal is on disk before the card leaves, so whatever a nurse has seen can be found again.
 */
export function answerHook(deps: AppDeps): RequestHandler<{ id: string }> {
  const { pipeline, registry, metrics, config, log } = deps;
  const tracer = trace.getTracer('prescreen');
  return async (request, response) => {
    const state = stateOf(response);
    const call = parseCdsRequest(request.body, request.params.id);
    state.hook = call.hook;
    state.hookInstance = call.hookInstance;
    if (!deps.config.hooks.includes(call.hook)) throw new ServiceError('request-invalid', { keys: ['hook'] });
    checkFhirAccess(call, state.client, registry.current());
    if (lacksPatientOfToken(call)) {
      log.warn(
        { requestId: state.requestId },
        'fhirAuthorization.patient is missing although scope has patient/',
      );
    }
    const gone = whenGone(response);
    const signal = AbortSignal.any([gone, AbortSignal.timeout(config.timeBudgetMs)]);
    const clinic = clinicOf(call, state.client, registry.current());
    const outcome = await tracer
      .startActiveSpan('prescreen.hook', (span) =>
        withDeadline(pipeline(call, { signal }), config.timeBudgetMs + GRACE).finally(() => span.end()),
      )
      .catch((error: unknown) => auditMismatch(error, clinic, deps));
    if (gone.aborted) return;
    await storeOutcome(call, outcome, clinic, deps);
    for (const { indicator } of outcome.response.cards) metrics.cards.inc({ indicator });
    if (outcome.response.cards.length === 0) metrics.noCards.inc({ hook: call.hook });
    response.json(outcome.response);
  };
}

async function storeOutcome(
  { context, hookInstance }: CdsRequest,
  { response, assessment, handle }: HookOutcome,
  client: string,
  { store, config, now }: AppDeps,
): Promise<void> {
  if (response.cards.length === 0) return;
  const { patientId: patient, encounterId: encounter, userId: user } = context;
  await store.saveOutcome({
    binding: encounter === undefined ? { client, patient } : { client, patient, encounter },
    user,
    hookInstance,
    at: now().toISOString(),
    cards: response.cards.map(({ uuid, suggestions = [] }) => ({
      uuid,
      suggestions: suggestions.map((suggestion) => suggestion.uuid),
    })),
    ...(assessment ? { assessment } : {}),
    ...(handle === undefined
      ? {}
      : { handle: { value: handle, expires: now().getTime() + config.handleMinutes * 60_000 } }),
  });
}

/** Data of another patient is worth a row in the audit log (CH-33); the error itself goes on. */
async function auditMismatch(error: unknown, actor: string, { store, now }: AppDeps): Promise<never> {
  if (error instanceof ServiceError && error.code === 'patient-mismatch') {
    await store.appendAudit({ at: now().toISOString(), event: 'data-inconsistent', actor, code: error.code });
  }
  throw error;
}

/** Aborts when the caller hangs up before it was answered: work that nobody waits for stops. */
export function whenGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('client gone'));
  });
  return gone.signal;
}

/** CH-24: a warning, not an error. */
function lacksPatientOfToken({ fhirAuthorization }: CdsRequest): boolean {
  return fhirAuthorization?.patient === undefined && /\bpatient\//.test(fhirAuthorization?.scope ?? '');
}

async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new ServiceError('overloaded', { detail: 'It took too long.' })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
