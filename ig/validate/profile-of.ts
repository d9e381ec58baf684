import { ASSESSMENT_SYSTEM } from '#fhir-mappers/write-back/input.ts';
import { PRESCREEN_BASE } from '#terminology/coding.ts';
import type { AnyResource } from './context.ts';

const REVIEW_TASK = `${PRESCREEN_BASE}/NamingSystem/triage-task`;
const FORM = `${PRESCREEN_BASE}/Questionnaire/pre-screening`;

/**
 * The profile of ours that a resource is meant to follow, by what it carries: our identifier, tag or form.
 *
 * The EHR keeps no `meta.profile` for us, so identifiers are what tells our resources from others'.
 *
 * @returns The profile's id; undefined for what is not ours.
 */
export function profileIdOf(resource: AnyResource): string | undefined {
  const value = ownValue(resource);
  switch (resource.resourceType) {
    case 'ClinicalImpression':
      return value === undefined ? undefined : 'triage-clinical-impression';
    case 'DocumentReference':
      return value === undefined ? undefined : 'triage-note';
    case 'Task':
      if (identifierIn(resource, REVIEW_TASK) !== undefined) return 'triage-review-task';
      if (value === undefined) return undefined;
      return value.endsWith('/escalation') ? 'escalation-task' : 'triage-task';
    case 'Provenance':
      if (value === undefined) return undefined;
      return value.endsWith('/signature') ? 'nurse-signature-provenance' : 'ai-proposal-provenance';
    case 'Questionnaire':
      return resource.url === FORM ? 'pre-screening-questionnaire' : undefined;
    case 'QuestionnaireResponse':
      return String(resource.questionnaire).split('|')[0] === FORM ? 'pre-screening-response' : undefined;
    default:
      return undefined;
  }
}

function ownValue(resource: AnyResource): string | undefined {
  return identifierIn(resource, ASSESSMENT_SYSTEM) ?? tagIn(resource);
}

function identifierIn({ identifier }: AnyResource, system: string): string | undefined {
  const all = Array.isArray(identifier) ? (identifier as { system?: unknown; value?: unknown }[]) : [];
  const found = all.find((each) => each?.system === system);
  return found && String(found.value);
}

function tagIn({ meta }: AnyResource): string | undefined {
  const { tag } = (meta ?? {}) as { tag?: unknown };
  const all = Array.isArray(tag) ? (tag as { system?: unknown; code?: unknown }[]) : [];
  const found = all.find((each) => each?.system === ASSESSMENT_SYSTEM);
  return found && String(found.code);
}
