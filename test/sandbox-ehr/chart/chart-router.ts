import { Router } from 'express';
import type { AuthorizationServer } from '../smart/authorization-server.ts';
import type { ChartSessions } from '../smart/chart-session.ts';
import type { Launches } from '../smart/launches.ts';
import type { SandboxParts } from '../start-sandbox.ts';

export interface ChartOptions {
  readonly parts: SandboxParts;
  readonly sessions: ChartSessions;
  readonly launches: Launches;
  readonly authorization: AuthorizationServer;
}

/** The pages of the chart. */
export function chartRouter(_options: ChartOptions): Router {
  return Router();
}
