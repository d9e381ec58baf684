import type { RequestHandler } from 'express';
import { ServiceError } from '#fhir-mappers/service-error.ts';

/** Refuses other methods with 405 and `Allow`; answers `OPTIONS` itself, so that a preflight is never an error. */
export function onlyMethods(...methods: readonly ('GET' | 'POST')[]): RequestHandler {
  const allowed = new Set<string>(methods.includes('GET') ? [...methods, 'HEAD'] : methods);
  const allow = [...allowed, 'OPTIONS'].join(', ');
  return (request, response, next) => {
    if (request.method === 'OPTIONS') {
      response.status(204).set('Allow', allow).end();
      return;
    }
    if (!allowed.has(request.method)) {
      response.set('Allow', allow);
      throw new ServiceError('method-not-allowed');
    }
    next();
  };
}
