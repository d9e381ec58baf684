import express, { type Express } from 'express';
import helmet from 'helmet';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { apiRoutes } from './api/api-routes.ts';
import { appRoutes } from './app-routes.ts';
import { cdsRoutes } from './cds-routes.ts';
import type { AppDeps } from './deps.ts';
import { answerErrors } from './errors.ts';
import { operationsRoutes } from './operations-routes.ts';
import { logRequests } from './request-log.ts';

/** The whole HTTP edge as one application. It listens nowhere: `service.ts` and tests do. */
export function createApp(deps: AppDeps): Express {
  const { config, log } = deps;
  const app = express();
  app.disable('x-powered-by');
  // A proxy's headers are believed only where a proxy was declared.
  app.set('trust proxy', config.proxy === 'none' ? false : config.proxy);
  app.set('etag', false);
  app.use(logRequests(deps));
  app.use('/app', appRoutes(deps));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      // Which origins may read an answer is said by CORS.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
    }),
  );
  app.use(operationsRoutes(deps));
  app.use('/cds-services', cdsRoutes(deps));
  app.use('/api', apiRoutes(deps));
  app.use(() => {
    throw new ServiceError('not-found');
  });
  app.use(answerErrors(log));
  return app;
}
