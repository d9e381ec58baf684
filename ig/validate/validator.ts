import type { AnyResource } from './context.ts';
import type { Definitions } from './definitions.ts';
import { type Finding, wrong } from './finding.ts';
import { profileIdOf } from './profile-of.ts';
import { createTerminology } from './value-sets.ts';
import { walkResource } from './walk.ts';

/** What was found in one resource. */
export interface Verdict {
  readonly valid: boolean;
  /** Profiles that it was held against besides base R4. */
  readonly profiles: readonly string[];
  readonly findings: readonly Finding[];
}

/** Validates one resource; a profile given holds besides those that the resource claims. */
export type Validate = (resource: unknown, profile?: string) => Verdict;

/** Deeper than any real resource, and far from where recursion would end. */
const MAX_DEPTH = 100;

/** Builds the validator. Pure from here on: the same resource gives the same verdict. */
export function createValidator(definitions: Definitions): Validate {
  const terminology = createTerminology(definitions);
  const urlOf = (profile: string) => definitions.own.get(profile) ?? profile;

  return (resource, profile) => {
    const findings: Finding[] = [];
    const refused = refusal(resource);
    if (refused) return { valid: false, profiles: [], findings: [refused] };
    const one = resource as AnyResource;
    const detected = (each: AnyResource) => {
      const id = profileIdOf(each);
      return id === undefined ? claimed(each).find((url) => definitions.structure(url)) : urlOf(id);
    };
    const profiles = new Set(
      [profile === undefined ? undefined : urlOf(profile), detected(one), ...claimed(one)].filter(
        (each) => each !== undefined,
      ),
    );
    const said = new Set<string>();
    const report = (finding: Finding) => {
      const key = `${finding.code} ${finding.at} ${finding.text}`;
      if (!said.has(key)) findings.push(finding);
      said.add(key);
    };
    for (const each of profiles.size === 0 ? [undefined] : profiles) {
      // A foreign profile that is not on hand is no fault of the resource, when only its meta names it.
      if (each !== undefined && each !== profile && !definitions.structure(each)) {
        report({
          severity: 'warning',
          code: 'unknown-profile',
          at: one.resourceType,
          text: `${each} is not on hand`,
        });
        if (profiles.size > 1) continue;
      }
      walkResource(
        one,
        each !== undefined && (each === profile || definitions.structure(each)) ? each : undefined,
        {
          definitions,
          terminology,
          resource: one,
          outer: one,
          byUrl: entriesByUrl(one),
          profileOf: detected,
          report,
        },
      );
    }
    return {
      valid: findings.every(({ severity }) => severity !== 'error'),
      profiles: [...profiles],
      findings,
    };
  };
}

function refusal(resource: unknown): Finding | undefined {
  if (typeof resource !== 'object' || resource === null || Array.isArray(resource)) {
    return wrong('not-fhir', '', 'a resource is a JSON object');
  }
  if (typeof (resource as AnyResource).resourceType !== 'string') {
    return wrong('not-fhir', '', 'there is no resourceType');
  }
  if (isDeeper(resource, MAX_DEPTH)) return wrong('too-deep', '', `nested deeper than ${MAX_DEPTH} levels`);
  return undefined;
}

/** Counts levels without recursion, so that depth itself cannot break it. */
function isDeeper(value: object, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

function claimed({ meta }: AnyResource): readonly string[] {
  const { profile } = (meta ?? {}) as { profile?: unknown };
  return Array.isArray(profile) ? profile.filter((each) => typeof each === 'string') : [];
}

function entriesByUrl({ resourceType, entry }: AnyResource): ReadonlyMap<string, AnyResource> {
  if (resourceType !== 'Bundle' || !Array.isArray(entry)) return new Map();
  return new Map(
    (entry as { fullUrl?: unknown; resource?: AnyResource }[]).flatMap((each) =>
      typeof each?.fullUrl === 'string' && each.resource ? [[each.fullUrl, each.resource] as const] : [],
    ),
  );
}
