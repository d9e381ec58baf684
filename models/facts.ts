import type { FeatureInput } from './contract.ts';
import type { FeatureSpec } from './features.ts';

/** The same input without one fact, and the fact's name for the nurse. */
export interface WithoutFact {
  readonly fact: string;
  readonly input: FeatureInput;
}

/**
 * One input for each fact that is known, with that fact left out: what changes then is the fact's effect.
 *
 * Chronic conditions that the patient has are left out one by one; those that she has not are no facts to show.
 * Age and sex stay: the question "what if she had no age" has no answer.
 */
export function leaveOneOut(input: FeatureInput, spec: FeatureSpec): readonly WithoutFact[] {
  const found: WithoutFact[] = [];
  for (const { name, from } of spec.measured) {
    if (from === 'ageYears' || input.vitals[from] === undefined) continue;
    const { [from]: _, ...vitals } = input.vitals;
    found.push({ fact: name, input: { ...input, vitals } });
  }
  for (const { name, concepts } of spec.conditions) {
    if (!concepts.some((concept) => input.conditions?.includes(concept))) continue;
    const conditions = input.conditions?.filter((concept) => !concepts.includes(concept));
    found.push({ fact: name, input: { ...input, conditions } });
  }
  if (input.arrivedByAmbulance === true)
    found.push({ fact: 'ambulance', input: { ...input, arrivedByAmbulance: undefined } });
  if (input.complaintVector !== undefined)
    found.push({ fact: 'complaint', input: { ...input, complaintVector: undefined } });
  return found;
}
