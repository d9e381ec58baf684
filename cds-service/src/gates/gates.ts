import { artefactIntegrity } from './artefact-integrity.ts';
import { counterfactualFairness } from './counterfactual-fairness.ts';
import { dataIntegrity } from './data-integrity.ts';
import { drugSafetyFloor, redFlagFloor, vitalSignFloor } from './floors.ts';
import type { Gate } from './gate.ts';
import { grounding } from './grounding.ts';
import { inputSufficiency } from './input-sufficiency.ts';
import { modelUncertainty } from './model-uncertainty.ts';
import { outOfDistribution } from './out-of-distribution.ts';
import { privacy } from './privacy.ts';
import { staleness } from './staleness.ts';
import { wording } from './wording.ts';

/** Every gate of design section 5, in the order in which the report lists them. */
export const GATES: readonly Gate[] = [
  dataIntegrity,
  inputSufficiency,
  staleness,
  redFlagFloor,
  vitalSignFloor,
  drugSafetyFloor,
  modelUncertainty,
  outOfDistribution,
  counterfactualFairness,
  grounding,
  wording,
  privacy,
  artefactIntegrity,
];
