import { z } from 'zod';
import { PRIORITIES } from '#terminology/priority.ts';

export const SOURCES = ['synthetic', 'clinic', 'public'] as const;
export type Source = (typeof SOURCES)[number];

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];

export const AGE_BANDS = [
  'unknown',
  '0',
  '1-4',
  '5-11',
  '12-17',
  '18-29',
  '30-39',
  '40-49',
  '50-59',
  '60-69',
  '70-79',
  '80-89',
  '90+',
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

const text = z.string().min(1);
const list = z.array(text);

/** Parts of the output that the tool may write from the input by rule. */
export const DERIVED = ['keyConcerns', 'questions', 'recommendedActions'] as const;

/**
 * One line of the dataset; `example.schema.json` says the same to other tools, and a test holds the two together.
 *
 * Null is "not known", an empty list is "the source says none".
 */
export const exampleSchema = z.strictObject({
  instruction: text,
  input: z.strictObject({
    history: list,
    symptoms: text,
    vitals: z.record(z.string(), z.string().regex(/^[0-9]/)).nullable(),
    medicines: list.nullable(),
    allergies: list.nullable(),
  }),
  output: z.strictObject({
    priority: z.enum(PRIORITIES),
    keyConcerns: list.min(1),
    questions: list,
    recommendedActions: list.min(1),
    reviewStatement: text,
  }),
  metadata: z.strictObject({
    id: z.string().regex(/^[a-z]+\/[A-Za-z0-9._/-]+$/),
    schema: z.literal('1'),
    source: z.enum(SOURCES),
    split: z.enum(SPLITS),
    group: z.string(),
    demographics: z.strictObject({
      ageBand: z.enum(AGE_BANDS),
      sex: z.enum(['female', 'male', 'other', 'unknown']),
    }),
    provenance: z.strictObject({
      origin: z.string(),
      gold: z.enum(['construction', 'signed-impression', 'nurse-level']),
      derived: z.array(z.enum(DERIVED)).optional(),
      deidentification: z.string().optional(),
    }),
    licence: z.string(),
  }),
});

export type Example = z.infer<typeof exampleSchema>;

/** An example before it is known to which split it belongs, with what decides that. */
export interface Candidate {
  readonly example: Example;
  /** ISO instant, year or empty: what a split by time goes by. */
  readonly time: string;
}

const BANDS: readonly (readonly [below: number, band: AgeBand])[] = [
  [1, '0'],
  [5, '1-4'],
  [12, '5-11'],
  [18, '12-17'],
  [30, '18-29'],
  [40, '30-39'],
  [50, '40-49'],
  [60, '50-59'],
  [70, '60-69'],
  [80, '70-79'],
  [90, '80-89'],
];

/** Ten-year band of an age, children in four, 90 and more together. */
export function ageBandOf(ageYears: number | undefined): AgeBand {
  if (ageYears === undefined || !(ageYears >= 0)) return 'unknown';
  return BANDS.find(([below]) => ageYears < below)?.[1] ?? '90+';
}

/** What every example asks for. */
export const INSTRUCTION =
  'You help a triage nurse. From the history, symptoms, vital signs, medicines and allergies propose a triage priority (low, medium, high or critical), the key concerns, the questions to ask next and the recommended actions. State no diagnosis, no medicine and no dose. What is not known is unknown, never normal.';
