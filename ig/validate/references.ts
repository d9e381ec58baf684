import type { ElementDefinition } from 'fhir/r4';
import type { AnyResource, WalkContext } from './context.ts';
import { shown, wrong } from './finding.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';

/** A contained resource that must also be checked against a profile of ours. */
export interface ProfiledTarget {
  readonly resource: AnyResource;
  readonly profile: string;
}

/**
 * Checks what a reference points to: type, and existence where that can be known (contained, same Bundle).
 *
 * @returns Contained targets with the profile that the element demands of them.
 */
export function checkReference(
  value: Readonly<Record<string, unknown>>,
  definition: ElementDefinition,
  { at, context }: { readonly at: string; readonly context: WalkContext },
): readonly ProfiledTarget[] {
  const { reference, type } = value as { reference?: unknown; type?: unknown };
  if (typeof reference !== 'string') return [];
  const profiles = (definition.type ?? [])
    .filter(({ code }) => code === 'Reference')
    .flatMap(({ targetProfile }) => targetProfile ?? []);
  const target = resolve(reference, context);
  if (reference.startsWith('#') && reference !== '#' && !target) {
    context.report({
      ...wrong('dangling', at, `nothing is contained under ${shown(reference)}`),
      rule: 'ref-1',
    });
    return [];
  }
  const named = target?.resourceType ?? typeIn(reference) ?? (typeof type === 'string' ? type : undefined);
  if (named === undefined || profiles.length === 0) return [];
  const fitting = profiles.filter((profile) =>
    [named, 'Resource'].includes(typeOf(profile, context) ?? 'Resource'),
  );
  if (fitting.length === 0) {
    const allowed = profiles.map((profile) => profile.slice(profile.lastIndexOf('/') + 1)).join(', ');
    context.report(wrong('wrong-target', at, `${named} is none of ${allowed}`));
    return [];
  }
  const own = fitting.filter((profile) => !profile.startsWith(CORE));
  if (!target || !reference.startsWith('#') || own.length !== fitting.length) return [];
  return own.slice(0, 1).map((profile) => ({ resource: target, profile }));
}

function resolve(reference: string, { outer, byUrl }: WalkContext): AnyResource | undefined {
  if (reference === '#') return outer;
  if (!reference.startsWith('#')) return byUrl.get(reference);
  const contained = Array.isArray(outer.contained) ? (outer.contained as AnyResource[]) : [];
  return contained.find((each) => each?.id === reference.slice(1));
}

function typeIn(reference: string): string | undefined {
  return /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(
    reference,
  )?.[1];
}

function typeOf(profile: string, { definitions }: WalkContext): string | undefined {
  return profile.startsWith(CORE) ? profile.slice(CORE.length) : definitions.structure(profile)?.type;
}

/** Reports contained resources that nothing refers to (`dom-3`). */
export function checkContained(context: WalkContext): void {
  const { resource } = context;
  if (!Array.isArray(resource.contained) || resource.contained.length === 0) return;
  const text = JSON.stringify(resource);
  for (const { id } of resource.contained as { id?: unknown }[]) {
    if (text.includes(JSON.stringify(`#${String(id)}`)) || text.includes('"reference":"#"')) continue;
    context.report({
      ...wrong('invariant', `${resource.resourceType}.contained`, `dom-3: nothing refers to #${String(id)}`),
      rule: 'dom-3',
    });
  }
}
