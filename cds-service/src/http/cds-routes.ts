import cors from 'cors';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { originsOf } from '../auth/registry.ts';
import { answerHook, takePlace } from './answer-hook.ts';
import { authenticated } from './authenticated.ts';
import type { AppDeps } from './deps.ts';
import { describeServices, SERVICE_ID } from './discovery.ts';
import { parseFeedback } from './feedback-body.ts';
import { jsonBody } from './json-body.ts';
import { limitRate } from './limits.ts';
import { onlyMethods } from './only-methods.ts';
import { stateOf } from './request-state.ts';

/**
 * The CDS Hooks routes: discovery, services and feedback.
 *
 * Order on every route: CORS, method, authentication, rate, place, body. What costs comes after what refuses.
 */
export function cdsRoutes(deps: AppDeps): Router {
  const { config, store, metrics, now } = deps;
  const router = Router();
  const known = authenticated(deps);
  const rate = limitRate(config.ratePerMinute);
  const body = jsonBody(config.maxBodyBytes);

  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(registeredOrigins(deps));

  router.all('/', onlyMethods('GET'));
  router.get('/', ...(config.openDiscovery ? [] : [known]), rate, (_request, response) => {
    response.json(describeServices(deps.config.hooks));
  });

  router.all('/:id', onlyMethods('POST'));
  router.post('/:id', known, rate, serviceExists(deps), takePlace(deps), body, answerHook(deps));

  router.all('/:id/feedback', onlyMethods('POST'));
  const feedback = async (request: Request, response: Response) => {
    const items = parseFeedback(request.body);
    const receipt = await store.saveFeedback(stateOf(response).client?.name, items, now().toISOString());
    for (const [kind, count] of Object.entries(receipt)) metrics.feedback.inc({ kind }, count);
    response.status(200).end();
  };
  router.post('/:id/feedback', known, rate, serviceExists(deps), body, feedback);
  return router;
}

function serviceExists({ config }: AppDeps): RequestHandler<{ id: string }> {
  return ({ params }, _response, next) => {
    if (params.id !== SERVICE_ID || config.hooks.length === 0) {
      throw new ServiceError('not-found', { detail: 'No service has this id.' });
    }
    next();
  };
}

/** CORS for the origins of registered EHRs only, on errors too (CH-75 to CH-77). */
function registeredOrigins({ registry }: AppDeps) {
  return cors({
    origin: (origin, decide) =>
      decide(
        null,
        origin !== undefined && originsOf(registry.current().clients).has(origin) ? origin : false,
      ),
    methods: ['GET', 'POST', 'OPTIONS'],
    allowedHeaders: ['Authorization', 'Content-Type'],
    exposedHeaders: ['Retry-After', 'X-Request-Id'],
    maxAge: 600,
  });
}
