import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FeatureInput } from './contract.ts';

const bandSchema = z.object({
  below: z.number(),
  'heart-rate': z.number(),
  'respiratory-rate': z.number(),
  systolic: z.number(),
});
const pointsSchema = z.array(z.tuple([z.number(), z.number()]));
const specSchema = z.object({
  version: z.string(),
  textDimensions: z.number().int(),
  measured: z.array(
    z.object({ name: z.string(), from: z.string(), range: z.tuple([z.number(), z.number()]) }),
  ),
  typicalByAge: z.object({ bands: z.array(bandSchema) }),
  derived: z.array(z.string()),
  news2: z.object({
    'respiratory-rate': pointsSchema,
    spo2: pointsSchema,
    systolic: pointsSchema,
    'heart-rate': pointsSchema,
    temperature: pointsSchema,
  }),
  flags: z.array(z.string()),
  conditions: z.array(z.object({ name: z.string(), concepts: z.array(z.string()) })),
});

/** The definition of the model's inputs, shared with training: `models/features.json`. */
export type FeatureSpec = z.infer<typeof specSchema>;

/** Values in the order of `featureNames`; where `present` is 0 the value is 0 and means nothing. */
export interface FeatureVector {
  readonly values: Float32Array;
  readonly present: Float32Array;
  readonly text: Float32Array;
  readonly textPresent: boolean;
}

/** Reads the shared definition; called once by whoever opens the model. */
export function readFeatureSpec(): FeatureSpec {
  return specSchema.parse(JSON.parse(readFileSync(new URL('./features.json', import.meta.url), 'utf8')));
}

/** Names of the inputs, in the order of the model. */
export function featureNames(spec: FeatureSpec): readonly string[] {
  return [
    ...spec.measured.map(({ name }) => name),
    ...spec.derived,
    ...spec.flags,
    ...spec.conditions.map(({ name }) => name),
  ];
}

/**
 * Turns what is known of a patient into the model's input. Pure; the twin of `features.py`.
 *
 * A number outside its range, NaN or infinite is not known: it never reaches the model as a value. A vector of
 * the wrong length or with a number that is not finite counts as no text. What is not in `FeatureInput` (race,
 * ethnicity, payer, language, names) cannot get in.
 */
export function encodeFeatures(input: FeatureInput, spec: FeatureSpec): FeatureVector {
  const known = new Map<string, number>();
  for (const { name, from, range } of spec.measured) {
    const value = from === 'ageYears' ? input.ageYears : input.vitals[from];
    if (value !== undefined && value >= range[0] && value <= range[1]) known.set(name, value);
  }
  for (const [name, value] of derive(known, spec)) known.set(name, value);
  if (input.sex === 'female' || input.sex === 'male') known.set('female', input.sex === 'female' ? 1 : 0);
  if (input.arrivedByAmbulance !== undefined) known.set('ambulance', input.arrivedByAmbulance ? 1 : 0);
  if (input.conditions !== undefined) {
    const stated = new Set(input.conditions);
    for (const { name, concepts } of spec.conditions)
      known.set(name, concepts.some((concept) => stated.has(concept)) ? 1 : 0);
  }
  const names = featureNames(spec);
  const text = usableText(input.complaintVector, spec.textDimensions);
  return {
    values: Float32Array.from(names, (name) => known.get(name) ?? 0),
    present: Float32Array.from(names, (name) => (known.has(name) ? 1 : 0)),
    text: text ?? new Float32Array(spec.textDimensions),
    textPresent: text !== undefined,
  };
}

function derive(known: ReadonlyMap<string, number>, spec: FeatureSpec): [string, number][] {
  const age = known.get('age');
  const rate = known.get('heart-rate');
  const systolic = known.get('systolic');
  const diastolic = known.get('diastolic');
  const found: [string, number][] = [];
  const band = age === undefined ? undefined : spec.typicalByAge.bands.find(({ below }) => age < below);
  for (const name of ['heart-rate', 'respiratory-rate', 'systolic'] as const) {
    const value = known.get(name);
    if (band !== undefined && value !== undefined) found.push([`${name}-for-age`, value / band[name]]);
  }
  if (rate !== undefined && systolic !== undefined) found.push(['shock-index', rate / systolic]);
  if (systolic !== undefined && diastolic !== undefined) {
    found.push(['mean-pressure', (systolic + 2 * diastolic) / 3]);
    found.push(['pulse-pressure', systolic - diastolic]);
  }
  const points = newsPoints(known, spec);
  if (points !== undefined) found.push(['news2-part', points]);
  return found;
}

/** Points of the items that are known; nothing when none is. */
function newsPoints(known: ReadonlyMap<string, number>, spec: FeatureSpec): number | undefined {
  const each = Object.entries(spec.news2).flatMap(([name, rows]) => {
    const value = known.get(name);
    return value === undefined ? [] : [rows.find(([upTo]) => value <= upTo)?.[1] ?? 0];
  });
  return each.length === 0 ? undefined : each.reduce((sum, point) => sum + point, 0);
}

function usableText(vector: Float32Array | undefined, dimensions: number): Float32Array | undefined {
  if (vector === undefined || vector.length !== dimensions) return undefined;
  return vector.every(Number.isFinite) && vector.some((value) => value !== 0) ? vector : undefined;
}
