import type { Bundle, BundleEntry, FhirResource, Resource } from 'fhir/r4';
import type { Review } from './review.ts';
import { impressionResource } from './write-back/impression.ts';
import {
  ASSESSMENT_SYSTEM,
  identifierValue,
  urnOf,
  type WriteBackInput,
  type WriteBackPart,
} from './write-back/input.ts';
import { nurseProvenance, proposalProvenance } from './write-back/provenance.ts';
import { plannedTasks } from './write-back/tasks.ts';
import { triageNote } from './write-back/triage-note.ts';

/**
 * Builds what is written to the EHR after a nurse has concluded: one transaction (design section 7).
 *
 * The impression (or a note in its place), a Task for what must happen next and for each escalation and follow-up,
 * the Provenance of the proposal and the Provenance of the nurse. Pure and deterministic: the same input gives the
 * same bytes, so a preview is what will be stored. Every create is conditional, so that a double click or a retry
 * finds the first write; the conclusion comes first, so that its entry's answer is the first of the response.
 */
export function writeBack(given: WriteBackInput): Bundle {
  const input = { ...given, review: storable(given.review) };
  const { assessment, mode = 'transaction' } = input;
  const tasks = plannedTasks(input);
  const conclusion = mode === 'document' ? triageNote(input) : impressionResource(input);
  const signed: readonly WriteBackPart[] = ['impression', ...tasks.map(({ part }) => part)];
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      create(assessment.id, 'impression', conclusion),
      ...tasks.map(({ part, task }) => create(assessment.id, part, task)),
      create(assessment.id, 'proposal', proposalProvenance(input)),
      create(assessment.id, 'signature', nurseProvenance(input, signed)),
    ],
  };
}

/**
 * What of a resource is canonicalised and signed: everything but what servers assign or generate.
 *
 * Without `id`, `meta.versionId`, `meta.lastUpdated`, `meta.source`, and a narrative that was only generated. The same
 * for the resource before it was stored and after it was read back.
 */
export function signedContent(resource: Resource): Record<string, unknown> {
  const { id: _id, meta, ...rest } = resource as Resource & { text?: { status?: string } };
  const { versionId: _version, lastUpdated: _updated, source: _source, ...kept } = meta ?? {};
  const content: Record<string, unknown> = { ...rest };
  if (Object.keys(kept).length > 0) content.meta = kept;
  if (rest.text?.status === 'generated') delete content.text;
  return content;
}

/** FHIR strings hold no control characters but line ends and tabs, and are never blank. */
function storable(review: Review): Review {
  const plain = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, '').trim();
  const cleaned = JSON.parse(
    JSON.stringify(review, (_key, value) => (typeof value === 'string' ? plain(value) : value)),
  ) as Review;
  return { ...cleaned, nextSteps: cleaned.nextSteps.filter((step) => step !== '') };
}

function create(assessmentId: string, part: WriteBackPart, resource: FhirResource): BundleEntry {
  const value = `${ASSESSMENT_SYSTEM}|${identifierValue(assessmentId, part)}`;
  const parameter = resource.resourceType === 'Provenance' ? '_tag' : 'identifier';
  return {
    fullUrl: urnOf(assessmentId, part),
    resource,
    request: { method: 'POST', url: resource.resourceType, ifNoneExist: `${parameter}=${value}` },
  };
}
