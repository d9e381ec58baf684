import type { RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';
import { limitRefusals } from './limits.ts';
import { stateOf } from './request-state.ts';

type AuthenticationDeps = Pick<AppDeps, 'authenticate' | 'store' | 'metrics' | 'log' | 'now'> & {
  readonly config: Pick<AppDeps['config'], 'publicUrl' | 'refusalsPerMinute'>;
};

/**
 * Lets known callers through and answers all others with the same bare 401 (CH-58, CH-70).
 *
 * The `aud` it asks for is the called URL on our public base, never on the `Host` header (CH-61). The reason of a
 * refusal goes to the log and the audit log only.
 */
export function authenticated(deps: AuthenticationDeps): RequestHandler {
  const { config, authenticate, store, metrics, log, now } = deps;
  const refusals = limitRefusals(config.refusalsPerMinute, () => now().getTime());
  return async (request, response, next) => {
    const state = stateOf(response);
    const address = request.ip ?? '';
    if (refusals.isExhausted(address)) {
      state.code = 'too-many-refusals';
      response.status(429).set('Retry-After', String(refusals.retryAfter())).end();
      return;
    }
    const path = `${request.baseUrl}${request.path}`.replace(/\/+$/, '');
    const answer = await authenticate(request.headers.authorization, `${config.publicUrl}${path}`);
    if (answer.known) {
      if (answer.client) state.client = answer.client;
      next();
      return;
    }
    const { reason } = answer;
    state.code = `refused-${reason}`;
    refusals.count(address);
    metrics.refusals.inc({ reason });
    log.warn({ requestId: state.requestId, reason }, 'caller refused');
    // A caller without any token is no attack worth a row: browsers and scanners send thousands.
    if (reason !== 'no-token') {
      await store.appendAudit({ at: now().toISOString(), event: 'client-refused', code: reason });
    }
    response.status(401).set('WWW-Authenticate', 'Bearer').end();
  };
}
