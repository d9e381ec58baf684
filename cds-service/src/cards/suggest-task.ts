import type { Task } from 'fhir/r4';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Suggestion } from '#fhir-mappers/cds-hooks/card.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { PRESCREEN_BASE, SYSTEMS } from '#terminology/coding.ts';
import { PRIORITY_MEANING } from '#terminology/priority.ts';

/**
 * A suggestion that puts a draft triage Task on the clinic's list (CH-94).
 *
 * A draft by intent and status: accepting it decides nothing, the review in the app does. Its identifier comes
 * from the encounter, so that an EHR which honours it keeps one Task however often the hook fires (CH-31).
 */
export function suggestTask(assessment: Assessment, { context }: CdsRequest, uuid: string): Suggestion {
  const { priority, subject } = assessment;
  const meaning = PRIORITY_MEANING[priority];
  const task: Task = {
    resourceType: 'Task',
    identifier: [
      { system: `${PRESCREEN_BASE}/NamingSystem/triage-task`, value: subject.encounter ?? subject.patient },
    ],
    status: 'draft',
    intent: 'proposal',
    priority: meaning.taskPriority,
    code: {
      coding: [{ system: SYSTEMS.taskCode, code: 'triage-review', display: 'Review triage proposal' }],
    },
    description: `Review the triage proposal: ${meaning.display.toLowerCase()} priority`,
    for: { reference: `Patient/${subject.patient}` },
    ...(subject.encounter === undefined
      ? {}
      : { encounter: { reference: `Encounter/${subject.encounter}` } }),
    authoredOn: assessment.asOf,
    requester: { reference: context.userId },
  };
  return {
    label: `Add “review triage” to the work list (${meaning.display.toLowerCase()})`,
    uuid,
    isRecommended: true,
    actions: [{ type: 'create', description: 'Create a draft triage review task', resource: task }],
  };
}
