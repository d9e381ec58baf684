import type { CodeableConcept, Task } from 'fhir/r4';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Suggestion } from '#fhir-mappers/cds-hooks/card.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { PRESCREEN_BASE, SYSTEMS } from '#terminology/coding.ts';
import { PRIORITY_MEANING } from '#terminology/priority.ts';

/** SMART App Launch 2.2, Task profiles for describing an app launch. */
const SMART_CODES = 'http://hl7.org/fhir/smart-app-launch/CodeSystem/smart-codes';

interface TaskInput {
  readonly assessment: Assessment;
  readonly request: CdsRequest;
  readonly uuid: string;
  /** Where an EHR launches the app, and the handle that the app then asks for. */
  readonly launchUrl: string;
  readonly handle: string;
}

/**
 * A suggestion that puts a draft triage Task on the clinic's list (CH-94).
 *
 * A draft by intent and status: accepting it decides nothing, the review in the app does. Its identifier comes
 * from the encounter, so that an EHR which honours it keeps one Task however often the hook fires (CH-31).
 *
 * It also obeys SMART's `task-ehr-launch` profile (SM-31), so that an EHR without links on cards can launch the
 * app from its own list. The handle opens nothing without a session of this patient.
 */
export function suggestTask({ assessment, request, uuid, launchUrl, handle }: TaskInput): Suggestion {
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
      coding: [
        { system: SYSTEMS.taskCode, code: 'triage-review', display: 'Review triage proposal' },
        { system: SMART_CODES, code: 'launch-app-ehr' },
      ],
    },
    description: `Review the triage proposal: ${meaning.display.toLowerCase()} priority`,
    for: { reference: `Patient/${subject.patient}` },
    ...(subject.encounter === undefined
      ? {}
      : { encounter: { reference: `Encounter/${subject.encounter}` } }),
    authoredOn: assessment.asOf,
    requester: { reference: request.context.userId },
    input: [
      { type: smartCode('smartonfhir-application'), valueUrl: launchUrl },
      { type: smartCode('smartonfhir-appcontext'), valueString: handle },
    ],
  };
  return {
    label: `Add “review triage” to the work list (${meaning.display.toLowerCase()})`,
    uuid,
    isRecommended: true,
    actions: [{ type: 'create', description: 'Create a draft triage review task', resource: task }],
  };
}

function smartCode(code: string): CodeableConcept {
  return { coding: [{ system: SMART_CODES, code }] };
}
