import type { Medication, Reference, Resource } from 'fhir/r4';
import { type Unavailable, unavailable } from '../data-state.ts';
import type { PrefetchKey } from '../patient-data.ts';
import { pointsTo } from '../reference.ts';
import { prune } from '../resource-shape.ts';
import { RESOURCE_SHAPES } from '../resource-shapes.ts';
import { PREFETCH_TYPE } from './prefetch.ts';

/** Whose data are expected. */
export interface ExpectedIds {
  readonly patientId: string;
  readonly encounterId?: string;
}

/** One page of a search, its resources pruned to the fields that are read. */
export interface Page {
  readonly state: 'page';
  readonly resources: readonly Resource[];
  /** Medications that came along by `_include` or in a mixed Bundle. */
  readonly medications: readonly IncludedMedication[];
  /** URL of the next page as the server wrote it. */
  readonly next?: string;
  /** The server warned that the answer may not be what was asked for. */
  readonly warned: boolean;
}

/** A Medication with every name under which a resource may refer to it. */
export interface IncludedMedication {
  readonly names: readonly string[];
  readonly medication: Medication;
}

/** Keys that are read by id; all others are searches. */
export type SingleKey = 'patient' | 'encounter';
export type ListKey = Exclude<PrefetchKey, SingleKey>;

/**
 * Reads a single resource as a prefetch value or a FHIR reply gives it.
 *
 * @returns The resource, or why it cannot be used: `failed` for an OperationOutcome, `other-patient` for
 *   somebody else's, `wrong-shape` for everything that is not the resource asked for (CH-43, CH-44).
 */
export function readSingle(key: SingleKey, value: unknown, expected: ExpectedIds): Resource | Unavailable {
  if (isOutcome(value)) return unavailable('failed', 'an OperationOutcome came instead');
  const resource = resourceOf(PREFETCH_TYPE[key], value);
  if (resource?.id === undefined) return unavailable('wrong-shape');
  if (key === 'patient') {
    return resource.id === expected.patientId ? resource : unavailable('other-patient');
  }
  const belongs = ownership(resource, expected.patientId);
  if (belongs === false) return unavailable('other-patient');
  if (belongs === undefined || resource.id !== expected.encounterId) return unavailable('wrong-shape');
  return resource;
}

/**
 * Reads a search result: a Bundle, whatever else it holds (CH-39 to CH-47).
 *
 * Entries of other types are left out. One resource of another patient spoils the page: the answer is then not
 * about our patient, and nothing tells which part is.
 */
export function readPage(key: ListKey, value: unknown, expected: ExpectedIds): Page | Unavailable {
  if (isOutcome(value)) return unavailable('failed', 'an OperationOutcome came instead');
  if (!isObject(value) || value.resourceType !== 'Bundle') return unavailable('wrong-shape');
  const entries = value.entry === undefined ? [] : value.entry;
  if (!Array.isArray(entries)) return unavailable('wrong-shape');

  const outcomes = entries.filter((entry) => isObject(entry) && isOutcome(entry.resource));
  const severities = outcomes.flatMap((entry) => severitiesOf(entry.resource));
  if (severities.some((severity) => severity !== 'warning' && severity !== 'information')) {
    return unavailable('failed', 'the Bundle holds an OperationOutcome');
  }
  const resources = entries.flatMap((entry) => resourceOf(PREFETCH_TYPE[key], entry?.resource) ?? []);
  const warned = severities.includes('warning');
  if (warned && resources.length === 0) return unavailable('failed', 'the Bundle holds only a warning');
  if (resources.some((resource) => ownership(resource, expected.patientId) === false)) {
    return unavailable('other-patient');
  }
  const next = nextLink(value.link);
  return {
    state: 'page',
    resources,
    medications: entries.flatMap(includedMedication),
    warned,
    ...(next === undefined ? {} : { next }),
  };
}

/** Reads a Medication that was fetched by itself. */
export function readMedicationResource(value: unknown, name: string): IncludedMedication | undefined {
  const medication = resourceOf('Medication', value);
  return medication === undefined ? undefined : { names: [name], medication: medication as Medication };
}

/** Whether a resource names our patient; `undefined` when it names nobody that could be compared. */
function ownership(resource: Resource, patientId: string): boolean | undefined {
  const { subject, patient } = resource as { subject?: Reference; patient?: Reference };
  return pointsTo(subject ?? patient, 'Patient', patientId);
}

function resourceOf(type: keyof typeof RESOURCE_SHAPES, value: unknown): Resource | undefined {
  if (!isObject(value) || value.resourceType !== type) return undefined;
  return prune(value, RESOURCE_SHAPES[type]) as Resource | undefined;
}

function includedMedication(entry: unknown): readonly IncludedMedication[] {
  if (!isObject(entry)) return [];
  const medication = resourceOf('Medication', entry.resource);
  if (medication === undefined) return [];
  const names = [entry.fullUrl, medication.id === undefined ? undefined : `Medication/${medication.id}`];
  return [
    {
      names: names.filter((name) => typeof name === 'string'),
      medication: medication as Medication,
    },
  ];
}

function nextLink(links: unknown): string | undefined {
  if (!Array.isArray(links)) return undefined;
  const next = links.find((link) => isObject(link) && link.relation === 'next');
  return typeof next?.url === 'string' ? next.url : undefined;
}

function isOutcome(value: unknown): value is Record<string, unknown> {
  return isObject(value) && value.resourceType === 'OperationOutcome';
}

/** An outcome without readable issues counts as an error. */
function severitiesOf(outcome: unknown): readonly unknown[] {
  const issues = isObject(outcome) && Array.isArray(outcome.issue) ? outcome.issue : [];
  return issues.length === 0 ? ['error'] : issues.map((issue) => isObject(issue) && issue.severity);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
