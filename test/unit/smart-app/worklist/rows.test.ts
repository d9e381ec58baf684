import type { Encounter, Patient, QuestionnaireResponse, Task } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { signOfLife } from '#smart-app/presence/presence.ts';
import { holdOrder } from '#smart-app/worklist/hold-order.ts';
import { type WorkRow, workRows } from '#smart-app/worklist/rows.ts';
import { SYSTEMS } from '#terminology/coding.ts';

const now = new Date('2026-11-21T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

const visit = (id: string, waited: number): Encounter => ({
  resourceType: 'Encounter',
  id,
  status: 'arrived',
  class: { code: 'AMB' },
  subject: { reference: `Patient/${id}` },
  period: { start: minutesAgo(waited) },
});
const patient = (id: string): Patient => ({ resourceType: 'Patient', id, name: [{ text: id }] });
const task = (visitId: string, change: Partial<Task> & { kind?: string; dueAgo?: number } = {}): Task => {
  const { kind = 'handover', dueAgo = 0, ...rest } = change;
  return {
    resourceType: 'Task',
    id: `${kind}-${visitId}`,
    status: 'requested',
    intent: 'order',
    priority: 'urgent',
    encounter: { reference: `Encounter/${visitId}` },
    code: { coding: [{ system: SYSTEMS.taskCode, code: kind }] },
    authoredOn: minutesAgo(5),
    restriction: { period: { end: minutesAgo(dueAgo) } },
    ...rest,
  };
};
const rows = (ids: string[], tasks: Task[], waited = 30) =>
  workRows(
    { encounters: ids.map((id) => visit(id, waited)), patients: ids.map(patient), tasks, forms: [] },
    now,
  );
const order = (list: readonly WorkRow[]) => list.map(({ encounter }) => encounter);

describe('workRows', () => {
  it('puts the most urgent first, and a patient without a level between High and Medium', () => {
    const tasks = [
      task('m', { priority: 'urgent' }),
      task('h', { priority: 'asap' }),
      task('c', { priority: 'stat' }),
      task('l', { priority: 'routine' }),
    ];
    expect(order(rows(['l', 'm', 'new', 'h', 'c'], tasks))).toEqual(['c', 'h', 'new', 'm', 'l']);
  });

  it('puts the most overdue first within a level', () => {
    expect(order(rows(['a', 'b'], [task('a', { dueAgo: 2 }), task('b', { dueAgo: 40 })]))).toEqual([
      'b',
      'a',
    ]);
  });

  it('puts an unanswered call for a physician before what is only overdue', () => {
    const tasks = [
      task('a', { dueAgo: 90 }),
      task('b', { dueAgo: -20 }),
      task('b', { kind: 'physician-review', authoredOn: minutesAgo(6) }),
      task('c', { dueAgo: -20 }),
      task('c', { kind: 'physician-review', authoredOn: minutesAgo(12) }),
    ];
    expect(order(rows(['a', 'b', 'c'], tasks))).toEqual(['c', 'b', 'a']);
  });

  it('lets a proposal on the list bring a patient forward whom nobody has seen, never back', () => {
    const proposal = (id: string, priority: Task['priority']) =>
      task(id, { kind: 'triage-review', status: 'draft', priority });
    const tasks = [proposal('c', 'stat'), proposal('l', 'routine'), task('h', { priority: 'asap' })];
    const list = rows(['l', 'new', 'h', 'c'], tasks);
    expect(order(list)).toEqual(['c', 'h', 'l', 'new']);
    expect(list.map(({ priority, proposed }) => [priority, proposed])).toEqual([
      [undefined, 'critical'],
      ['high', undefined],
      [undefined, 'low'],
      [undefined, undefined],
    ]);
  });

  it('names who has a review open, and takes that for no work', () => {
    const open = signOfLife(
      { patient: 'a', encounter: 'a' },
      { reference: 'Practitioner/b', display: 'Ben' },
      { now },
    );
    const [a] = rows(['a'], [open]);
    expect(a).toMatchObject({ openBy: ['Ben'], isTaken: false, priority: undefined });
  });

  it('takes the newest handover, and none of another system', () => {
    const tasks = [
      task('a', { priority: 'stat', authoredOn: minutesAgo(1) }),
      task('a', { priority: 'routine', authoredOn: minutesAgo(20) }),
      { ...task('b', { priority: 'stat' }), code: { coding: [{ system: 'urn:other', code: 'handover' }] } },
    ];
    const [a, b] = rows(['a', 'b'], tasks);
    expect(a?.priority).toBe('critical');
    expect(b?.priority).toBeUndefined();
  });

  it('counts a first look as overdue after a quarter of an hour', () => {
    expect(rows(['a'], [], 20)[0]).toMatchObject({ waitingMinutes: 20, overMinutes: 5 });
  });

  it.each([
    [3, 'nurse'],
    [7, 'charge-nurse'],
    [12, 'physician'],
  ])('moves an unanswered call for a physician up the ladder: %i minutes, %s', (asked, step) => {
    const call = task('a', { kind: 'physician-review', authoredOn: minutesAgo(asked) });
    expect(rows(['a'], [call])[0]?.escalation).toMatchObject({ askedMinutes: asked, step });
  });

  it('drops the call once somebody has accepted it', () => {
    const call = task('a', { kind: 'physician-review', status: 'accepted' });
    expect(rows(['a'], [call])[0]?.escalation).toBeUndefined();
  });
});

describe('the complaint of a row', () => {
  const form = (change: Partial<QuestionnaireResponse> = {}): QuestionnaireResponse => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    subject: { reference: 'Patient/a' },
    authored: minutesAgo(10),
    item: [{ linkId: '1', item: [{ linkId: '1.1', answer: [{ valueString: 'Sore throat' }] }] }],
    ...change,
  });
  const complaint = (forms: QuestionnaireResponse[] | undefined) =>
    workRows({ encounters: [visit('a', 30)], patients: [patient('a')], tasks: [], forms }, now)[0];

  it('is read from the form where the visit has no reason', () => {
    expect(complaint([form()])?.complaint).toBe('Sore throat');
  });

  it('is not taken from another day or another patient', () => {
    expect(complaint([form({ authored: '2026-11-01' })])?.complaint).toBeUndefined();
    expect(complaint([form({ subject: { reference: 'Patient/b' } })])?.complaint).toBeUndefined();
  });

  it('is not known, rather than nothing, when the forms could not be read', () => {
    expect(complaint(undefined)?.isComplaintKnown).toBe(false);
    expect(complaint([])?.isComplaintKnown).toBe(true);
  });
});

describe('holdOrder', () => {
  it('moves no row until asked, and counts who is new', () => {
    const latest = rows(['new', 'a', 'b'], [task('new', { priority: 'stat' }), task('a'), task('b')]);
    const held = holdOrder(['b', 'a'], latest);
    expect(order(held.rows)).toEqual(['b', 'a']);
    expect(order(held.fresh)).toEqual(['new']);
    expect(held.hasChanged).toBe(true);
  });

  it('keeps out who has gone', () => {
    const held = holdOrder(['gone', 'a'], rows(['a'], []));
    expect(order(held.rows)).toEqual(['a']);
    expect(held.hasChanged).toBe(false);
  });
});
