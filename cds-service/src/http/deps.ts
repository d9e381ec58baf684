import type { Logger } from 'pino';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import type { Sessions } from '../auth/app-session.ts';
import type { Authenticate } from '../auth/cds-jwt.ts';
import type { Registry } from '../auth/registry.ts';
import type { ServiceConfig } from '../config.ts';
import type { Drafter } from '../drafting/contract.ts';
import type { ReadEvidence } from '../drafting/read-evidence.ts';
import type { Pipeline } from '../pipeline-deps.ts';
import type { Signing } from '../signing/signing.ts';
import type { Store } from '../store/contract.ts';
import type { NurseInput } from './api/nurse-input.ts';
import type { Bulkhead } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** State of one part of the service, as the readiness page shows it. */
export interface ComponentState {
  readonly state: 'present' | 'unavailable';
  /** Why it is unavailable. */
  readonly code?: string;
  readonly name?: string;
  readonly version?: string;
  /** Execution provider that a model runs on. */
  readonly provider?: string;
  readonly count?: number;
}

/** Asks every part. `ready` is false when the service cannot do its work; a missing model only degrades it. */
export type CheckReadiness = () => Promise<{
  readonly ready: boolean;
  readonly components: Readonly<Record<string, ComponentState>>;
}>;

/** Assesses a patient now, with what a nurse has just told. */
export type AssessNow = (
  request: CdsRequest,
  input: NurseInput,
  options: { readonly signal: AbortSignal },
) => Promise<Assessment>;

/** Everything that the HTTP edge needs. Built once in `service.ts`; tests build it with their own parts. */
export interface AppDeps {
  readonly config: Omit<ServiceConfig, 'publicUrl'> & { readonly publicUrl: string };
  readonly version: string;
  readonly pipeline: Pipeline;
  readonly assessNow: AssessNow;
  /** Who drafts notes, and how the chart is read for one. Never asked while a hook is answered. */
  readonly drafting: { readonly drafter: Drafter; readonly readEvidence: ReadEvidence };
  readonly store: Store;
  readonly registry: Registry;
  readonly authenticate: Authenticate;
  readonly sessions: Sessions;
  readonly signing: Signing;
  readonly checkReadiness: CheckReadiness;
  readonly metrics: Metrics;
  readonly bulkhead: Bulkhead;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}
