import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { ServiceError, toOperationOutcome } from '#fhir-mappers/service-error.ts';
import { stateOf } from './request-state.ts';

/** Seconds after which a caller who met overload or a rate limit may try again, unless the limiter says. */
const RETRY_AFTER = '1';

/**
 * Turns what was thrown into an OperationOutcome with our code and the request id (CH-120).
 *
 * What is not a `ServiceError` is a bug: it is logged by name and place, never by its message, which may quote
 * patient data, and the caller learns nothing but the request id.
 */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (thrown, _request, response, _next) => {
    const state = stateOf(response);
    const error = asServiceError(thrown);
    state.code = error.code;
    if (error.code === 'internal') {
      log.error({ requestId: state.requestId, ...describeBug(thrown) }, 'unexpected error');
    }
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    sendError(response, error);
  };
}

/** Answers with an error that was expected. */
export function sendError(response: Response, error: ServiceError): void {
  if (error.status === 503 || (error.status === 429 && !response.get('Retry-After'))) {
    response.set('Retry-After', RETRY_AFTER);
  }
  if (error.status === 401) response.set('WWW-Authenticate', 'Bearer');
  response.status(error.status).json(toOperationOutcome(error, stateOf(response).requestId));
}

/** Errors of the body reader, by the `type` that it gives them. */
const BODY_ERRORS: Readonly<Record<string, ConstructorParameters<typeof ServiceError>>> = {
  'entity.too.large': ['too-large'],
  'encoding.unsupported': ['unsupported-media-type'],
  'charset.unsupported': ['unsupported-media-type'],
  'request.aborted': ['request-invalid', { detail: 'The body ended early.', keys: ['body'] }],
  'request.size.invalid': ['request-invalid', { detail: 'The body ended early.', keys: ['body'] }],
};

function asServiceError(thrown: unknown): ServiceError {
  if (thrown instanceof ServiceError) return thrown;
  const { type, status } = (thrown ?? {}) as { type?: unknown; status?: unknown };
  const known = typeof type === 'string' ? BODY_ERRORS[type] : undefined;
  if (known) return new ServiceError(...known);
  // A path that cannot be decoded, a body that cannot be inflated: the caller's mistakes.
  if (status === 400) return new ServiceError('request-invalid');
  return new ServiceError('internal', { cause: thrown });
}

function describeBug(thrown: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, at: [] };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: thrown.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
