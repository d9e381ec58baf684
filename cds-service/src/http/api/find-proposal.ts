import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { Session } from '../../auth/app-session.ts';
import { checkBinding } from '../../auth/check-binding.ts';
import type { Proposal, Store } from '../../store/contract.ts';

/**
 * The proposal that a session may see: by its handle, or the newest of its patient.
 *
 * A handle is bound to patient, encounter and user (CH-100): to the nurse whose hook made it, and to the one who opens
 * it first. She may open it again, so that a reload does not lose her work.
 *
 * @throws ServiceError `no-assessment`, `handle-expired`, `other-patient` or `forbidden`.
 */
export async function findProposal(
  handle: string | undefined,
  { binding, practitioner }: Session,
  { store, now }: { readonly store: Store; readonly now: number },
): Promise<Proposal> {
  if (handle === undefined) {
    const newest = await store.newestProposal(binding);
    if (!newest) throw new ServiceError('no-assessment');
    return newest;
  }
  const answer = await store.findByHandle(handle, now);
  if (answer.state === 'unknown') throw new ServiceError('no-assessment');
  if (answer.state === 'expired') throw new ServiceError('handle-expired');
  const { proposal, boundTo } = answer;
  checkBinding(proposal.binding, binding);
  const { reference } = practitioner;
  if (isSomebodyElse(proposal.user, reference) || (boundTo !== undefined && boundTo !== reference)) {
    throw new ServiceError('forbidden', { keys: ['handle'] });
  }
  if (boundTo === undefined) await store.bindHandle(handle, reference);
  return proposal;
}

/** A role and its practitioner cannot be told apart by reference, so only equal types are compared. */
function isSomebodyElse(user: string, practitioner: string): boolean {
  return user.split('/').at(-2) === practitioner.split('/').at(-2) && user !== practitioner;
}
