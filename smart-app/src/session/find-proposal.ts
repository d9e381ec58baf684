import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Service } from '../api/service.ts';
import type { LaunchContext } from '../smart/launch-context.ts';
import { Problem } from '../smart/problem.ts';

/** Something the nurse is told above the proposal. */
export type Notice = 'handle-expired' | 'other-nurse' | 'made-now' | 'signed-already' | 'amending';

interface Proposal {
  readonly assessment: Assessment;
  readonly notice: Notice | undefined;
}

/**
 * The proposal to review: the one the card's link names, else the newest of this patient and visit, else one
 * made now.
 *
 * A handle that ran out falls back and says so. A handle of another patient stops: the nurse decides.
 *
 * @throws Problem `other-patient` also when the service's answer is about somebody else.
 */
export async function findProposal(
  service: Pick<Service, 'findAssessment' | 'assess'>,
  context: LaunchContext,
  ignoreHandle = false,
): Promise<Proposal> {
  const handle = ignoreHandle ? undefined : context.appContext;
  const proposal = await byHandle(service, handle);
  if (proposal.assessment.subject.patient.replace(/^Patient\//, '') !== context.patient) {
    throw new Problem('other-patient');
  }
  return proposal;
}

async function byHandle(
  service: Pick<Service, 'findAssessment' | 'assess'>,
  handle: string | undefined,
): Promise<Proposal> {
  try {
    const { assessment, isSigned } = await service.findAssessment(handle);
    // What is signed stays as it is: a new look at the patient is a new proposal.
    if (isSigned) return { assessment: await service.assess({}), notice: 'signed-already' };
    return { assessment, notice: undefined };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A card is made for one nurse; another who may see the patient gets the patient's newest proposal.
    if (handle !== undefined && (error.code === 'handle-expired' || error.code === 'forbidden')) {
      const { assessment } = await byHandle(service, undefined);
      return { assessment, notice: error.code === 'forbidden' ? 'other-nurse' : 'handle-expired' };
    }
    if (error.code !== 'no-assessment') throw error;
    return { assessment: await service.assess({}), notice: 'made-now' };
  }
}
