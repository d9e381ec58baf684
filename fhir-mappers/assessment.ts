import { z } from 'zod';
import { PRIORITIES } from '#terminology/priority.ts';

const prioritySchema = z.enum(PRIORITIES);

const sourceSchema = z.object({
  origin: z.enum(['complaint', 'chart', 'questionnaire', 'meaning']),
  reference: z.string().optional(),
  span: z.tuple([z.number().int(), z.number().int()]).readonly().optional(),
  at: z.string().optional(),
});

const factSchema = z.object({
  text: z.string(),
  source: sourceSchema.optional(),
});

const citationSchema = z.object({
  organisation: z.string(),
  title: z.string(),
  year: z.number().int(),
  verified: z.boolean(),
});

/**
 * The assessment as it travels in a card (`extension["org.prescreen.assessment"]`) and to the app.
 *
 * Versioned by `schema`. Nothing essential is only here: a client may drop extensions, so the card's text says
 * it too. Probabilities are 0 to 1.
 */
export const assessmentSchema = z.object({
  schema: z.literal('1'),
  id: z.uuid(),
  asOf: z.string(),
  hook: z.string(),
  subject: z.object({ patient: z.string(), encounter: z.string().optional() }),
  priority: prioritySchema,
  escalateToPhysician: z.boolean(),
  /** False when something that could change the priority could not be read or was not measured. */
  complete: z.boolean(),
  missing: z.array(z.object({ about: z.string(), code: z.string(), text: z.string() })),
  complaint: z.object({ text: z.string(), readable: z.boolean() }).optional(),
  findings: z.array(
    z.object({
      code: z.string(),
      display: z.string(),
      text: z.string(),
      state: z.enum(['present', 'uncertain', 'absent', 'past', 'family', 'hypothetical', 'other-person']),
      source: sourceSchema,
    }),
  ),
  measurements: z.array(
    z.object({
      kind: z.string(),
      display: z.string(),
      value: z.number(),
      unit: z.string(),
      at: z.string(),
      stale: z.boolean(),
      abnormal: z.enum(['low', 'high', 'no', 'unknown']),
      source: sourceSchema,
    }),
  ),
  /** Rules that fired, the highest floor first. */
  rules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      floor: prioritySchema,
      facts: z.array(factSchema),
      source: citationSchema,
    }),
  ),
  /** What decided the priority, most decisive first: at most five sentences, each with its kind. */
  reasons: z.array(
    z.object({
      kind: z.enum(['rule', 'vital', 'protocol', 'model', 'drug']),
      text: z.string(),
      facts: z.array(factSchema),
      passages: z.array(z.string()).optional(),
    }),
  ),
  /** Facts that speak for less urgency; shown, never used to go below a floor. */
  against: z.array(factSchema),
  questions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      reason: z.string(),
      couldRaiseTo: prioritySchema.optional(),
    }),
  ),
  cautions: z.array(z.object({ id: z.string(), text: z.string(), source: citationSchema.optional() })),
  nextSteps: z.array(z.object({ id: z.string(), text: z.string() })),
  news2: z
    .object({ atLeast: z.number().int(), missing: z.array(z.string()), anySingleThree: z.boolean() })
    .optional(),
  model: z.union([
    z.object({
      state: z.literal('present'),
      name: z.string(),
      version: z.string(),
      provider: z.string(),
      probabilities: z.record(z.string(), z.number()),
      /** Probability of a critical outcome, calibrated. */
      critical: z.number().optional(),
      /** Conformal set: the priorities that cannot be excluded. */
      set: z.array(prioritySchema),
      outOfDistribution: z.boolean().optional(),
      /** Change of the critical probability when a fact is left out, largest first. */
      effects: z.array(z.object({ fact: z.string(), change: z.number() })).optional(),
    }),
    z.object({ state: z.literal('unavailable'), code: z.string(), detail: z.string().optional() }),
  ]),
  /** What the story as a whole sounds like, probabilities 0 to 1; absent when there was none, or no need to ask. */
  story: z
    .discriminatedUnion('state', [
      z.object({
        state: z.literal('present'),
        atLeastMedium: z.number(),
        urgent: z.number(),
        critical: z.number(),
        telling: z.string().optional(),
      }),
      z.object({ state: z.literal('unavailable'), code: z.string() }),
    ])
    .optional(),
  passages: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.string(),
      score: z.number(),
      organisation: z.string(),
      document: z.string(),
      year: z.number().int(),
      /** Page of the original document and the headings above it, where it is a clinic's own. */
      page: z.number().int().optional(),
      heading: z.string().optional(),
      link: z.string().optional(),
      text: z.string(),
      supports: z.array(z.string()),
    }),
  ),
  evidence: z.object({
    state: z.enum(['present', 'known-empty', 'unavailable']),
    code: z.string().optional(),
  }),
  gates: z.object({
    decision: z.enum(['pass', 'abstain', 'escalate']),
    verdicts: z.array(
      z.object({
        gate: z.string(),
        kind: z.enum(['pass', 'abstain', 'escalate']),
        reasons: z.array(z.string()),
      }),
    ),
  }),
  review: z.string(),
  versions: z.record(z.string(), z.string()),
});

export type Assessment = z.infer<typeof assessmentSchema>;

/** Key of the extension on a card. A contract with every client. */
export const ASSESSMENT_EXTENSION = 'org.prescreen.assessment';

/** The sentence that stands on every proposal, in every wording and on every path. */
export const REVIEW_STATEMENT =
  'Decision support only: a nurse must review this proposal before anyone acts on it.';
