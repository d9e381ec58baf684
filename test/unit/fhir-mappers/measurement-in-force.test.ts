import { describe, expect, it } from 'vitest';
import { specOf } from '#fhir-mappers/measured-kind.ts';
import { type Candidate, chooseInForce } from '#fhir-mappers/measurement-in-force.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';

const AS_OF = Date.parse('2024-05-10T12:00:00Z');
const minutesAgo = (minutes: number) => AS_OF - minutes * 60_000;
const value = (
  kind: VitalKind,
  number: number,
  minutes: number,
  origin: Candidate['origin'] = 'chart',
): Candidate => ({
  spec: specOf(kind),
  value: number,
  at: minutesAgo(minutes),
  origin,
});
const choose = (candidates: readonly Candidate[], ageYears = 40) =>
  chooseInForce(candidates, { asOf: AS_OF, ageYears });
const current = (candidates: readonly Candidate[], ageYears = 40) =>
  choose(candidates, ageYears).current.map(({ kind, value: number }) => [kind, number]);

describe('chooseInForce', () => {
  it('the newest is in force, earlier ones are the history, newest first', () => {
    const { current: now, history } = choose([
      value('spo2', 92, 60),
      value('spo2', 96, 5),
      value('spo2', 94, 30),
    ]);
    expect(now.map((one) => one.value)).toEqual([96]);
    expect(history.map((one) => one.value)).toEqual([94, 92]);
  });

  it('keeps a stale value, marked and named', () => {
    const { current: now, problems } = choose([value('heart-rate', 70, 60 * 20)]);
    expect(now[0]).toMatchObject({ value: 70, stale: true });
    expect(problems).toMatchObject([{ code: 'stale', about: 'heart-rate' }]);
    expect(problems[0]?.text).toContain('20 hours');
  });

  it('a clinic may set its own window', () => {
    const options = { asOf: AS_OF, staleAfterHours: { 'heart-rate': 24 } };
    expect(chooseInForce([value('heart-rate', 70, 60 * 20)], options).current[0]?.stale).toBe(false);
  });

  it.each<[VitalKind, number, number, number]>([
    ['systolic', 120, 84, 84],
    ['spo2', 97, 88, 88],
    ['heart-rate', 72, 141, 141],
    ['heart-rate', 80, 38, 38],
    ['temperature', 37, 34, 34],
  ])('two values of %s at once, %d and %d: the more worrying %d is used and the conflict named', (kind, a, b, worse) => {
    for (const pair of [
      [value(kind, a, 5), value(kind, b, 5)],
      [value(kind, b, 5), value(kind, a, 5)],
    ]) {
      expect(current(pair)).toEqual([[kind, worse]]);
      expect(choose(pair).problems).toMatchObject([{ code: 'contradictory', about: kind }]);
    }
  });

  it('what worries depends on age: 60 a minute is slow for an infant', () => {
    const pair = [value('heart-rate', 130, 5), value('heart-rate', 60, 5)];
    expect(current(pair, 0.5)).toEqual([['heart-rate', 60]]);
    expect(current(pair, 40)).toEqual([['heart-rate', 130]]);
  });

  it('values that agree are no conflict', () => {
    expect(choose([value('systolic', 120, 5), value('systolic', 124, 5)]).problems).toEqual([]);
  });

  it('a charted value wins over one in words of the same time, not over a later one', () => {
    expect(current([value('temperature', 39.5, 10, 'complaint'), value('temperature', 37.2, 20)])).toEqual([
      ['temperature', 37.2],
    ]);
    expect(current([value('temperature', 39.5, 10, 'complaint'), value('temperature', 37.2, 200)])).toEqual([
      ['temperature', 39.5],
    ]);
  });

  it('without values there is nothing', () => {
    expect(choose([])).toEqual({ current: [], history: [], problems: [] });
  });
});
