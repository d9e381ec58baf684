import type { Encounter, Patient, QuestionnaireResponse, Task } from 'fhir/r4';
import { PRIORITIES, PRIORITY_MEANING, type Priority, rankOf } from '#terminology/priority.ts';
import { ageAt, inYears } from '../chart/age.ts';
import { conceptText } from '../chart/concept-text.ts';
import { patientBanner } from '../chart/patient-banner.ts';
import { isPresence, lookingAt } from '../presence/presence.ts';
import { complaintOf } from './complaint.ts';
import { type Escalation, escalationOf } from './escalation.ts';
import { codeOf, minutesFrom } from './task-facts.ts';

/** One waiting patient. `priority` is undefined until a nurse has signed. */
export interface WorkRow {
  readonly encounter: string;
  readonly patient: string;
  readonly name: string | undefined;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly age: ReturnType<typeof ageAt>;
  readonly complaint: string | undefined;
  /** False when the forms could not be read, so that no complaint means nothing. */
  readonly isComplaintKnown: boolean;
  readonly priority: Priority | undefined;
  /** What a card proposed and somebody put on the list, while no nurse has signed. */
  readonly proposed: Priority | undefined;
  readonly waitingMinutes: number;
  /** Minutes past the time by which somebody should have taken over; negative while there is time. */
  readonly overMinutes: number;
  readonly owner: string | undefined;
  /** True when a person, not only a role, has taken the patient. */
  readonly isTaken: boolean;
  readonly handover: Task | undefined;
  readonly escalation: Escalation | undefined;
  /** Nurses who have the review open now. */
  readonly openBy: readonly string[];
}

/** Resources of the desk, as read. */
export interface DeskData {
  readonly encounters: readonly Encounter[];
  readonly patients: readonly Patient[];
  readonly tasks: readonly Task[];
  /** Pre-screening forms; undefined when they could not be read. */
  readonly forms: readonly QuestionnaireResponse[] | undefined;
}

/** Longest wait for a first look by a nurse, minutes. A product default. */
const FIRST_LOOK = 15;

/** Who is waiting, the most urgent first, then who calls for a physician in vain, then the most overdue. A patient without a level stands after High. */
export function workRows({ encounters, patients, tasks, forms }: DeskData, now: Date): readonly WorkRow[] {
  return encounters
    .flatMap((encounter) => {
      const id = encounter.subject?.reference?.replace(/^Patient\//, '');
      const patient = patients.find((one) => one.id === id);
      return id && patient ? [rowOf(encounter, patient, { tasks, forms, now })] : [];
    })
    .toSorted((a, b) => orderOf(b) - orderOf(a) || asked(b) - asked(a) || b.overMinutes - a.overMinutes);
}

function orderOf({ priority, proposed, escalation }: WorkRow): number {
  // A danger sign on the form goes before everyone: nobody has looked yet.
  if (escalation?.isAlarm) return rankOf('critical') + 1;
  if (priority !== undefined) return rankOf(priority);
  // Nobody has looked: a proposal can only bring a patient forward.
  const unseen = rankOf('high') - 0.5;
  return proposed === undefined ? unseen : Math.max(unseen, rankOf(proposed) - 0.25);
}

/** Of equals the one whose call for a physician is unanswered for longest goes first. */
function asked({ escalation }: WorkRow): number {
  return escalation?.askedMinutes ?? -1;
}

function rowOf(
  encounter: Encounter,
  patient: Patient,
  at: Pick<DeskData, 'tasks' | 'forms'> & { readonly now: Date },
): WorkRow {
  const mine = at.tasks.filter((task) => task.encounter?.reference === `Encounter/${encounter.id}`);
  const handover = newest(mine.filter((task) => codeOf(task) === 'handover'));
  const priority = handover && priorityOf(handover);
  const suggestion = newest(mine.filter(isSuggestion));
  const { name, sex } = patientBanner(patient, at.now);
  const waitingMinutes = minutesFrom(encounter.period?.start, at.now) ?? 0;
  const dueMinutesAgo = minutesFrom(handover?.restriction?.period?.end, at.now);
  return {
    encounter: encounter.id ?? '',
    patient: patient.id ?? '',
    name,
    sex,
    age: ageAt(patient.birthDate, at.now),
    complaint: complaintOf(encounter, at.forms ?? []),
    isComplaintKnown: at.forms !== undefined || encounter.reasonCode !== undefined,
    priority,
    proposed: priority === undefined && suggestion ? priorityOf(suggestion) : undefined,
    waitingMinutes,
    overMinutes:
      dueMinutesAgo ?? waitingMinutes - (priority ? PRIORITY_MEANING[priority].withinMinutes : FIRST_LOOK),
    owner: handover?.owner?.display ?? conceptText(handover?.performerType?.[0]),
    isTaken: handover?.owner?.reference !== undefined,
    handover,
    escalation: escalationOf(mine, at.now),
    openBy: lookingAt(mine, encounter.id ?? '', at.now),
  };
}

function isSuggestion(task: Task): boolean {
  return codeOf(task) === 'triage-review' && task.status === 'draft' && !isPresence(task);
}

function priorityOf(task: Task): Priority | undefined {
  return PRIORITIES.find((priority) => PRIORITY_MEANING[priority].taskPriority === task.priority);
}

function newest(tasks: readonly Task[]): Task | undefined {
  return tasks.toSorted((a, b) => (b.authoredOn ?? '').localeCompare(a.authoredOn ?? ''))[0];
}

/** Whether a form should ask about pregnancy: not of men, nor of an age at which it cannot be. */
export function mayBePregnant({ sex, age }: Pick<WorkRow, 'sex' | 'age'>): boolean {
  const years = inYears(age);
  return sex !== 'male' && (years === undefined || (years >= 11 && years < 56));
}
