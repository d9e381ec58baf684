import type { Assessment } from '#fhir-mappers/assessment.ts';
import { type Review, reviewSchema } from '#fhir-mappers/review.ts';

/** A nurse who agrees with the proposal; say what is different in `changes`. */
export function aReviewOf(assessment: Assessment, changes: Partial<Review> = {}): Review {
  return reviewSchema.parse({
    assessmentId: assessment.id,
    priority: assessment.priority,
    findings: [],
    answers: [],
    summary: 'Pale and sweating, low blood pressure. Physician informed.',
    nextSteps: ['Physician to see now'],
    handover: { to: 'physician', withinMinutes: 0 },
    escalate: true,
    followUps: [],
    ...changes,
  });
}
