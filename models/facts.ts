import type { FeatureInput } from './contract.ts';
import type { FeatureSpec } from './features.ts';

/** A measurement that is not known, with the input if it were as expected and if it were worrying. */
export interface UnknownFact {
  readonly fact: string;
  readonly expected: FeatureInput;
  readonly worrying: FeatureInput;
}

/**
 * A worrying value of each vital sign, and one to expect: what lies between them is what an answer could change.
 *
 * Rates and pressure as a share of the usual for the age; the worrying shares are about where NEWS2 gives an adult
 * three points. Unverified; used only to choose which measurement to ask for.
 */
const BY_AGE = { 'heart-rate': 1.6, 'respiratory-rate': 1.6, systolic: 0.7 } as const;
const FIXED = { spo2: [97, 90], temperature: [36.8, 39.5] } as const;

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

/** One pair of inputs for each vital sign that nobody has measured; none when the age is not known. */
export function askAbout(input: FeatureInput, spec: FeatureSpec): readonly UnknownFact[] {
  const { ageYears } = input;
  const band = spec.typicalByAge.bands.find(({ below }) => ageYears !== undefined && ageYears < below);
  if (band === undefined) return [];
  const values: readonly (readonly [string, number, number])[] = [
    ...(['heart-rate', 'respiratory-rate', 'systolic'] as const).map(
      (kind) => [kind, band[kind], band[kind] * BY_AGE[kind]] as const,
    ),
    ...Object.entries(FIXED).map(([kind, [expected, worrying]]) => [kind, expected, worrying] as const),
  ];
  return values
    .filter(([kind]) => input.vitals[kind] === undefined)
    .map(([fact, expected, worrying]) => ({
      fact,
      expected: { ...input, vitals: { ...input.vitals, [fact]: expected } },
      worrying: { ...input, vitals: { ...input.vitals, [fact]: worrying } },
    }));
}
