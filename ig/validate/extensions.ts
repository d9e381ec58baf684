import type { ElementDefinition, StructureDefinition } from 'fhir/r4';
import type { WalkContext } from './context.ts';
import { shown, wrong } from './finding.ts';

const OWN = 'https://prescreen.org/fhir/';

/**
 * Checks the address and the place of an extension.
 *
 * One that nobody here knows is allowed, as R4 wants, unless it changes the meaning (modifierExtension) or claims to be
 * ours.
 *
 * @returns Its definition, when it is on hand.
 */
export function checkExtension(
  value: Readonly<Record<string, unknown>>,
  definition: ElementDefinition,
  { at, context }: { readonly at: string; readonly context: WalkContext },
): StructureDefinition | undefined {
  const { url } = value;
  const hasValue = Object.keys(value).some((key) => /^_?value[A-Z]/.test(key));
  if (hasValue === (value.extension !== undefined)) {
    context.report({
      ...wrong('invariant', at, 'ext-1: must have either a value or extensions'),
      rule: 'ext-1',
    });
  }
  if (typeof url !== 'string') return undefined;
  const structure = context.definitions.structure(definition.type?.[0]?.profile?.[0] ?? url);
  // Inside a complex extension the address is a bare name, which only its parent's definition knows.
  if (!structure && (/\.modifierExtension\[\d+\]$/.test(at) || url.startsWith(OWN))) {
    context.report(wrong('unknown-element', at, `the extension ${shown(url)} is not on hand`));
  }
  if (structure && !mayStandAt(structure, at)) {
    context.report(wrong('wrong-type', at, `the extension ${shown(url)} may not stand here`));
  }
  return structure;
}

/** Contexts of our own extensions are checked; those of R4 name types that a path does not show. */
function mayStandAt({ url, context = [] }: StructureDefinition, at: string): boolean {
  if (!url.startsWith(OWN)) return true;
  const parent = at.replace(/\.(?:modifierE|e)xtension\[\d+\]$/, '').replaceAll(/\[\d+\]/g, '');
  const inner = parent.replace(/^Bundle\.entry\.resource/, '');
  return context.some(
    ({ expression }) => expression === parent || (inner !== parent && expression.endsWith(inner)),
  );
}
