import type { Observation, QuestionnaireResponse, Resource } from 'fhir/r4';
import {
  type ExpectedIds,
  type IncludedMedication,
  type ListKey,
  type Page,
  readPage,
} from '#fhir-mappers/cds-hooks/read-resources.ts';
import {
  isUnavailable,
  KNOWN_EMPTY,
  type Loaded,
  type Unavailable,
  unavailable,
} from '#fhir-mappers/data-state.ts';
import type { FhirServer } from './fhir-server.ts';

/** A list as far as it could be read, with the Medications that came with it. */
export interface ReadList {
  readonly loaded: Loaded<readonly Resource[]>;
  readonly medications: readonly IncludedMedication[];
}

/** Triage needs today's observations and answers; older pages are not followed when the newest come first. */
const RECENT_MS = 72 * 3_600_000;

/**
 * Reads the rest of a search whose first page is at hand.
 *
 * Pages are followed with caps on pages, resources, bytes and time, on the same origin only (CH-45, CH-46, CH-55).
 *
 * @param server - `Unavailable` when nothing can be fetched: a first page with more behind it is then partial.
 * @returns `partial` when a cap, an error or a warning left something out.
 */
export async function readRest(
  key: ListKey,
  first: Page,
  options: {
    readonly server: FhirServer | Unavailable;
    readonly expected: ExpectedIds;
    readonly now: number;
  },
): Promise<ReadList> {
  const { server, expected, now } = options;
  const resources = [...first.resources];
  const medications = [...first.medications];
  let partial = first.warned;
  let next = first.next;
  const seen = new Set<string>();
  while (next !== undefined && !coversRecent(key, resources, now)) {
    const isCapped = isUnavailable(server) || seen.size >= server.limits.pages - 1;
    if (isCapped || seen.has(next) || resources.length >= server.limits.resources) {
      partial = true;
      break;
    }
    seen.add(next);
    const reply = await server.get(next);
    const page = isUnavailable(reply) ? reply : readPage(key, reply.body, expected);
    if (isUnavailable(page)) {
      if (page.code === 'other-patient') return { loaded: page, medications: [] };
      partial = true;
      break;
    }
    resources.push(...page.resources);
    medications.push(...page.medications);
    partial ||= page.warned;
    next = page.next;
  }
  return { loaded: loadedOf(resources, partial), medications };
}

function loadedOf(resources: readonly Resource[], partial: boolean): Loaded<readonly Resource[]> {
  if (resources.length === 0) return partial ? unavailable('incomplete') : KNOWN_EMPTY;
  return partial ? { state: 'present', value: resources, partial } : { state: 'present', value: resources };
}

/** True when resources come newest first and reach back beyond what triage needs. */
function coversRecent(key: ListKey, resources: readonly Resource[], now: number): boolean {
  if (key !== 'observations' && key !== 'questionnaireResponses') return false;
  const times = resources.map(timeOf);
  const isSorted = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? 0));
  const last = times.at(-1);
  return isSorted && last !== undefined && last < now - RECENT_MS;
}

function timeOf(resource: Resource): number {
  const { effectiveDateTime, effectiveInstant, effectivePeriod, issued } = resource as Observation;
  const text =
    effectiveDateTime ??
    effectiveInstant ??
    effectivePeriod?.start ??
    issued ??
    (resource as QuestionnaireResponse).authored;
  return Date.parse(text ?? '');
}
