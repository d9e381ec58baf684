import type { ElementDefinition } from 'fhir/r4';
import type { WalkContext } from './context.ts';
import { shown, wrong } from './finding.ts';
import { expectedOf, isAsExpected } from './match.ts';
import { isOfPrimitive } from './primitives.ts';
import { codingsOf, type TypedItem } from './slicing.ts';

/** Types whose codes a binding speaks of. */
const CODED = new Set(['code', 'Coding', 'CodeableConcept', 'Quantity', 'string', 'uri']);

/** Elements and attributes that a narrative must not have (R4, narrative). */
const ACTIVE =
  /<\s*(?:script|style|form|input|iframe|object|embed|link|base|head|body|html|frame)\b|\son\w+\s*=/i;

/** Checks a primitive value against its type. */
export function checkPrimitive(
  { type, value, at }: TypedItem & { readonly at: string },
  context: WalkContext,
): void {
  if (!isOfPrimitive(type, value)) context.report(wrong('bad-value', at, `${shown(value)} is no ${type}`));
  else if (type === 'xhtml' && ACTIVE.test(String(value))) {
    context.report({
      ...wrong('invariant', at, 'txt-1: a narrative holds no active content'),
      rule: 'txt-1',
    });
  }
}

/** Checks what an element says about its value: fixed, pattern, required binding, length. */
export function checkConstraints(
  definition: ElementDefinition,
  { type, value, at }: TypedItem & { readonly at: string },
  context: WalkContext,
): void {
  const expected = expectedOf(definition);
  if (expected && !isAsExpected(value, expected)) {
    context.report(
      wrong('not-as-fixed', at, `must ${expected.kind === 'fixed' ? 'be' : 'have'} ${shown(expected.value)}`),
    );
  }
  const { maxLength, binding } = definition;
  if (maxLength !== undefined && typeof value === 'string' && value.length > maxLength) {
    context.report(wrong('bad-value', at, `longer than ${maxLength}`));
  }
  if (binding?.strength !== 'required' || binding.valueSet === undefined || !CODED.has(type)) return;
  const { valueSet } = binding;
  const codings = codingsOf(value).filter(({ code }) => code !== undefined);
  const answers = codings.map((coding) => context.terminology.membership(valueSet, coding));
  // Text without a code cannot be in a value set, unless nothing is demanded of a concept.
  if (codings.length === 0 && type === 'CodeableConcept') {
    context.report(wrong('not-in-value-set', at, `has no code of ${valueSet}`));
  } else if (codings.length > 0 && answers.every((answer) => answer === 'out')) {
    context.report(wrong('not-in-value-set', at, `${shown(codings[0]?.code ?? '')} is not in ${valueSet}`));
  }
}
