import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Review } from '#fhir-mappers/review.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { rankOf } from '#terminology/priority.ts';

/**
 * Checks a nurse's conclusion against the proposal that it answers (design section 4: floors).
 *
 * A priority other than the proposed one needs a coded reason, and words when the code is `other`. A priority below a
 * floor needs a confirmation that names a rule whose floor it goes below.
 *
 * @returns The rule that is overridden, or undefined when no floor is.
 * @throws ServiceError `override-reason-missing` or `below-floor-unconfirmed`.
 */
export function checkReview(review: Review, assessment: Assessment): string | undefined {
  const { priority, overrideReason, belowFloor } = review;
  const above = assessment.rules.filter(({ floor }) => rankOf(floor) > rankOf(priority));
  const isOther = priority !== assessment.priority;
  if (isOther && overrideReason === undefined) {
    throw new ServiceError('override-reason-missing', { keys: ['overrideReason'] });
  }
  if (overrideReason?.code === 'other' && !overrideReason.text?.trim()) {
    throw new ServiceError('override-reason-missing', {
      detail: 'The reason "other" needs words.',
      keys: ['overrideReason.text'],
    });
  }
  if (above.length === 0) {
    if (belowFloor === undefined) return undefined;
    throw new ServiceError('request-invalid', {
      detail: 'This priority is not below a floor.',
      keys: ['belowFloor'],
    });
  }
  if (belowFloor === undefined || !above.some(({ id }) => id === belowFloor.rule)) {
    throw new ServiceError('below-floor-unconfirmed', {
      detail: `Rules with a higher floor: ${above.map(({ id }) => id).join(', ')}.`,
      keys: ['belowFloor.rule'],
    });
  }
  return belowFloor.rule;
}
