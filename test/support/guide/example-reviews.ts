import type { Assessment } from '#fhir-mappers/assessment.ts';
import { FOLLOW_UPS, type FollowUp, type Review, reviewSchema } from '#fhir-mappers/review.ts';
import type { AskFor } from './sandbox-assessment.ts';

/** One way through triage: a patient, and what the nurse makes of the proposal. */
export interface ExamplePath {
  readonly name: string;
  readonly shows: string;
  readonly ask: AskFor;
  readonly mode: 'transaction' | 'document';
  readonly review: (assessment: Assessment) => Review;
}

/** Every path of a write-back, each with a synthetic patient of the sandbox. */
export const EXAMPLE_PATHS: readonly ExamplePath[] = [
  {
    name: 'agreed-with-escalation',
    shows: 'The nurse agrees; a physician is called; the model took part.',
    ask: { patient: 'ana-ruiz', hook: 'encounter-start', withModel: true },
    mode: 'transaction',
    review: (assessment) =>
      concluded(assessment, {
        summary: 'Chest pressure with sweating for 40 minutes. ECG requested, physician informed.',
        handover: { to: 'physician', name: 'Helen Voss, MD', withinMinutes: 0 },
        escalate: true,
        nextSteps: ['12-lead ECG now', 'Stay with the patient'],
      }),
  },
  {
    name: 'all-follow-ups',
    shows: 'No escalation; every kind of follow-up is ordered, each as its own Task.',
    ask: { patient: 'devon-clarke', hook: 'encounter-start' },
    mode: 'transaction',
    review: (assessment) =>
      concluded(assessment, {
        summary: 'Ankle sprain, walks with a limp. Measurements to be taken.',
        followUps: Object.keys(FOLLOW_UPS) as FollowUp[],
      }),
  },
  {
    name: 'note-in-place-of-impression',
    shows: 'The EHR stores no ClinicalImpression: the conclusion is a DocumentReference.',
    ask: { patient: 'harold-nguyen', hook: 'encounter-start' },
    mode: 'document',
    review: (assessment) =>
      concluded(assessment, {
        summary: 'Cannot finish a sentence, oxygen saturation low. Resuscitation room.',
        handover: { to: 'physician', withinMinutes: 0 },
        escalate: true,
      }),
  },
  {
    name: 'below-floor',
    shows:
      'The nurse goes below a floor with a coded reason and a confirmation; she rejects and adds findings.',
    ask: { patient: 'rosa-marin', hook: 'encounter-start' },
    mode: 'transaction',
    review: (assessment) =>
      concluded(assessment, {
        priority: 'medium',
        overrideReason: { code: 'clinician-saw-patient', text: 'Dr Voss saw her at the door.' },
        belowFloor: { rule: assessment.rules[0]?.id ?? 'none', confirmed: true },
        summary: 'Seen by the physician on arrival, no longer dizzy, pressure stable.',
        findings: [
          ...verdicts(assessment, 'confirmed').slice(0, 1),
          ...verdicts(assessment, 'rejected').slice(1, 2),
          { code: '', display: 'Looks pale', text: 'pale conjunctivae', verdict: 'added' },
        ],
        answers: [{ question: 'q1', text: 'Any blood in vomit?', answer: 'No' }],
        firstImpression: 'high',
      }),
  },
  {
    name: 'without-encounter',
    shows: 'patient-view without an encounter; the nurse finds the patient more urgent than proposed.',
    ask: { patient: 'tom-becker', hook: 'patient-view' },
    mode: 'transaction',
    review: (assessment) =>
      concluded(assessment, {
        priority: 'high',
        overrideReason: { code: 'more-urgent-than-proposed' },
        summary: 'Drooling since he sat down; to be seen next.',
        handover: { to: 'charge-nurse', withinMinutes: 10 },
        escalate: true,
        followUps: ['physician-review', 'repeat-observations'],
      }),
  },
  {
    name: 'answers-from-form',
    shows:
      'The complaint came from the pre-screening form; the handover is to a physician, without escalation.',
    ask: { patient: 'walter-brandt', hook: 'encounter-start' },
    mode: 'transaction',
    review: (assessment) =>
      concluded(assessment, {
        summary: 'Head injury on warfarin, alert. Imaging pathway.',
        handover: { to: 'physician', withinMinutes: 10 },
        followUps: ['additional-testing'],
      }),
  },
];

function concluded(assessment: Assessment, changes: Partial<Review>): Review {
  return reviewSchema.parse({
    assessmentId: assessment.id,
    priority: assessment.priority,
    findings: verdicts(assessment, 'confirmed'),
    answers: [],
    nextSteps: [],
    handover: { to: 'triage-nurse', withinMinutes: 60 },
    escalate: false,
    followUps: [],
    ...changes,
  });
}

/** The present findings of a proposal, each once, all with one verdict. */
function verdicts({ findings }: Assessment, verdict: 'confirmed' | 'rejected'): Review['findings'] {
  const present = findings.filter(({ state }) => state === 'present');
  const first = present.filter(
    ({ code }, index) => present.findIndex((other) => other.code === code) === index,
  );
  return first.map(({ code, display, text }) => ({ code, display, text, verdict }));
}
