import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Gate } from './gate.ts';
import { passWith } from './verdict.ts';

/** A patient unlike those the model was trained on: its opinion is shown as such and decides nothing. */
export const outOfDistribution: Gate = {
  id: 'out-of-distribution',
  check: ({ prediction }) =>
    passWith(
      !isUnavailable(prediction) && prediction.outOfDistribution
        ? ['unlike the patients the model was trained on: its opinion was not used']
        : [],
    ),
};
