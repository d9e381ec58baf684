import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { assessSnapshot } from '../../pipeline.ts';
import type { PipelineDeps } from '../../pipeline-deps.ts';
import { findingsOfAnswer } from '../../triage/answer-question.ts';
import type { AssessNow } from '../deps.ts';
import { withNurseInput } from './nurse-input.ts';

/**
 * Assesses a patient for the app: the stages of a hook call with what a nurse has just told, and no cards.
 *
 * The assessment comes back even when the gates abstain, because the app shows what is missing.
 */
export function createAssessNow(deps: PipelineDeps): AssessNow {
  return async (request, input, { signal }) => {
    const asOf = deps.now().toISOString();
    const data = await deps.readPatientData(request, signal);
    const snapshot = takeSnapshot(withNurseInput(data, input, asOf), {
      asOf,
      hook: request.hook,
      staleAfterHours: deps.settings.staleAfterHours,
    });
    const { patientId: patient, encounterId: encounter } = request.context;
    return assessSnapshot(withAnswers(snapshot, input.answers), deps, {
      hook: request.hook,
      subject: encounter === undefined ? { patient } : { patient, encounter },
      signal,
    });
  };
}

/** A bare yes or no to one of our questions says something about the concepts that the question is about. */
function withAnswers(
  snapshot: ClinicalSnapshot,
  answers: readonly { readonly questionId: string; readonly answer: string }[],
): ClinicalSnapshot {
  const told = answers.flatMap((answer) => findingsOfAnswer({ ...answer, at: snapshot.asOf }));
  return told.length === 0 ? snapshot : { ...snapshot, findings: [...snapshot.findings, ...told] };
}
