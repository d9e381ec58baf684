import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage } from '#cds-service/triage/triage.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { moreUrgent, type Priority, rankOf } from '#terminology/priority.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import { emptySnapshot, finding, measured } from '../../../support/snapshot.ts';

/** Findings of every kind that a complaint may hold; `reassuring` ones may calm, so they are apart. */
const COMPLAINTS = [
  'chest-pain',
  'headache',
  'fever',
  'cough',
  'sore-throat',
  'abdominal-pain',
  'vomiting',
  'rash',
  'ankle-sprain',
  'low-back-pain',
  'dizziness',
  'shortness-of-breath',
  'finger-laceration',
  'nosebleed',
  'toothache',
  'dysuria',
  'medication-refill',
  'anxiety',
  'fall',
  'palpitations',
  'weakness',
  'runny-nose',
];
/** Each sets a floor of its own, whatever else is there. */
const EMERGENCIES = [
  'unresponsive',
  'ongoing-seizure',
  'not-breathing',
  'cyanosis',
  'sexual-assault',
  'suicide-attempt',
  'haematemesis',
  'melaena',
  'thunderclap-headache',
  'anaphylaxis',
  'overdose',
  'uncontrolled-bleeding',
  'open-fracture',
  'testicular-torsion',
  'cardiac-arrest',
  'imminent-birth',
  'snake-bite',
  'hanging',
  'stroke',
  'button-battery',
];
const VITALS: readonly VitalKind[] = [
  'systolic',
  'heart-rate',
  'respiratory-rate',
  'temperature',
  'spo2',
  'glucose',
  'pain',
  'gcs',
];

const priorityOf = (snapshot: ClinicalSnapshot): Priority => {
  const { hits, protocol } = triage(snapshot);
  return hits.reduce((most, { floor }) => moreUrgent(most, floor), protocol.priority);
};

const findings = fc.uniqueArray(fc.constantFrom(...COMPLAINTS), { maxLength: 5 });
const vitals = fc.uniqueArray(
  fc.constantFrom(...VITALS).chain((kind) => {
    const [low, high] = VITAL_SIGNS[kind].plausible;
    return fc.record({
      kind: fc.constant(kind),
      value: fc.integer({ min: Math.ceil(low), max: Math.floor(high) }),
    });
  }),
  { selector: ({ kind }) => kind, maxLength: 6 },
);
const patients = fc
  .record({
    concepts: findings,
    vitals,
    ageYears: fc.integer({ min: 0, max: 99 }),
    sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
  })
  .map(({ concepts, vitals: values, ageYears, sex }) => ({
    ...emptySnapshot({
      findings: concepts.map((it) => finding(it)),
      measurements: values.map(({ kind, value }) => measured(kind, value)),
    }),
    patient: { id: 'test', ageYears, sex },
  }));

describe('invariants of the triage engine', () => {
  it('adding an emergency finding never lowers', () => {
    fc.assert(
      fc.property(patients, fc.constantFrom(...EMERGENCIES), (snapshot, concept) => {
        const more = { ...snapshot, findings: [...snapshot.findings, finding(concept)] };
        expect(rankOf(priorityOf(more))).toBeGreaterThanOrEqual(rankOf(priorityOf(snapshot)));
      }),
      { numRuns: 400 },
    );
  });

  it('every emergency finding alone is high or critical, and uncertain counts as present', () => {
    for (const concept of EMERGENCIES) {
      for (const state of ['present', 'uncertain'] as const) {
        expect(
          rankOf(priorityOf(emptySnapshot({ findings: [finding(concept, { state })] }))),
          concept,
        ).toBeGreaterThanOrEqual(rankOf('high'));
      }
    }
  });

  it('a finding that is absent, hypothetical, of the family or of another person fires nothing', () => {
    for (const concept of EMERGENCIES) {
      for (const state of ['absent', 'hypothetical', 'family', 'other-person'] as const) {
        expect(
          triage(emptySnapshot({ findings: [finding(concept, { state })] })).hits,
          `${concept} ${state}`,
        ).toEqual([]);
      }
    }
  });

  it('the same snapshot gives the same value', () => {
    fc.assert(
      fc.property(patients, (snapshot) => {
        expect(triage(structuredClone(snapshot))).toEqual(triage(snapshot));
      }),
      { numRuns: 100 },
    );
  });

  it('the order of findings and measurements changes no priority', () => {
    fc.assert(
      fc.property(patients, (snapshot) => {
        const turned = {
          ...snapshot,
          findings: [...snapshot.findings].reverse(),
          measurements: [...snapshot.measurements].reverse(),
        };
        expect(priorityOf(turned)).toBe(priorityOf(snapshot));
      }),
      { numRuns: 200 },
    );
  });

  it('sex changes the priority only through rules that say so', () => {
    fc.assert(
      fc.property(patients, (snapshot) => {
        const bySex = (['female', 'male'] as const).map((sex) => {
          const { hits, protocol } = triage({ ...snapshot, patient: { ...snapshot.patient, sex } });
          return [...hits.filter(({ sexSpecific }) => !sexSpecific).map(({ id }) => id), protocol.priority];
        });
        // The protocol itself knows one difference of sex: urinary symptoms in an older man.
        if (!snapshot.findings.some(({ concept }) => concept === 'dysuria'))
          expect(bySex[0]).toEqual(bySex[1]);
      }),
      { numRuns: 200 },
    );
  });

  it('language, arrival and id are not read', () => {
    fc.assert(
      fc.property(patients, (snapshot) => {
        const other: ClinicalSnapshot = {
          ...snapshot,
          patient: { ...snapshot.patient, id: 'other', language: 'es' },
          encounter: { id: 'e', status: 'arrived', arrival: 'walk-in' },
        };
        expect(triage(other)).toEqual(triage(snapshot));
      }),
      { numRuns: 50 },
    );
  });

  it('asks at most five questions, each of which could raise', () => {
    fc.assert(
      fc.property(patients, (snapshot) => {
        const { questions } = triage(snapshot);
        expect(questions.length).toBeLessThanOrEqual(5);
        for (const { couldRaiseTo } of questions) {
          expect(rankOf(couldRaiseTo!)).toBeGreaterThan(rankOf(priorityOf(snapshot)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('unread text is never low', () => {
    const snapshot = emptySnapshot({
      complaint: { state: 'present', value: { text: 'xx', sources: [], readable: false } },
    });
    expect(priorityOf(snapshot)).toBe('medium');
    expect(triage(snapshot).questions.length).toBeGreaterThan(0);
  });

  it('removing a reassuring measurement never lowers', () => {
    fc.assert(
      fc.property(findings, fc.integer({ min: 17, max: 95 }), (concepts, ageYears) => {
        const normal = (['spo2', 'heart-rate', 'respiratory-rate', 'systolic', 'temperature'] as const).map(
          (kind) =>
            measured(
              kind,
              { spo2: 98, 'heart-rate': 76, 'respiratory-rate': 15, systolic: 124, temperature: 36.8 }[kind],
            ),
        );
        const full = emptySnapshot({
          ageYears,
          findings: concepts.map((it) => finding(it)),
          measurements: normal,
        });
        expect(rankOf(priorityOf({ ...full, measurements: [] }))).toBeGreaterThanOrEqual(
          rankOf(priorityOf(full)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('a relative’s reassurance changes nothing', () => {
    const calm = ['reassurance-by-other', 'self-reassurance'].filter((id) => lookUpConcept(id) !== undefined);
    expect(calm.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(patients, fc.constantFrom(...calm), (snapshot, concept) => {
        const calmed = { ...snapshot, findings: [...snapshot.findings, finding(concept)] };
        expect(priorityOf(calmed)).toBe(priorityOf(snapshot));
      }),
      { numRuns: 100 },
    );
  });
});
