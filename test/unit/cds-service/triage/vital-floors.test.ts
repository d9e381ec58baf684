import { describe, expect, it } from 'vitest';
import { triage } from '#cds-service/triage/triage.ts';
import { moreUrgent, type Priority } from '#terminology/priority.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { emptySnapshot, finding, measured } from '../../../support/snapshot.ts';

/** The highest floor that vital signs alone set; `none` where none does. */
function floorOf(ageYears: number, vitals: Readonly<Partial<Record<VitalKind, number>>>): Priority | 'none' {
  const { hits } = triage(
    emptySnapshot({
      ageYears,
      measurements: Object.entries(vitals).map(([kind, value]) => measured(kind as VitalKind, value)),
    }),
  );
  return hits.length === 0
    ? 'none'
    : hits.reduce<Priority>((most, { floor }) => moreUrgent(most, floor), 'low');
}

const DAY = 1 / 365;
const MONTH = 1 / 12;

describe('vital signs alone', () => {
  it.each([
    // The clinic's three limits.
    [50, { spo2: 89 }, 'high'],
    [50, { spo2: 92 }, 'none'],
    [50, { systolic: 181 }, 'medium'],
    [50, { systolic: 220 }, 'high'],
    [50, { diastolic: 130 }, 'high'],
    [50, { systolic: 180 }, 'none'],
    [50, { systolic: 89 }, 'high'],
    [50, { systolic: 95 }, 'none'],
    [50, { 'heart-rate': 151 }, 'high'],
    [50, { 'heart-rate': 39 }, 'high'],
    [50, { 'heart-rate': 130 }, 'none'],
    [50, { 'heart-rate': 29 }, 'critical'],
    // Level 1 by numbers.
    [50, { spo2: 84 }, 'critical'],
    [50, { systolic: 69 }, 'critical'],
    [50, { systolic: 84, 'heart-rate': 124 }, 'critical'],
    [50, { 'respiratory-rate': 7 }, 'critical'],
    [50, { gcs: 8 }, 'critical'],
    [50, { gcs: 13 }, 'high'],
    [50, { consciousness: 3 }, 'critical'],
    [50, { temperature: 31.5 }, 'critical'],
    [50, { temperature: 34.5 }, 'high'],
    [50, { temperature: 41 }, 'high'],
    [50, { temperature: 38.4 }, 'none'],
    // NEWS2: single three, five and seven.
    [50, { 'respiratory-rate': 25 }, 'high'],
    [50, { 'respiratory-rate': 24 }, 'none'],
    [50, { 'heart-rate': 131 }, 'high'],
    [50, { 'respiratory-rate': 22, 'heart-rate': 115, temperature: 38.5 }, 'high'],
    [50, { 'respiratory-rate': 24, 'heart-rate': 120, temperature: 39.2, spo2: 95 }, 'high'],
    [50, { 'respiratory-rate': 25, 'heart-rate': 120, temperature: 39.2, spo2: 93 }, 'high'],
    [
      50,
      { 'respiratory-rate': 26, 'heart-rate': 132, temperature: 39.2, spo2: 91, systolic: 92 },
      'critical',
    ],
    [15.9, { 'heart-rate': 115, 'respiratory-rate': 24, spo2: 95, temperature: 37.5 }, 'none'],
    // Glucose, mmol/L.
    [50, { glucose: 2.9 }, 'high'],
    [50, { glucose: 3.6 }, 'none'],
    [50, { glucose: 2.1, consciousness: 2 }, 'critical'],
    [50, { glucose: 26 }, 'high'],
    [50, { glucose: 34, gcs: 12 }, 'critical'],
  ] as const)('at %d years %j: %s', (age, vitals, floor) => {
    expect(floorOf(age, vitals)).toBe(floor);
  });

  it.each([
    // Temperature by age.
    [5 * DAY, { temperature: 38 }, 'high'],
    [5 * DAY, { temperature: 37.9 }, 'none'],
    [2 * MONTH, { temperature: 38.1 }, 'high'],
    [2 * MONTH, { temperature: 35.8 }, 'high'],
    [4 * MONTH, { temperature: 38.8 }, 'none'],
    [4 * MONTH, { temperature: 39 }, 'high'],
    [2, { temperature: 39.6 }, 'none'],
    // Hypotension by age (PALS): 60, 70, 70 + 2 x age, 90.
    [10 * DAY, { systolic: 59 }, 'high'],
    [10 * DAY, { systolic: 61 }, 'none'],
    [6 * MONTH, { systolic: 69 }, 'high'],
    [6 * MONTH, { systolic: 72 }, 'none'],
    [5, { systolic: 79 }, 'high'],
    [5, { systolic: 81 }, 'none'],
    [11, { systolic: 89 }, 'high'],
    // Rates: two in the danger zone, or one far above it.
    [2, { 'heart-rate': 141 }, 'none'],
    [2, { 'heart-rate': 141, 'respiratory-rate': 41 }, 'high'],
    [2, { 'heart-rate': 181 }, 'high'],
    [8 * MONTH, { 'heart-rate': 181, 'respiratory-rate': 56 }, 'high'],
    [8 * MONTH, { 'heart-rate': 170, 'respiratory-rate': 50 }, 'none'],
    [7, { 'respiratory-rate': 40 }, 'high'],
    [4 * MONTH, { 'heart-rate': 75 }, 'high'],
    [1, { spo2: 91 }, 'high'],
    [1, { spo2: 92 }, 'none'],
  ] as const)('at %d years %j: %s', (age, vitals, floor) => {
    expect(floorOf(age, vitals)).toBe(floor);
  });

  it('does not count a stale value as current, and asks for a new one', () => {
    const snapshot = emptySnapshot({ measurements: [measured('spo2', 84, { stale: true })] });
    const { hits, questions } = triage(snapshot);
    expect(hits).toEqual([]);
    expect(questions.map(({ id }) => id)).toContain('measure-again');
  });

  it('reads saturations on the second scale of NEWS2 where a clinician recorded a lower target', () => {
    const target = finding('lower-oxygen-target', { state: 'past' });
    const copd = finding('copd', { state: 'past' });
    const scoreAt = (spo2: number, oxygen: number, ...findings: (typeof target)[]) =>
      triage(
        emptySnapshot({
          ageYears: 70,
          findings,
          measurements: [measured('spo2', spo2), ...(oxygen > 0 ? [measured('inhaled-oxygen', oxygen)] : [])],
        }),
      ).news2!.atLeast;
    expect([83, 85, 87, 90, 97].map((spo2) => scoreAt(spo2, 0, target))).toEqual([3, 2, 1, 0, 0]);
    // Two points are for the added oxygen itself; too much of it counts against the patient.
    expect([90, 94, 96, 98].map((spo2) => scoreAt(spo2, 2, target))).toEqual([2, 3, 4, 5]);
    expect(scoreAt(90, 0, copd), 'COPD alone is no record of a lower target').toBe(3);
  });

  it('tells the physician of 88 or 89% at a recorded lower target, and raises nothing', () => {
    const findings = [finding('lower-oxygen-target', { state: 'past' })];
    const { hits } = triage(emptySnapshot({ findings, measurements: [measured('spo2', 89)] }));
    expect(hits.map(({ id, floor, escalate }) => [id, floor, escalate])).toEqual([
      ['vital-spo2-at-lower-target', 'medium', true],
    ]);
    const lower = triage(emptySnapshot({ findings, measurements: [measured('spo2', 87)] }));
    expect(lower.hits[0]?.floor).toBe('high');
  });

  it('asks for a physician at once beyond the clinic’s limits', () => {
    for (const measurement of [
      measured('spo2', 89),
      measured('systolic', 185),
      measured('heart-rate', 155),
    ]) {
      const { hits } = triage(emptySnapshot({ measurements: [measurement] }));
      expect(hits.some(({ escalate }) => escalate)).toBe(true);
    }
  });

  it('reads a fall of systolic pressure since an earlier value', () => {
    const { hits } = triage(
      emptySnapshot({
        measurements: [measured('systolic', 104), measured('temperature', 38.4)],
        history: [measured('systolic', 150)],
      }),
    );
    expect(hits.map(({ id }) => id)).toContain('systolic-fall');
  });

  it('uses the limits of pregnancy, and no NEWS2', () => {
    const result = triage(
      emptySnapshot({
        pregnancy: { state: 'pregnant', weeks: 30 },
        measurements: [measured('systolic', 152), measured('heart-rate', 96)],
      }),
    );
    expect(result.news2).toBeUndefined();
    expect(result.hits.map(({ id }) => id)).toContain('obstetric-pressure-low-high');
  });

  it('publishes a partial NEWS2 with what is missing', () => {
    const { news2 } = triage(
      emptySnapshot({ measurements: [measured('respiratory-rate', 25), measured('spo2', 97)] }),
    );
    expect(news2).toEqual({
      atLeast: 3,
      anySingleThree: true,
      missing: [
        'inhaled oxygen',
        'systolic blood pressure',
        'heart rate',
        'level of consciousness',
        'temperature',
      ],
    });
  });
});
