import { type Draft, rebaseDraft } from '../review/draft.ts';
import type { Workplace } from './open-workplace.ts';

/**
 * A new look at the patient that corrects what was signed. The nurse's words are taken over; the proposal is made
 * anew, because facts may have changed; the new record will be linked to the old one, which stays.
 *
 * @param signed - Reference of the impression that is corrected.
 */
export async function amend(workplace: Workplace, draft: Draft, signed: string): Promise<Workplace> {
  const assessment = await workplace.service.assess({});
  const seed = { ...rebaseDraft(draft, workplace.assessment, assessment), amends: signed };
  return { ...workplace, assessment, seed, notice: 'amending' };
}
