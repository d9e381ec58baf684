import type { Task } from 'fhir/r4';
import { PRESCREEN_BASE, SYSTEMS } from '#terminology/coding.ts';

/** A nurse, as a Task names her. */
export interface Nurse {
  readonly reference: string;
  readonly display: string;
}

/** A visit, or a patient without one, that nurses look at. */
export interface Visit {
  readonly patient: string;
  readonly encounter: string | undefined;
}

/** Another nurse who has the same visit open now. */
export interface Other {
  readonly reference: string;
  readonly name: string;
  /** When this nurse opened it. */
  readonly since: string;
  /** When this nurse last said "I am on it"; the latest of all who look has the patient. */
  readonly claimedAt: string | undefined;
}

/** Who looks at a visit: the others, and who of all has said so last. */
export interface Presence {
  readonly others: readonly Other[];
  readonly holder: 'me' | Other | undefined;
}

const PRESENCE = `${PRESCREEN_BASE}/NamingSystem/presence`;

/** A sign of life is good for this time, milliseconds: nobody who went away can hold a patient for longer. */
export const LASTS = 120_000;

/** The search that finds who looks at a patient. */
export function presenceQuery({ patient }: Visit): string {
  return `patient=${encodeURIComponent(patient)}&status=in-progress&_count=100`;
}

/** The criterion by which a nurse's own sign of life is made once. */
export function ownCriterion(visit: Visit, me: Nurse): string {
  return `identifier=${encodeURIComponent(`${PRESENCE}|${keyOf(visit, me)}`)}`;
}

/**
 * A nurse's sign of life as a Task of her own: each writes only hers, so nothing is ever locked.
 *
 * @param before - The Task as it stands, to be renewed; undefined for the first sign.
 * @param claim - When she takes the patient; undefined leaves her claim as it was.
 */
export function signOfLife(
  visit: Visit,
  me: Nurse,
  { before, claim, now }: { before?: Task | undefined; claim?: Date | undefined; now: Date },
): Task {
  const claimed =
    claim?.toISOString() ?? (before && isAlive(before, now) ? before.executionPeriod?.start : undefined);
  const since = before && isAlive(before, now) ? before.authoredOn : undefined;
  return {
    resourceType: 'Task',
    ...(before?.id ? { id: before.id } : {}),
    identifier: [{ system: PRESENCE, value: keyOf(visit, me) }],
    status: 'in-progress',
    intent: 'plan',
    priority: 'routine',
    code: { coding: [{ system: SYSTEMS.taskCode, code: 'triage-review' }] },
    description: 'Has the triage review open',
    for: { reference: `Patient/${visit.patient}` },
    ...(visit.encounter ? { encounter: { reference: `Encounter/${visit.encounter}` } } : {}),
    authoredOn: since ?? now.toISOString(),
    lastModified: now.toISOString(),
    owner: { reference: me.reference, display: me.display },
    ...(claimed ? { executionPeriod: { start: claimed } } : {}),
    restriction: { period: { end: new Date(now.getTime() + LASTS).toISOString() } },
  };
}

/** The same Task when its nurse has gone. */
export function signOfLeaving(before: Task, now: Date): Task {
  const { executionPeriod: _claim, restriction: _until, ...rest } = before;
  return { ...rest, status: 'completed', lastModified: now.toISOString() };
}

/** True for a Task that says who looks at a patient, and is no work to do. */
export function isPresence({ identifier = [] }: Task): boolean {
  return identifier.some(({ system }) => system === PRESENCE);
}

/** Who looks at a visit now, from the Tasks of the record; whoever gave no sign of life lately is left out. */
export function presenceOf(tasks: readonly Task[], visit: Visit, me: Nurse, now: Date): Presence {
  const here = tasks.filter((task) => isPresence(task) && isFor(task, visit) && isAlive(task, now));
  const others = here.filter(({ owner }) => owner?.reference !== me.reference).map(otherOf);
  const mine = here.find(({ owner }) => owner?.reference === me.reference)?.executionPeriod?.start;
  const latest = others.toSorted((a, b) => (b.claimedAt ?? '').localeCompare(a.claimedAt ?? ''))[0];
  const theirs = latest?.claimedAt;
  // Of two at the same instant the one whose reference comes first has it, in both browsers alike.
  const isMine =
    mine !== undefined &&
    (theirs === undefined || mine > theirs || (mine === theirs && me.reference < (latest?.reference ?? '')));
  return { others, holder: isMine ? 'me' : theirs === undefined ? undefined : latest };
}

/** Names of those who have a visit open now, for a list. */
export function lookingAt(tasks: readonly Task[], encounter: string, now: Date): readonly string[] {
  return tasks
    .filter(
      (task) =>
        isPresence(task) && isAlive(task, now) && task.encounter?.reference === `Encounter/${encounter}`,
    )
    .map((task) => otherOf(task).name);
}

/** This nurse's own Task among others. */
export function ownTask(tasks: readonly Task[], visit: Visit, me: Nurse): Task | undefined {
  const key = keyOf(visit, me);
  return tasks.find(({ identifier = [] }) =>
    identifier.some(({ system, value }) => system === PRESENCE && value === key),
  );
}

function otherOf({ owner, authoredOn, executionPeriod }: Task): Other {
  const reference = owner?.reference ?? '';
  return {
    reference,
    name: owner?.display ?? reference,
    since: authoredOn ?? '',
    claimedAt: executionPeriod?.start,
  };
}

function isAlive({ status, restriction }: Task, now: Date): boolean {
  return status === 'in-progress' && Date.parse(restriction?.period?.end ?? '') > now.getTime();
}

function isFor({ encounter }: Task, visit: Visit): boolean {
  return visit.encounter === undefined
    ? encounter === undefined
    : encounter?.reference === `Encounter/${visit.encounter}`;
}

function keyOf({ patient, encounter }: Visit, { reference }: Nurse): string {
  return `${encounter ?? patient}/${reference.replaceAll('/', '-')}`;
}
