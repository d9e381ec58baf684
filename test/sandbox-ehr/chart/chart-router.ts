import { fileURLToPath } from 'node:url';
import { Router, static as serveStatic, urlencoded } from 'express';
import { createCdsClient } from '../cds/cds-client.ts';
import { createShownCards } from '../cds/shown-cards.ts';
import type { AuthorizationServer } from '../smart/authorization-server.ts';
import type { ChartSessions } from '../smart/chart-session.ts';
import type { Launches } from '../smart/launches.ts';
import type { SandboxParts } from '../start-sandbox.ts';
import { cardRoutes } from './card-routes.ts';
import { chartRoutes } from './chart-routes.ts';
import { createDesk } from './desk.ts';
import { pageRoutes } from './page-routes.ts';

interface ChartOptions {
  readonly parts: SandboxParts;
  readonly sessions: ChartSessions;
  readonly launches: Launches;
  readonly authorization: AuthorizationServer;
}

/** The pages of the chart, with the CDS client behind them. */
export function chartRouter({ parts, sessions, launches, authorization }: ChartOptions): Router {
  const desk = createDesk(parts, sessions, launches);
  const cards = createShownCards();
  const cds = createCdsClient({
    serviceUrl: () => parts.service.url,
    issuer: parts.cdsIssuer,
    jwksUrl: `${parts.url}/.well-known/cds-jwks.json`,
    key: parts.cdsKey,
    fhirUrl: parts.fhirUrl,
    server: parts.server,
    authorization,
    trouble: parts.trouble,
  });
  const router = Router();
  router.use('/assets', serveStatic(fileURLToPath(new URL('assets', import.meta.url)), { maxAge: 0 }));
  router.use(urlencoded({ extended: false }));
  router.use(pageRoutes(parts, desk, sessions));
  router.use(chartRoutes(parts, desk, { cds, cards }));
  router.use(cardRoutes(parts, desk, { cds, cards }));
  return router;
}
