import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { assessSnapshot } from '../../pipeline.ts';
import type { PipelineDeps } from '../../pipeline-deps.ts';
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
    return assessSnapshot(snapshot, deps, {
      hook: request.hook,
      subject: encounter === undefined ? { patient } : { patient, encounter },
      signal,
    });
  };
}
