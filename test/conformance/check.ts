import type { CdsClient, Exchange } from './client.ts';
import type { RecordingFhirServer } from './recording-fhir-server.ts';

/** What a check may use. Everything goes over the network; nothing of the service under test is imported. */
export interface CheckContext {
  readonly base: string;
  readonly client: CdsClient;
  /** Discovery's answer, read once. */
  readonly services: readonly DiscoveredService[];
  /** Undefined when the service under test may not read from the runner: checks of FHIR access then do not apply. */
  readonly fhir?: RecordingFhirServer;
  /** True when requests must be signed; decides whether the checks of CH-58 to CH-73 apply. */
  readonly signed: boolean;
}

export interface DiscoveredService {
  readonly hook: string;
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly usageRequirements?: string;
  readonly prefetch?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly reason: string; readonly exchange?: Exchange }
  | { readonly kind: 'not-applicable'; readonly reason: string };

/** One row of the conformance list. `id` is the row's. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly run: (context: CheckContext) => Promise<Verdict>;
}

export const PASS: Verdict = { kind: 'pass' };

export function fail(reason: string, exchange?: Exchange): Verdict {
  return exchange === undefined ? { kind: 'fail', reason } : { kind: 'fail', reason, exchange };
}

export function notApplicable(reason: string): Verdict {
  return { kind: 'not-applicable', reason };
}

/** Passes when the condition holds; else fails with the exchange that shows it. */
export function expectThat(condition: boolean, reason: string, exchange?: Exchange): Verdict {
  return condition ? PASS : fail(reason, exchange);
}

/** The first verdict that is not a pass, else a pass. Later steps are not run after a failure. */
export async function allOf(...steps: (() => Verdict | Promise<Verdict>)[]): Promise<Verdict> {
  for (const step of steps) {
    const verdict = await step();
    if (verdict.kind !== 'pass') return verdict;
  }
  return PASS;
}

/** A check that can only be made inside a service; the runner says so instead of passing it over. */
export function insideOnly(id: string, title: string, why: string): Check {
  return { id, title, run: async () => notApplicable(why) };
}
