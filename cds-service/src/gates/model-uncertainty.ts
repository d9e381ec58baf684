import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Gate } from './gate.ts';
import { passWith } from './verdict.ts';

/** Says when the model cannot tell neighbouring priorities apart; the proposal then rests on the higher one. */
export const modelUncertainty: Gate = {
  id: 'model-uncertainty',
  check: ({ prediction }) => {
    if (isUnavailable(prediction)) return passWith([`no model opinion: ${prediction.code}`]);
    if (prediction.set.length <= 1) return passWith([]);
    return passWith([`the model cannot exclude: ${prediction.set.join(', ')}`]);
  },
};
