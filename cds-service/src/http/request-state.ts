import type { Response } from 'express';
import type { RegisteredClient } from '../auth/registry.ts';

/** What the service notes about one request while it is answered. No patient data, no tokens. */
export interface RequestState {
  readonly requestId: string;
  readonly startedAt: number;
  /** Undefined before authentication and where it is off. */
  client?: RegisteredClient;
  hookInstance?: string;
  hook?: string;
  /** Why the request was refused or failed: a code. */
  code?: string;
}

/** The notes of the request that this response answers. */
export function stateOf(response: Response): RequestState {
  return response.locals.state;
}
