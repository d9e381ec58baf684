import { evalFhirPathTyped, type TypedValue, toTypedValue } from '@medplum/core';
import type { ElementDefinitionConstraint } from 'fhir/r4';
import type { WalkContext } from './context.ts';
import type { TypedItem } from './slicing.ts';

/**
 * Invariants that are checked in code, or not at all.
 *
 * `ele-1`, `ext-1`, `ref-1`, `dom-3`, `txt-1` and `txt-2` have a check of their own; `dom-6` is advice. The rest need
 * functions that the FHIRPath library lacks or reads otherwise; the reference validator asks them.
 */
const NOT_EVALUATED = new Set(['ele-1', 'ext-1', 'ref-1', 'dom-3', 'dom-6', 'txt-1', 'txt-2', 'bdl-7']);

/** Expressions that the library cannot read. Kept, so that each is tried once. */
const unreadable = new Set<string>();

/** Reports every broken invariant of one element. What cannot be evaluated is left to the reference validator. */
export function checkInvariants(
  constraints: readonly ElementDefinitionConstraint[],
  item: TypedItem & { readonly at: string },
  context: WalkContext,
): void {
  for (const { key, severity, human, expression } of constraints) {
    if (severity !== 'error' || expression === undefined || NOT_EVALUATED.has(key)) continue;
    if (unreadable.has(expression)) continue;
    if (isBroken(expression, item, context)) {
      context.report({
        severity: 'error',
        code: 'invariant',
        at: item.at,
        text: `${key}: ${human}`,
        rule: key,
      });
    }
  }
}

function isBroken(expression: string, { type, value }: TypedItem, context: WalkContext): boolean {
  const typed: TypedValue = { type, value };
  const variables = {
    '%resource': toTypedValue(context.resource),
    '%rootResource': toTypedValue(context.outer),
    '%context': typed,
    '%ucum': toTypedValue('http://unitsofmeasure.org'),
  };
  try {
    const result = evalFhirPathTyped(expression, [typed], variables);
    return result.length === 0 || result.some((each) => each.value === false);
  } catch {
    unreadable.add(expression);
    return false;
  }
}
