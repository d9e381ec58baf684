import type { Gate } from './gate.ts';
import { PASS, passWith } from './verdict.ts';

/** Without a complaint, a usable vital sign or a rule that fired there is nothing to base a proposal on. */
export const inputSufficiency: Gate = {
  id: 'input-sufficiency',
  check: ({ snapshot, triage }) => {
    const hasBasis =
      snapshot.complaint.state === 'present' ||
      snapshot.measurements.some((measurement) => !measurement.stale) ||
      triage.hits.length > 0;
    if (!hasBasis)
      return { kind: 'abstain', reasons: ['no complaint, no current vital sign and no safety concern'] };
    if (snapshot.complaint.state === 'unavailable')
      return passWith(['the presenting complaint could not be read']);
    return PASS;
  },
};
