import { describe, expect, it } from 'vitest';
import { triage } from '#cds-service/triage/triage.ts';
import type { ClinicalSnapshot, Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { emptySnapshot, finding, measured } from '../../../support/snapshot.ts';

const protocol = (snapshot: ClinicalSnapshot) => triage(snapshot).protocol;
const of = (...findings: (string | Finding)[]): ClinicalSnapshot =>
  emptySnapshot({ findings: findings.map((it) => (typeof it === 'string' ? finding(it) : it)) });

describe('the protocol', () => {
  it.each([
    ['ankle-sprain'],
    ['sore-throat', 'runny-nose', 'cough'],
    ['toothache'],
    ['dysuria', 'urinary-frequency'],
    ['medication-refill'],
    ['minor-cut'],
    ['rash', 'itching'],
    ['low-back-pain'],
    ['conjunctivitis'],
    ['constipation'],
    ['ear-pain'],
    ['insect-bite'],
    ['knee-pain', 'pain'],
    ['advice-request'],
    ['dog-bite'],
    ['shingles', 'chronic-unchanged'],
    ['murmur', 'work-note'],
    ['leg-oedema', 'calcium-channel-blocker'],
    ['black-stool', 'supplement'],
  ])('calls %s low', (...concepts) => {
    expect(protocol(of(...concepts)).priority).toBe('low');
  });

  it.each([
    ['abdominal-pain'],
    ['vomiting'],
    ['vertigo'],
    ['kidney-stone'],
    ['unilateral-leg-swelling'],
    ['wrist-fracture'],
    ['pain'],
    ['weakness'],
    ['sore-throat', 'abdominal-pain'],
    ['fluctuant-abscess'],
    ['shingles'],
    ['limping-child'],
    ['groin-lump'],
    ['testicular-lump'],
    ['suspicious-mole'],
    ['wound-gaping'],
    ['foreign-body-nose'],
    ['dog-bite', 'hand-bite'],
    ['rabies-exposure'],
    ['purpura'],
    // What stands beside a minor complaint makes it one of today.
    ['rash', 'same-day-request'],
    ['hives', 'recent-antibiotics'],
    ['tick-bite', 'erythema-migrans'],
    ['wound', 'joint-replacement', 'redness'],
    ['chickenpox', 'fever', 'pus'],
    ['puncture-wound', 'redness'],
    ['heavy-period', 'fatigue'],
    ['hand-swelling', 'stiffness'],
    ['ear-discharge', 'dizziness'],
    ['wrist-swelling', 'fall'],
  ])('calls %s medium', (...concepts) => {
    expect(protocol(of(...concepts)).priority).toBe('medium');
  });

  it('does not take a test named by the way for what somebody came for', () => {
    const denied = finding('chest-pain', { state: 'absent' });
    expect(protocol(of('imaging-request')).priority).toBe('low');
    expect(protocol(of('imaging-request', denied)).priority).toBe('medium');
    expect(protocol(of('imaging-request', 'advice-request', denied)).priority).toBe('low');
  });

  it('names why a complaint is minor, and what speaks against urgency', () => {
    const { reasons, against } = protocol(
      of('ankle-sprain', 'weight-bearing', finding('chest-pain', { state: 'absent' })),
    );
    expect(reasons[0]?.text).toContain('minor injury');
    expect(against.map(({ text }) => text)).toEqual(expect.arrayContaining(['no chest pain']));
    expect(against.length).toBe(2);
  });

  it.each([
    ['a fast heart', { measurements: [measured('heart-rate', 115)] }],
    ['fast breathing', { measurements: [measured('respiratory-rate', 23)] }],
    ['a saturation under 95', { measurements: [measured('spo2', 94)] }],
    ['a temperature of 39', { measurements: [measured('temperature', 39.1)] }],
    ['pain of nine', { measurements: [measured('pain', 9)] }],
  ] as const)('keeps a cold at medium for %s', (_, change) => {
    const snapshot = { ...of('runny-nose', 'cough'), ...change };
    expect(protocol(snapshot).priority).toBe('medium');
    expect(protocol(snapshot).reasons[0]?.text).toContain('Medium because of');
  });

  it('keeps an illness of the first three months at medium', () => {
    expect(
      protocol({ ...of('runny-nose'), patient: { id: 'test', sex: 'unknown', ageYears: 0.15 } }).priority,
    ).toBe('medium');
  });

  it('keeps an infection with weak defences at medium', () => {
    expect(protocol(of('skin-infection', 'immunosuppressed')).priority).toBe('medium');
  });

  it('does not count what is absent, past or of another person as a complaint', () => {
    const { priority, reasons } = protocol(
      of(
        'ankle-sprain',
        finding('abdominal-pain', { state: 'past' }),
        finding('vomiting', { state: 'family' }),
      ),
    );
    expect(priority).toBe('low');
    expect(reasons.length).toBe(1);
  });
});
