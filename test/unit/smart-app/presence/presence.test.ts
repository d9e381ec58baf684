import type { Task } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import {
  LASTS,
  lookingAt,
  ownTask,
  presenceOf,
  signOfLeaving,
  signOfLife,
} from '#smart-app/presence/presence.ts';

const ANA = { reference: 'Practitioner/ana', display: 'Ana Diaz, RN' };
const BEN = { reference: 'Practitioner/ben', display: 'Ben Okoro, RN' };
const VISIT = { patient: 'p1', encounter: 'e1' };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, seconds));

describe('who looks at a visit', () => {
  it('is told by each nurse of herself, and seen by the other', () => {
    const tasks = [signOfLife(VISIT, BEN, { now: at(0), claim: at(0) })];
    const { others, holder } = presenceOf(tasks, VISIT, ANA, at(5));
    expect(others.map(({ name }) => name)).toEqual(['Ben Okoro, RN']);
    expect(holder).toMatchObject({ reference: BEN.reference });
    expect(presenceOf(tasks, VISIT, BEN, at(5))).toEqual({ others: [], holder: 'me' });
  });

  it('goes to who said so last, and both see the same', () => {
    const tasks = [
      signOfLife(VISIT, BEN, { now: at(0), claim: at(0) }),
      signOfLife(VISIT, ANA, { now: at(9), claim: at(9) }),
    ];
    expect(presenceOf(tasks, VISIT, ANA, at(10)).holder).toBe('me');
    expect(presenceOf(tasks, VISIT, BEN, at(10)).holder).toMatchObject({ name: 'Ana Diaz, RN' });
  });

  it('is never held by two at once, even when both said so in the same instant', () => {
    const tasks = [ANA, BEN].map((nurse) => signOfLife(VISIT, nurse, { now: at(0), claim: at(0) }));
    const holders = [ANA, BEN].map((nurse) => presenceOf(tasks, VISIT, nurse, at(1)).holder);
    expect(holders.filter((holder) => holder === 'me')).toHaveLength(1);
  });

  it('ends by itself when no sign of life comes, so that nothing can stick', () => {
    const tasks = [signOfLife(VISIT, BEN, { now: at(0), claim: at(0) })];
    const later = new Date(at(0).getTime() + LASTS + 1);
    expect(presenceOf(tasks, VISIT, ANA, later)).toEqual({ others: [], holder: undefined });
    const back = signOfLife(VISIT, BEN, { before: tasks[0], now: later });
    expect(back.executionPeriod).toBeUndefined();
  });

  it('ends at once when the nurse leaves', () => {
    const left = signOfLeaving(signOfLife(VISIT, BEN, { now: at(0), claim: at(0) }), at(3));
    expect(presenceOf([left], VISIT, ANA, at(4)).others).toEqual([]);
  });

  it('keeps the time of opening and the claim while signs of life go on', () => {
    const first = signOfLife(VISIT, BEN, { now: at(0), claim: at(0) });
    const next = signOfLife(VISIT, BEN, { before: { ...first, id: 't1' }, now: at(15) });
    expect(next).toMatchObject({ id: 't1', authoredOn: first.authoredOn });
    expect(next.executionPeriod).toEqual(first.executionPeriod);
  });

  it('does not mix visits, nor take work for presence', () => {
    const elsewhere = signOfLife({ patient: 'p1', encounter: 'e2' }, BEN, { now: at(0), claim: at(0) });
    const work: Task = {
      resourceType: 'Task',
      status: 'in-progress',
      intent: 'order',
      encounter: { reference: 'Encounter/e1' },
      owner: { reference: BEN.reference },
    };
    expect(presenceOf([elsewhere, work], VISIT, ANA, at(1)).others).toEqual([]);
    expect(ownTask([elsewhere, work], VISIT, BEN)).toBeUndefined();
    expect(lookingAt([elsewhere, work], 'e1', at(1))).toEqual([]);
    expect(lookingAt([elsewhere], 'e2', at(1))).toEqual(['Ben Okoro, RN']);
  });
});
