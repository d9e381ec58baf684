import type { Check, CheckContext, DiscoveredService, Verdict } from './check.ts';
import { AUTHENTICATION } from './checks/authentication.ts';
import { BEHAVIOUR } from './checks/behaviour.ts';
import { CARDS } from './checks/cards.ts';
import { DISCOVERY } from './checks/discovery.ts';
import { FEEDBACK } from './checks/feedback.ts';
import { INVOCATION } from './checks/invocation.ts';
import { FHIR_ACCESS, PREFETCH } from './checks/prefetch.ts';
import { TRANSPORT } from './checks/transport.ts';
import { createClient, type Identity } from './client.ts';
import type { RecordingFhirServer } from './recording-fhir-server.ts';

/** Every row, in the order in which they are run: those that look back at all exchanges come last. */
export const CHECKS: readonly Check[] = [
  ...DISCOVERY,
  ...INVOCATION.filter(({ id }) => id !== 'CH-12' && id !== 'CH-13'),
  ...PREFETCH,
  ...FHIR_ACCESS,
  ...AUTHENTICATION,
  ...CARDS,
  ...FEEDBACK,
  ...TRANSPORT,
  ...INVOCATION.filter(({ id }) => id === 'CH-12' || id === 'CH-13'),
  ...BEHAVIOUR,
];

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

export interface RunOptions {
  readonly base: string;
  readonly identity?: Identity;
  readonly fhir?: RecordingFhirServer;
  readonly only?: readonly string[];
  readonly onResult?: (result: CheckResult) => void;
}

/**
 * Drives a CDS Hooks service as an EHR would and judges what it does, one row at a time.
 *
 * A check that breaks (a dropped connection, a time-out) is a failure of that row, and the run goes on.
 *
 * @throws when discovery itself cannot be read: nothing else can then be asked.
 */
export async function runChecks(options: RunOptions): Promise<readonly CheckResult[]> {
  const base = options.base.replace(/\/+$/, '').replace(/\/cds-services$/, '');
  const client = createClient(options.identity);
  const discovery = await client.send(`${base}/cds-services`);
  const services = (discovery.json as { services?: readonly DiscoveredService[] } | undefined)?.services;
  if (discovery.status !== 200 || !Array.isArray(services))
    throw new Error(`no CDS Hooks service at ${base}: GET /cds-services answered ${discovery.status}`);
  const context: CheckContext = {
    base,
    client,
    services,
    signed: options.identity !== undefined,
    ...(options.fhir === undefined ? {} : { fhir: options.fhir }),
  };
  const results: CheckResult[] = [];
  for (const { id, title, run } of CHECKS) {
    if (options.only !== undefined && !options.only.includes(id)) continue;
    const begin = performance.now();
    const verdict = await run(context).catch(
      (error: unknown): Verdict => ({
        kind: 'fail',
        reason: `the check could not be made: ${String(error)}`,
      }),
    );
    const result = { id, title, verdict, milliseconds: performance.now() - begin };
    results.push(result);
    options.onResult?.(result);
  }
  return results.sort((a, b) => Number(a.id.slice(3)) - Number(b.id.slice(3)));
}
