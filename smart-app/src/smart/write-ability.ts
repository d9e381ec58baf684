import type { CapabilityStatement } from 'fhir/r4';
import { allows } from './scopes.ts';

/**
 * How the signed record can be kept by this EHR, known before the nurse types (SM-20, SM-44).
 *
 * `transaction`: all in one. `ordered`: one create after the other, undone when a later one fails.
 * `document`: the signed text as a DocumentReference. `read-only`: nothing may be written, `why` says so.
 */
export type WriteAbility =
  | { readonly mode: 'transaction' | 'ordered' | 'document' }
  | { readonly mode: 'read-only'; readonly why: 'no-scope' | 'not-supported' };

const RECORD = ['ClinicalImpression', 'Task', 'Provenance'] as const;

/**
 * Decides from what the server declares and what was granted.
 *
 * @param statement - Undefined when `metadata` could not be read: the scopes then decide alone, because a
 *   failed write keeps the draft, while refusing a nurse who may write loses the record.
 */
export function writeAbility(
  statement: CapabilityStatement | undefined,
  granted: readonly string[],
): WriteAbility {
  const rest = statement?.rest?.find(({ mode }) => mode === 'server');
  const declared = (type: string) =>
    statement === undefined ||
    (rest?.resource ?? []).some(
      (known) => known.type === type && (known.interaction ?? []).some(({ code }) => code === 'create'),
    );
  const permitted = (type: string) => allows(granted, type, 'c');
  if (RECORD.every(declared)) {
    if (!RECORD.every(permitted)) return fallback(declared, permitted);
    const whole =
      statement === undefined || (rest?.interaction ?? []).some(({ code }) => code === 'transaction');
    return { mode: whole ? 'transaction' : 'ordered' };
  }
  return fallback(declared, permitted);
}

function fallback(declared: (type: string) => boolean, permitted: (type: string) => boolean): WriteAbility {
  if (declared('DocumentReference') && permitted('DocumentReference')) return { mode: 'document' };
  return { mode: 'read-only', why: RECORD.every(declared) ? 'no-scope' : 'not-supported' };
}
