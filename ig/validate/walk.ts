import type { ElementDefinition } from 'fhir/r4';
import { checkConstraints, checkPrimitive } from './check-value.ts';
import type { AnyResource, WalkContext } from './context.ts';
import { type ElementNode, referredNode, treeOf } from './element-tree.ts';
import { checkExtension } from './extensions.ts';
import { shown, wrong } from './finding.ts';
import { checkInvariants } from './invariants.ts';
import { isPrimitive } from './primitives.ts';
import { checkContained, checkReference } from './references.ts';
import { sliceFor, type TypedItem } from './slicing.ts';

type Json = Readonly<Record<string, unknown>>;

/** A value on its way: where it stands, and what type it claims. */
interface Item extends TypedItem {
  readonly at: string;
}

const SYSTEM_TYPE = 'http://hl7.org/fhirpath/System.';

/** Walks one resource along a profile and reports all that is wrong. */
export function walkResource(resource: AnyResource, profile: string | undefined, context: WalkContext): void {
  const { definitions, report } = context;
  const { resourceType } = resource;
  const base = definitions.base(resourceType);
  if (base?.kind !== 'resource' || base.abstract) {
    report(wrong('not-fhir', resourceType, `${shown(resourceType)} is no R4 resource type`));
    return;
  }
  const wanted = profile === undefined ? base : definitions.structure(profile);
  if (!wanted) {
    report(wrong('unknown-profile', resourceType, `the profile ${shown(profile)} is not on hand`));
    return;
  }
  if (wanted.type !== resourceType) {
    report(wrong('wrong-type', resourceType, `${shown(profile)} is a profile of ${wanted.type}`));
    return;
  }
  const node = treeOf(wanted);
  checkObject(resource, node, { type: resourceType, value: resource, at: resourceType }, context);
  checkInvariants(
    node.definition.constraint ?? [],
    { type: resourceType, value: resource, at: resourceType },
    context,
  );
  checkContained(context);
}

/** Checks the elements below an object; whatever no element claims is unknown. */
function checkObject(object: Json, node: ElementNode, item: Item, context: WalkContext): void {
  const children = childrenOf(node, item.type, context);
  if (!children) return;
  if (Object.keys(object).length === 0) context.report(wrong('empty', item.at, 'an element is never empty'));
  const claimed = new Set(item.at.includes('.') && !('resourceType' in object) ? [] : ['resourceType']);
  for (const [name, child] of children) checkElement(object, name, { child, at: item.at, claimed }, context);
  for (const key of Object.keys(object)) {
    if (claimed.has(key) || (key.startsWith('_') && claimed.has(key.slice(1)))) continue;
    context.report(
      wrong('unknown-element', `${item.at}.${key}`, `${item.type} has no element ${shown(key)}`),
    );
  }
}

function checkElement(
  object: Json,
  name: string,
  { child, at, claimed }: { readonly child: ElementNode; readonly at: string; readonly claimed: Set<string> },
  context: WalkContext,
): void {
  const { definition } = child;
  const items: Item[] = [];
  const isChoice = name.endsWith('[x]');
  for (const type of isChoice ? choiceTypes(name, object, context) : [typeOf(definition)]) {
    const key = isChoice ? name.slice(0, -3) + type.charAt(0).toUpperCase() + type.slice(1) : name;
    claimed.add(key);
    items.push(...itemsAt(object, key, { type, at: `${at}.${key}`, definition }, context));
    if (isChoice && items.length > 0 && !definition.type?.some(({ code }) => code === type)) {
      const allowed = definition.type?.map(({ code }) => code).join(', ');
      context.report(wrong('wrong-type', `${at}.${key}`, `is none of ${allowed}`));
      return;
    }
  }
  checkCount(items.length, definition, `${at}.${name.replace('[x]', '')}`, context);
  const counts = new Map<ElementNode, number>();
  for (const item of items) {
    const slice = child.slices.size === 0 ? undefined : sliceFor(child, item, context.terminology);
    if (slice) counts.set(slice, (counts.get(slice) ?? 0) + 1);
    else if (child.slices.size > 0 && definition.slicing?.rules === 'closed') {
      context.report(wrong('no-slice', item.at, 'belongs to no slice, and no others are allowed'));
    }
    checkItem(item, slice ?? child, context);
  }
  for (const [slice, { definition: sliced }] of child.slices) {
    const count = counts.get(child.slices.get(slice) as ElementNode) ?? 0;
    const { min = 0, max = '*' } = sliced;
    const where = `${at}.${name}:${slice}`;
    if (count < min)
      context.report(wrong('no-slice', where, `${min} of this slice must be there, found ${count}`));
    if (max !== '*' && count > Number(max)) {
      context.report(wrong('too-many', where, `at most ${max} of this slice, found ${count}`));
    }
  }
}

/** The values of one key, with the shape checked: an array where elements repeat, a single value where not. */
function itemsAt(
  object: Json,
  key: string,
  {
    type,
    at,
    definition,
  }: { readonly type: string; readonly at: string; readonly definition: ElementDefinition },
  { report }: WalkContext,
): Item[] {
  const value = object[key];
  // A primitive without a value may have extensions that say why.
  if (value === undefined)
    return object[`_${key}`] === undefined ? [] : [{ type: 'none', value: undefined, at }];
  if (value === null) {
    report(wrong('bad-value', at, 'null is no value'));
    return [];
  }
  const repeats = (definition.base?.max ?? definition.max) !== '1';
  if (Array.isArray(value) !== repeats) {
    report(wrong('wrong-type', at, repeats ? 'must be an array' : 'must not be an array'));
    return [];
  }
  if (!Array.isArray(value)) return [{ type, value, at }];
  if (value.length === 0) report(wrong('empty', at, 'an array is never empty'));
  return value.map((each, index) => ({
    type: each === null ? 'none' : type,
    value: each,
    at: `${at}[${index}]`,
  }));
}

function checkCount(
  count: number,
  { min = 0, max = '*' }: ElementDefinition,
  at: string,
  context: WalkContext,
): void {
  if (count < min) context.report(wrong('missing', at, `at least ${min}, found ${count}`));
  if (max !== '*' && count > Number(max))
    context.report(wrong('too-many', at, `at most ${max}, found ${count}`));
}

/** Checks one value against one element, and what is below. */
function checkItem(item: Item, node: ElementNode, context: WalkContext): void {
  const { type, value, at } = item;
  const { definition } = node;
  if (type === 'none') return;
  if (isPrimitive(type)) {
    checkPrimitive(item, context);
    checkConstraints(definition, item, context);
    return;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    context.report(wrong('wrong-type', at, `must be ${type}, found ${shown(value)}`));
    return;
  }
  if (type === 'Resource') {
    checkInner(value as AnyResource, at, context);
    return;
  }
  checkConstraints(definition, item, context);
  checkInvariants(constraintsOf(node, type, context), item, context);
  if (type === 'Extension') {
    const profile = checkExtension(value as Json, definition, { at, context });
    const tree = profile === undefined ? node : treeOf(profile);
    checkObject(value as Json, tree, item, context);
    return;
  }
  if (type === 'Reference') {
    for (const target of checkReference(value as Json, definition, { at, context })) {
      walkInside(target.resource, target.profile, `${at}.resolve()`, context);
    }
  }
  checkObject(value as Json, node, item, context);
}

/** A resource inside another: contained, or an entry of a Bundle, which has a life of its own. */
function checkInner(resource: AnyResource, at: string, context: WalkContext): void {
  if (typeof resource.resourceType !== 'string') {
    context.report(wrong('missing', `${at}.resourceType`, 'a resource says what it is'));
    return;
  }
  walkInside(resource, at.endsWith('.resource') ? context.profileOf(resource) : undefined, at, context);
}

function walkInside(
  resource: AnyResource,
  profile: string | undefined,
  at: string,
  context: WalkContext,
): void {
  const isEntry = at.endsWith('.resource');
  walkResource(resource, profile, {
    ...context,
    resource,
    outer: isEntry ? resource : context.outer,
    report: (finding) =>
      context.report({ ...finding, at: at + finding.at.slice(resource.resourceType.length) }),
  });
}

/** What may stand below an element: said by the profile, by another element, or by the type. */
function childrenOf(
  node: ElementNode,
  type: string,
  context: WalkContext,
): ReadonlyMap<string, ElementNode> | undefined {
  if (node.children.size > 0) return node.children;
  const { contentReference } = node.definition;
  if (contentReference !== undefined) return referredNode(contentReference, node)?.children;
  const profile = node.definition.type?.find(({ code }) => code === type)?.profile?.[0];
  const structure =
    (profile && type !== 'Extension' && context.definitions.structure(profile)) ||
    context.definitions.base(type);
  return structure && treeOf(structure).children;
}

/** Invariants of the element and of its type. */
function constraintsOf({ definition }: ElementNode, type: string, { definitions }: WalkContext) {
  const own = definition.constraint ?? [];
  const base = definitions.base(type);
  const ofType = base ? (treeOf(base).definition.constraint ?? []) : [];
  return [...own, ...ofType.filter(({ key }) => !own.some((each) => each.key === key))];
}

function typeOf({ type, contentReference }: ElementDefinition): string {
  const first = type?.[0];
  if (!first) return contentReference === undefined ? 'none' : 'BackboneElement';
  if (!first.code.startsWith(SYSTEM_TYPE)) return first.code;
  const said = first.extension?.find(({ url }) => url.endsWith('/structuredefinition-fhir-type'));
  return said?.valueUrl ?? said?.valueUri ?? 'string';
}

/** Types that an object uses for a choice: `valueQuantity` uses Quantity. */
function choiceTypes(name: string, object: Json, { definitions }: WalkContext): readonly string[] {
  const start = name.slice(0, -3);
  return Object.keys(object).flatMap((key) => {
    const bare = key.replace(/^_/, '');
    if (!bare.startsWith(start)) return [];
    const rest = bare.slice(start.length);
    const type = [rest, rest.charAt(0).toLowerCase() + rest.slice(1)].find(
      (each) => /^[A-Z]/.test(rest) && definitions.base(each) !== undefined,
    );
    return type === undefined ? [] : [type];
  });
}
