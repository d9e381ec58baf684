import type { Assessment } from '#fhir-mappers/assessment.ts';
import { REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';

/** Everything is counted from here, so that ages and due times are the same in each test. */
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const complaint = 'Chest pain for an hour, sweating, feels like pressure. No fever. Father had a stroke.';

/** An assessment as the service gives it, with every part filled: for faults and for looking at the screen. */
export function cannedAssessment(change: Partial<Assessment> = {}): Assessment {
  const chestPain = { origin: 'complaint', span: [0, 10], at: minutesAgo(20) } as const;
  return {
    schema: '1',
    id: '7f0c2f5e-3a51-4f0e-9a53-5a0c6a1f2b10',
    asOf: minutesAgo(1),
    hook: 'encounter-start',
    subject: { patient: 'p1', encounter: 'e1' },
    priority: 'critical',
    escalateToPhysician: true,
    complete: false,
    missing: [
      { about: 'temperature', code: 'missing', text: 'Temperature was not measured.' },
      { about: 'glucose', code: 'missing', text: 'Glucose was not measured.' },
    ],
    complaint: { text: complaint, readable: true },
    findings: [
      { code: 'chest-pain', display: 'chest pain', text: 'Chest pain', state: 'present', source: chestPain },
      {
        code: 'sweating',
        display: 'sweating',
        text: 'sweating',
        state: 'present',
        source: { origin: 'complaint', span: [24, 32] },
      },
      {
        code: 'fever',
        display: 'fever',
        text: 'No fever',
        state: 'absent',
        source: { origin: 'complaint', span: [60, 68] },
      },
      {
        code: 'stroke',
        display: 'stroke',
        text: 'Father had a stroke',
        state: 'family',
        source: { origin: 'complaint', span: [70, 89] },
      },
    ],
    measurements: [
      {
        kind: 'systolic',
        display: 'systolic blood pressure',
        value: 88,
        unit: 'mm[Hg]',
        at: minutesAgo(8),
        stale: false,
        abnormal: 'low',
        source: { origin: 'chart', reference: 'Observation/bp3', at: minutesAgo(8) },
      },
    ],
    rules: [
      {
        id: 'vital-systolic-below-90',
        title: 'Systolic blood pressure below 90',
        floor: 'critical',
        facts: [
          {
            text: 'systolic blood pressure 88 mmHg',
            source: { origin: 'chart', reference: 'Observation/bp3', at: minutesAgo(8) },
          },
        ],
        source: {
          organisation: 'Royal College of Physicians',
          title: 'National Early Warning Score 2',
          year: 2017,
          verified: true,
        },
      },
      {
        id: 'red-flag-chest-pain',
        title: 'Chest pain with sweating',
        floor: 'high',
        facts: [{ text: 'chest pain', source: chestPain }, { text: 'sweating' }],
        source: {
          organisation: 'American Heart Association',
          title: 'Chest pain guideline',
          year: 2021,
          verified: false,
        },
      },
    ],
    reasons: [
      {
        kind: 'vital',
        text: 'Systolic blood pressure 88 mmHg, 8 minutes ago',
        facts: [
          {
            text: 'systolic blood pressure 88 mmHg',
            source: { origin: 'chart', reference: 'Observation/bp3', at: minutesAgo(8) },
          },
        ],
      },
      {
        kind: 'rule',
        text: 'Chest pain with sweating',
        facts: [{ text: 'chest pain', source: chestPain }, { text: 'sweating' }],
        passages: ['chest-pain-first-look'],
      },
      {
        kind: 'drug',
        text: 'Takes warfarin, an anticoagulant',
        facts: [
          { text: 'warfarin 5 mg tablet', source: { origin: 'chart', reference: 'MedicationRequest/m1' } },
        ],
      },
    ],
    against: [{ text: 'pain 2 of 10', source: { origin: 'chart', reference: 'Observation/pain' } }],
    questions: [
      {
        id: 'breathless',
        text: 'Short of breath now?',
        reason: 'Breathlessness with chest pain needs a physician at once.',
        couldRaiseTo: 'critical',
      },
      {
        id: 'radiates',
        text: 'Does the pain go to the arm, jaw or back?',
        reason: 'It changes who is called.',
      },
    ],
    cautions: [
      {
        id: 'warfarin',
        text: 'Takes warfarin: ask about bleeding and the last INR before anything invasive.',
      },
    ],
    nextSteps: [
      { id: 'see', text: 'See now: stay with the patient and call the clinic’s emergency response.' },
      { id: 'physician', text: 'Ask a physician to come at once: systolic blood pressure below 90.' },
      { id: 'measure', text: 'Measure now: temperature, glucose.' },
    ],
    news2: { atLeast: 6, missing: ['temperature'], anySingleThree: true },
    model: {
      state: 'present',
      name: 'triage-gbdt',
      version: '1.0.0',
      provider: 'cpu',
      probabilities: { low: 0.02, medium: 0.11, high: 0.52, critical: 0.35 },
      critical: 0.12,
      set: ['critical', 'high'],
      outOfDistribution: false,
      effects: [
        { fact: 'systolic blood pressure 88', change: 0.21 },
        { fact: 'pain 2 of 10', change: -0.03 },
      ],
    },
    passages: [
      {
        id: 'chest-pain-first-look',
        title: 'Chest pain: first look in the clinic',
        kind: 'emergency-protocol',
        score: 0.91,
        organisation: 'American Heart Association',
        document: 'Chest pain guideline',
        year: 2021,
        link: 'https://example.org/chest-pain',
        text: 'A patient with new chest pain and sweating gets an ECG within ten minutes and is not left alone. Oxygen saturation, both arms’ blood pressure and the time of onset are taken while help is called.',
        supports: ['red-flag-chest-pain'],
      },
    ],
    evidence: { state: 'present' },
    gates: {
      decision: 'escalate',
      verdicts: [
        { gate: 'data-integrity', kind: 'pass', reasons: [] },
        { gate: 'input-sufficiency', kind: 'pass', reasons: [] },
        { gate: 'vital-sign-floor', kind: 'escalate', reasons: ['Systolic blood pressure below 90.'] },
        { gate: 'counterfactual-fairness', kind: 'pass', reasons: [] },
        { gate: 'wording', kind: 'pass', reasons: [] },
      ],
    },
    review: REVIEW_STATEMENT,
    versions: { service: '0.1.0', rules: '2026-11-01', lexicon: '1' },
    ...change,
  };
}
