import type { ElementNode } from './element-tree.ts';
import { expectedOf, isAsExpected } from './match.ts';
import type { Terminology } from './value-sets.ts';

type Discriminator = NonNullable<NonNullable<ElementNode['definition']['slicing']>['discriminator']>[number];

/** A value with the type it has, which only a choice element leaves open. */
export interface TypedItem {
  readonly type: string;
  readonly value: unknown;
}

/** The slice that a value belongs to; undefined when it belongs to none. */
export function sliceFor(
  node: ElementNode,
  item: TypedItem,
  terminology: Terminology,
): ElementNode | undefined {
  const discriminators = node.definition.slicing?.discriminator ?? [];
  if (discriminators.length === 0) return undefined;
  for (const slice of node.slices.values()) {
    if (discriminators.every((each) => isOf(slice, item, { discriminator: each, terminology }))) return slice;
  }
  return undefined;
}

function isOf(
  slice: ElementNode,
  item: TypedItem,
  {
    discriminator,
    terminology,
  }: { readonly discriminator: Discriminator; readonly terminology: Terminology },
): boolean {
  const { type, path } = discriminator;
  const names = path === '$this' ? [] : path.split('.');
  const values = valuesAt(item.value, names);
  if (type === 'type') {
    const types = slice.definition.type?.map(({ code }) => code) ?? [];
    return (
      types.includes(item.type) ||
      types.includes(String((item.value as { resourceType?: string })?.resourceType))
    );
  }
  // An extension's slice says its address only through the profile of the extension.
  const address = path === 'url' ? slice.definition.type?.[0]?.profile?.[0] : undefined;
  if (address !== undefined) return values[0] === address;
  const targets = nodesAt(slice, names);
  if (type === 'exists') {
    return (targets[0]?.definition.min ?? 0) > 0 ? values.length > 0 : values.length === 0;
  }
  const expected = targets.flatMap(({ definition }) => expectedOf(definition) ?? []);
  if (expected.length > 0) {
    return values.some((value) => expected.some((wanted) => isAsExpected(value, wanted)));
  }
  const binding = targets[0]?.definition.binding;
  if (binding?.strength === 'required' && binding.valueSet !== undefined) {
    const { valueSet } = binding;
    return values.some((value) =>
      codingsOf(value).some((coding) => terminology.membership(valueSet, coding) === 'in'),
    );
  }
  return false;
}

/** The elements at a path below a slice; those of inner slices too, because they may say what is fixed. */
function nodesAt(node: ElementNode, names: readonly string[]): readonly ElementNode[] {
  const [name, ...rest] = names;
  if (name === undefined) return [node];
  const child = node.children.get(name);
  return child ? [child, ...child.slices.values()].flatMap((each) => nodesAt(each, rest)) : [];
}

/** Every value at a path, arrays spread. */
export function valuesAt(value: unknown, names: readonly string[]): readonly unknown[] {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  const [name, ...rest] = names;
  if (name === undefined) return all;
  return all.flatMap((each) => valuesAt((each as Record<string, unknown>)[name], rest));
}

/** The codings in a code, Coding, CodeableConcept or Quantity. */
export function codingsOf(value: unknown): readonly { readonly system?: string; readonly code?: string }[] {
  if (typeof value === 'string') return [{ code: value }];
  if (typeof value !== 'object' || value === null) return [];
  const { coding } = value as { coding?: unknown };
  return (Array.isArray(coding) ? coding : 'coding' in value ? [] : [value]) as {
    system?: string;
    code?: string;
  }[];
}
