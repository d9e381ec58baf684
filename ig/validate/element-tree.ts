import type { ElementDefinition, StructureDefinition } from 'fhir/r4';

/** One element of a profile with what stands below it. */
export interface ElementNode {
  readonly definition: ElementDefinition;
  /** By name, choices with `[x]`. Empty when the type says what is below. */
  readonly children: Map<string, ElementNode>;
  /** By slice name; empty for most. */
  readonly slices: Map<string, ElementNode>;
  /** Top of the tree that it stands in: where a `contentReference` points. */
  readonly root: ElementNode;
}

const trees = new WeakMap<StructureDefinition, ElementNode>();

/** The snapshot of a profile as a tree, made once for each. @throws Error for a definition without snapshot. */
export function treeOf(structure: StructureDefinition): ElementNode {
  const known = trees.get(structure);
  if (known) return known;
  const elements = structure.snapshot?.element ?? [];
  const [first, ...rest] = elements;
  if (!first) throw new Error(`${structure.url} has no snapshot`);
  const byId = new Map<string, ElementNode>();
  const root = node(first);
  byId.set(idOf(first), root);
  for (const definition of rest) {
    const id = idOf(definition);
    const dot = id.lastIndexOf('.');
    const parent = byId.get(id.slice(0, dot));
    const [name = '', slice] = id.slice(dot + 1).split(':');
    const made = node(definition, root);
    byId.set(id, made);
    if (!parent) continue;
    if (slice === undefined) parent.children.set(name, made);
    else parent.children.get(name)?.slices.set(slice, made);
  }
  trees.set(structure, root);
  return root;
}

function node(definition: ElementDefinition, root?: ElementNode): ElementNode {
  const made = { definition, children: new Map(), slices: new Map() } as unknown as { root: ElementNode };
  made.root = root ?? (made as unknown as ElementNode);
  return made as unknown as ElementNode;
}

function idOf({ id, path }: ElementDefinition): string {
  return id ?? path;
}

/** The element that a `contentReference` such as `#Bundle.link` names, in the same tree. */
export function referredNode(reference: string, { root }: ElementNode): ElementNode | undefined {
  const names = reference
    .slice(reference.indexOf('#') + 1)
    .split('.')
    .slice(1);
  return names.reduce<ElementNode | undefined>((at, name) => at?.children.get(name), root);
}
