import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '#smart-app/review/compare.ts';
import { floorAbove, highestFloor } from '#smart-app/review/floor.ts';
import { proposeLines } from '#smart-app/review/handover-lines.ts';
import { highlight } from '#smart-app/review/highlight.ts';
import { readMeasurement } from '#smart-app/review/measurement-input.ts';
import { cannedAssessment } from '../../../support/app/canned-assessment.ts';

describe('highlight', () => {
  it('marks the spans and joins those that overlap', () => {
    expect(
      highlight('chest pain now', [
        [0, 5],
        [3, 10],
      ]),
    ).toEqual([
      { text: 'chest pain', marked: true },
      { text: ' now', marked: false },
    ]);
  });

  it('loses no letter, whatever the spans', () => {
    const spans = fc.array(fc.tuple(fc.integer(), fc.integer()));
    fc.assert(
      fc.property(fc.string(), spans, (text, marks) => {
        expect(
          highlight(text, marks)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('readMeasurement', () => {
  it.each([
    ['heart-rate', '88', 88],
    ['temperature', '38,4', 38.4],
    ['temperature', '101.3', 38.5],
  ] as const)('reads %s %s as %s', (kind, typed, value) => {
    expect(readMeasurement(kind, typed)).toMatchObject({ ok: true, value });
  });

  it.each([
    ['heart-rate', '8'],
    ['spo2', '950'],
    ['temperature', '3.8'],
    ['heart-rate', '88bpm'],
    ['heart-rate', ''],
    ['heart-rate', '-88'],
  ] as const)('refuses %s %s', (kind, typed) => {
    expect(readMeasurement(kind, typed).ok).toBe(false);
  });
});

describe('floors', () => {
  it('finds the highest, whatever the order of the rules', () => {
    const { rules } = cannedAssessment();
    const reversed = cannedAssessment({ rules: rules.toReversed() });
    expect(highestFloor(reversed)?.floor).toBe('critical');
  });

  it('has none above a level that reaches it', () => {
    expect(floorAbove(cannedAssessment(), 'critical')).toBeUndefined();
  });
});

describe('compare', () => {
  it('says what rose and why', () => {
    const change = compare(cannedAssessment({ priority: 'medium' }), cannedAssessment());
    expect(change).toMatchObject({ direction: 'up', was: 'medium', now: 'critical' });
    expect(change.because).toContain('Systolic');
  });
});

describe('proposeLines', () => {
  const chart = { who: '54 y F', problems: ['asthma'], medicines: undefined, allergies: 'Ask.' };

  it('says what could not be read, and never writes the conclusion for the nurse', () => {
    const proposed = proposeLines(cannedAssessment(), chart);
    expect(proposed.background).toContain('Medicines could not be read.');
    expect(proposed.recommendation).toBe('');
    expect(JSON.stringify(proposed)).not.toMatch(/critical/i);
  });

  it('leaves out what was denied or belongs to the family', () => {
    expect(proposeLines(cannedAssessment(), chart).assessment).not.toMatch(/fever|stroke/);
  });
});
