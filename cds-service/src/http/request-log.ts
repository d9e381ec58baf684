import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';
import { type RequestState, stateOf } from './request-state.ts';

/**
 * Gives every request an id and notes how it ended: one line in the log and one observation in the metrics.
 *
 * The line holds the route's pattern, never the URL, whose query may hold a handle; no body, no header but the id.
 */
export function logRequests({ log, metrics }: Pick<AppDeps, 'log' | 'metrics'>): RequestHandler {
  return (request, response, next) => {
    const state: RequestState = { requestId: randomUUID(), startedAt: performance.now() };
    response.locals.state = state;
    response.set('X-Request-Id', state.requestId);
    response.once('close', () => {
      const { requestId, startedAt, client, hook, hookInstance, code } = stateOf(response);
      const milliseconds = performance.now() - startedAt;
      const route = patternOf(request.baseUrl, request.route);
      // 499: the caller hung up. It has no number of its own in HTTP.
      const status = response.writableFinished ? response.statusCode : 499;
      const { method } = request;
      metrics.requests.observe({ route, method, status: String(status) }, milliseconds / 1000);
      const line = {
        requestId,
        method,
        route,
        status,
        ms: Math.round(milliseconds),
        hook,
        hookInstance,
        code,
      };
      log.info({ ...line, client: client?.name }, 'request');
    });
    next();
  };
}

function patternOf(baseUrl: string, route: unknown): string {
  const path = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? `${baseUrl}${path}` : 'none';
}
