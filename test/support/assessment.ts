import { type Assessment, REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';

/** A valid assessment with nothing remarkable; say what matters in `changes`. */
export function anAssessment(changes: Partial<Assessment> = {}): Assessment {
  return {
    schema: '1',
    id: '6f1c2d3e-0000-4000-8000-000000000001',
    asOf: '2026-11-21T10:00:00.000Z',
    hook: 'encounter-start',
    subject: { patient: 'p1', encounter: 'e1' },
    priority: 'medium',
    escalateToPhysician: false,
    complete: true,
    missing: [],
    complaint: { text: 'sprained ankle', readable: true },
    findings: [],
    measurements: [],
    rules: [],
    reasons: [],
    against: [],
    questions: [],
    cautions: [],
    nextSteps: [],
    model: { state: 'unavailable', code: 'not-installed' },
    passages: [],
    evidence: { state: 'known-empty' },
    gates: { decision: 'pass', verdicts: [] },
    review: REVIEW_STATEMENT,
    versions: { service: 'test' },
    ...changes,
  };
}

/** A rule that fired, with its floor. */
export function aRule(id: string, floor: Assessment['priority']): Assessment['rules'][number] {
  return {
    id,
    title: id,
    floor,
    facts: [],
    source: { organisation: 'Test', title: 'Test', year: 2026, verified: false },
  };
}
