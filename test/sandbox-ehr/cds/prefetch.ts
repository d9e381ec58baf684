import type { Access } from '../fhir/access.ts';
import { outcomeOfError } from '../fhir/fhir-error.ts';
import type { FhirServer } from '../fhir/interactions.ts';
import { assertModuleWorks, type Trouble } from '../fhir/trouble.ts';

export interface HookContext {
  /** `Practitioner/x`. */
  readonly userId: string;
  readonly patientId: string;
  readonly encounterId?: string;
}

/**
 * Fills in a service's prefetch templates, as far as the chart is told to.
 *
 * A key is left out when a token in it has no value or when the service has no scope for its data. What was
 * asked for and failed is sent as the OperationOutcome, what was not found as `null`.
 */
export function runPrefetch(
  templates: Readonly<Record<string, string>>,
  options: { server: FhirServer; access: Access; context: HookContext; mode: Trouble['prefetch'] },
): Record<string, unknown> {
  const { server, access, context, mode } = options;
  const keys = Object.keys(templates);
  const wanted = mode === 'full' ? keys : mode === 'none' ? [] : keys.slice(0, Math.ceil(keys.length / 2));
  const prefetch: Record<string, unknown> = {};
  for (const key of wanted) {
    const url = fillTemplate(templates[key]!, context);
    if (url === undefined) continue;
    const call = { method: 'GET', url, headers: {}, access };
    try {
      assertModuleWorks(server.repository, call);
      prefetch[key] = server.handle(call).body ?? null;
    } catch (error) {
      const { status, outcome } = outcomeOfError(error);
      if (status === 403) continue;
      prefetch[key] = status === 404 || status === 410 ? null : outcome;
    }
  }
  return prefetch;
}

/** Puts values in the place of `{{context.patientId}}` and its like; undefined when one has no value. */
export function fillTemplate(template: string, context: HookContext): string | undefined {
  const [userType = '', userId = ''] = context.userId.split('/');
  const values: Readonly<Record<string, string | undefined>> = {
    'context.userId': context.userId,
    'context.patientId': context.patientId,
    'context.encounterId': context.encounterId,
    [`user${userType}Id`]: userId,
  };
  let isComplete = true;
  const filled = template.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_whole, token: string) => {
    const value = values[token];
    if (value === undefined) isComplete = false;
    return value ?? '';
  });
  return isComplete ? filled : undefined;
}
