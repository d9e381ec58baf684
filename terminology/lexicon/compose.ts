import { COMPOSED_ALIASES } from './concepts/aliases.ts';
import type { AttributeLine, ConceptLine, SiteLine } from './parse-concepts.ts';

function applies(attribute: AttributeLine, site: SiteLine): boolean {
  if (site.group === 'side') return false;
  return attribute.groups.includes('*') || attribute.groups.includes(site.group);
}

/** The concept of an attribute at a site (`knee`, `pain` gives `knee-pain`), whether it exists or not. */
export function composedId(site: string, attribute: string): string {
  const id = `${site}-${attribute}`;
  return COMPOSED_ALIASES[id] ?? id;
}

/** Display of a composed concept in the words a nurse would write. */
function displayOf(site: SiteLine, attribute: AttributeLine): string {
  return `${site.display} ${attribute.display}`;
}

/**
 * Writes the concepts of every site with every attribute that makes sense there.
 *
 * One that is already among the named concepts is left to them. The parents of `finger-pain` are `pain` and
 * `hand-pain`, so a rule on a limb sees its parts.
 */
export function composeConcepts(
  sites: readonly SiteLine[],
  attributes: readonly AttributeLine[],
  named: ReadonlySet<string>,
): ConceptLine[] {
  const siteOf = new Map(sites.map((site) => [site.id, site]));
  const kindOf = (attribute: AttributeLine) =>
    attribute.generic === 'pain' || attribute.groups.includes('symptom') ? 'symptom' : 'sign';
  return sites.flatMap((site) =>
    attributes.flatMap((attribute) => {
      const id = composedId(site.id, attribute.id);
      if (!applies(attribute, site) || named.has(id) || id !== `${site.id}-${attribute.id}`) return [];
      const parent = site.parent === undefined ? undefined : siteOf.get(site.parent);
      const broader = [attribute.generic];
      if (parent !== undefined && applies(attribute, parent))
        broader.unshift(composedId(parent.id, attribute.id));
      return [{ id, display: displayOf(site, attribute), kind: kindOf(attribute), broader, codings: [] }];
    }),
  );
}
