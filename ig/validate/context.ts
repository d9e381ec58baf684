import type { Definitions } from './definitions.ts';
import type { Finding } from './finding.ts';
import type { Terminology } from './value-sets.ts';

/** A resource as JSON holds it. */
export type AnyResource = { readonly resourceType: string; readonly [key: string]: unknown };

/** What the walk through one resource carries along. */
export interface WalkContext {
  readonly definitions: Definitions;
  readonly terminology: Terminology;
  /** The resource that elements belong to: of `contained`, the contained one. */
  readonly resource: AnyResource;
  /** The outermost resource: where `#id` is looked up. */
  readonly outer: AnyResource;
  /** Resources of the same Bundle by `fullUrl`. */
  readonly byUrl: ReadonlyMap<string, AnyResource>;
  /** Profile for a resource inside a Bundle, when one applies. */
  readonly profileOf: (resource: AnyResource) => string | undefined;
  readonly report: (finding: Finding) => void;
}
