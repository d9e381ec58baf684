import type { Task } from 'fhir/r4';
import { PRESCREEN_BASE, SYSTEMS } from '#terminology/coding.ts';
import { PRIORITY_MEANING } from '#terminology/priority.ts';
import { FOLLOW_UPS } from '../review.ts';
import {
  ASSESSMENT_SYSTEM,
  encounterOf,
  identifierValue,
  practitionerOf,
  subjectOf,
  urnOf,
  type WriteBackInput,
  type WriteBackPart,
} from './input.ts';
import { RECEIVERS } from './note-text.ts';

/** A Task with the part of the write-back that it is. */
export interface PlannedTask {
  readonly part: WriteBackPart;
  readonly task: Task;
}

interface Work {
  readonly part: WriteBackPart;
  readonly code: string;
  readonly display: string;
  readonly description: string;
  readonly priority: NonNullable<Task['priority']>;
  readonly withinMinutes: number;
  readonly performer: keyof typeof RECEIVERS;
  readonly performerName?: string;
  readonly notes?: readonly string[];
}

/** A physician is asked to come at least this soon, minutes; sooner when the priority says so. A product default. */
const ESCALATION_MINUTES = 10;

/**
 * What must happen next, each with who and by when: the handover, an escalation of its own, one Task per follow-up.
 *
 * A follow-up that asks for the physician is the escalation, when there is one.
 */
export function plannedTasks(input: WriteBackInput): readonly PlannedTask[] {
  const { review } = input;
  const { taskPriority, withinMinutes, display } = PRIORITY_MEANING[review.priority];
  const { to, name, withinMinutes: handoverMinutes } = review.handover;
  const handover: Work = {
    part: 'handover',
    code: 'handover',
    display: 'Hand over after triage',
    description: `Triage priority ${display}: take over from the triage nurse.`,
    priority: taskPriority,
    withinMinutes: handoverMinutes,
    performer: to,
    ...(name === undefined || name.trim() === '' ? {} : { performerName: name }),
    notes: review.nextSteps,
  };
  const escalation: Work = {
    part: 'escalation',
    code: 'physician-review',
    display: FOLLOW_UPS['physician-review'],
    description: `Triage priority ${display}: a physician is asked to see the patient now.`,
    priority: review.priority === 'critical' ? 'stat' : 'asap',
    withinMinutes: Math.min(withinMinutes, ESCALATION_MINUTES),
    performer: 'physician',
  };
  const followUps = [...new Set(review.followUps)]
    .filter((kind) => !(review.escalate && kind === 'physician-review'))
    .map(
      (kind): Work => ({
        part: `follow-up/${kind}`,
        code: kind,
        display: FOLLOW_UPS[kind],
        description: `${FOLLOW_UPS[kind]} after triage, priority ${display}.`,
        priority: kind === 'physician-review' && taskPriority === 'routine' ? 'urgent' : taskPriority,
        withinMinutes,
        performer: kind === 'physician-review' ? 'physician' : 'charge-nurse',
      }),
    );
  return [handover, ...(review.escalate ? [escalation] : []), ...followUps].map((work) => ({
    part: work.part,
    task: taskResource(work, input),
  }));
}

function taskResource(work: Work, input: WriteBackInput): Task {
  const { assessment, asOf } = input;
  const encounter = encounterOf(input);
  const due = new Date(Date.parse(asOf) + work.withinMinutes * 60_000).toISOString();
  return {
    resourceType: 'Task',
    identifier: [{ system: ASSESSMENT_SYSTEM, value: identifierValue(assessment.id, work.part) }],
    status: 'requested',
    intent: 'order',
    priority: work.priority,
    code: {
      coding: [{ system: SYSTEMS.taskCode, code: work.code, display: work.display }],
      text: work.display,
    },
    description: work.description,
    focus: { reference: urnOf(assessment.id, 'impression') },
    for: subjectOf(input),
    ...(encounter === undefined ? {} : { encounter }),
    authoredOn: asOf,
    lastModified: asOf,
    requester: practitionerOf(input),
    performerType: [
      {
        coding: [
          {
            system: `${PRESCREEN_BASE}/CodeSystem/triage-role`,
            code: work.performer,
            display: RECEIVERS[work.performer],
          },
        ],
        text: RECEIVERS[work.performer],
      },
    ],
    ...(work.performerName === undefined ? {} : { owner: { display: work.performerName } }),
    restriction: { period: { start: asOf, end: due } },
    ...(work.notes === undefined || work.notes.length === 0
      ? {}
      : { note: work.notes.map((text) => ({ text })) }),
  };
}
