import type { Gate } from './gate.ts';
import { passWith } from './verdict.ts';

/** Names every measurement that is too old to count; the rules have not used them as current. */
export const staleness: Gate = {
  id: 'staleness',
  check: ({ snapshot }) =>
    passWith(
      snapshot.measurements.filter(({ stale }) => stale).map(({ kind }) => `${kind} is too old to count`),
    ),
};
