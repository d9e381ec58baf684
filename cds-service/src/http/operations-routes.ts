import { createHash, timingSafeEqual } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { isLoopback } from '../config.ts';
import type { AppDeps } from './deps.ts';
import { onlyMethods } from './only-methods.ts';

/** Health, readiness, metrics and public keys: outside `/cds-services`, without patient data (CH-122). */
export function operationsRoutes({ config, checkReadiness, metrics, signing, version }: AppDeps): Router {
  const router = Router();
  for (const path of ['/health', '/ready', '/metrics', '/.well-known/jwks.json']) {
    router.all(path, onlyMethods('GET'));
  }
  router.get('/health', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok', version });
  });
  router.get('/ready', async (_request, response) => {
    const { ready, components } = await checkReadiness();
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not-ready', version, components });
  });
  router.get('/metrics', metricsReader(config.metricsToken), async (_request, response) => {
    const { contentType, text } = await metrics.render();
    response.set('Content-Type', contentType).set('Cache-Control', 'no-store').send(text);
  });
  router.get('/.well-known/jwks.json', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=300').json(signing.jwks);
  });
  return router;
}

/** With a token for whoever has it; without one for this machine only, and unknown to others. */
function metricsReader(token: string | undefined): RequestHandler {
  return (request, _response, next) => {
    if (token === undefined) {
      const address = (request.ip ?? '').replace(/^::ffff:/, '');
      if (!isLoopback(address)) throw new ServiceError('not-found');
    } else if (!isEqual(request.headers.authorization ?? '', `Bearer ${token}`)) {
      throw new ServiceError('unauthorised');
    }
    next();
  };
}

/** Takes the same time wherever the two differ. */
function isEqual(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
