import { z } from 'zod';

/** What a nurse may ask for: a handover (SBAR), three lines, questions to ask, words for the patient. */
export const DRAFT_KINDS = ['sbar', 'summary', 'questions', 'patient'] as const;

export type DraftKind = (typeof DRAFT_KINDS)[number];

export const DRAFT_SECTIONS = ['situation', 'background', 'assessment', 'recommendation'] as const;

export type DraftSection = (typeof DRAFT_SECTIONS)[number];

/** Who can write a draft: our template, a local model, or a model server that the clinic runs. */
export const DRAFT_ADAPTERS = ['template', 'onnx', 'http'] as const;

export type DraftAdapter = (typeof DRAFT_ADAPTERS)[number];

/** Why a sentence was not shown. The codes are counted, audited and translated in the app. */
export const DROP_CODES = [
  'no-source', // it cites nothing
  'unknown-source', // it cites what is not there
  'diagnosis',
  'dose',
  'prescription',
  'dismissal',
  'stereotype',
  'certainty',
  'number', // a number that no cited source has
  'flag', // normal, high or low against what the source says
  'finding', // a finding that no cited source has
  'negation', // present where the source denies it, or the other way round
  'medicine', // a medicine that no cited source names, or an allergy told as a medicine
  'side', // left, right or both against the source
  'time', // a duration or onset that no cited source has
  'urgency', // another priority or another haste than proposed
  'word', // a word that neither the cited sources nor the frame of a note has
  'quote', // quotation marks around what nobody said
  'identifier', // what looks like a name, number or address
  'form', // not one plain sentence, or too long
  'repeated', // said before
] as const;

export type DropCode = (typeof DROP_CODES)[number];

const section = z.enum(DRAFT_SECTIONS);

const sentenceSchema = z.object({
  section: section.optional(),
  text: z.string(),
  /** Ids of facts or passages in `facts`. */
  cites: z.array(z.string()),
  /** True for a sentence of the template that a model left out and that must not be missing. */
  added: z.boolean().optional(),
});

const factSchema = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  /** FHIR reference of the resource behind it, where there is one. */
  reference: z.string().optional(),
  /** Title, publisher and year of a passage. */
  source: z.string().optional(),
});

/**
 * A drafted note as it travels to the app: sentences that survived every check, each with its sources; what was dropped
 * and why; what was sent to a model. It sets no priority and replaces no proposal.
 */
export const draftedNoteSchema = z.object({
  schema: z.literal('1'),
  id: z.uuid(),
  assessmentId: z.uuid(),
  kind: z.enum(DRAFT_KINDS),
  /** Who wrote the sentences that are shown. */
  by: z.object({
    adapter: z.enum(DRAFT_ADAPTERS),
    name: z.string(),
    version: z.string().optional(),
    provider: z.string().optional(),
  }),
  /** Set when another adapter was asked for and the template answered: why, as a code and in words. */
  instead: z.object({ adapter: z.enum(DRAFT_ADAPTERS), code: z.string(), text: z.string() }).optional(),
  sentences: z.array(sentenceSchema),
  dropped: z.array(
    z.object({
      text: z.string(),
      cites: z.array(z.string()),
      reasons: z.array(z.object({ code: z.enum(DROP_CODES), detail: z.string().optional() })),
    }),
  ),
  facts: z.array(factSchema),
  /** What was sent to a model, word for word; absent when only the template wrote. */
  prompt: z.object({ system: z.string(), user: z.string() }).optional(),
  review: z.string(),
  milliseconds: z.number(),
});

export type DraftedNote = z.infer<typeof draftedNoteSchema>;

export const draftRequestSchema = z.strictObject({
  assessmentId: z.uuid(),
  kind: z.enum(DRAFT_KINDS),
});

/** One line of the answer of `POST /api/draft` (NDJSON): progress, sentences as they pass, and the note or an error. */
export const draftEventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('progress'),
    stage: z.enum(['reading', 'waiting', 'loading', 'prompt', 'writing', 'checking']),
    tokens: z.number().optional(),
  }),
  z.object({ event: z.literal('sentence'), sentence: sentenceSchema }),
  z.object({ event: z.literal('dropped'), codes: z.array(z.enum(DROP_CODES)) }),
  z.object({ event: z.literal('note'), note: draftedNoteSchema }),
  z.object({ event: z.literal('error'), code: z.string() }),
]);

export type DraftEvent = z.infer<typeof draftEventSchema>;
