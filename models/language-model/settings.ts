import { z } from 'zod';

/** What the decode loop must know of an exported model: `generation.json` of its folder. */
export const generationSchema = z.object({
  schema: z.literal('1'),
  layers: z.number().int().min(1).max(256),
  kvHeads: z.number().int().min(1),
  headSize: z.number().int().min(1),
  vocabulary: z.number().int().min(2),
  /** Tokens of prompt and answer together. */
  contextLength: z.number().int().min(64),
  cacheType: z.enum(['float32', 'float16']),
  /** `last`: logits of the last position only; `all`: of every position of the run. */
  logits: z.enum(['last', 'all']),
  inputs: z.object({
    ids: z.string(),
    mask: z.string(),
    positions: z.string().nullable(),
    pastKey: z.string().includes('{layer}'),
    pastValue: z.string().includes('{layer}'),
  }),
  outputs: z.object({
    logits: z.string(),
    presentKey: z.string().includes('{layer}'),
    presentValue: z.string().includes('{layer}'),
  }),
  /** Plain strings around the texts of a conversation; special tokens in them count as such. */
  chat: z.object({
    beforeSystem: z.string(),
    afterSystem: z.string(),
    beforeUser: z.string(),
    afterUser: z.string(),
    beforeAnswer: z.string(),
  }),
  bos: z.number().int().nullable(),
  stop: z.array(z.number().int()).min(1),
  repetitionPenalty: z.number().min(1).max(2).default(1),
});

export type GenerationSettings = z.infer<typeof generationSchema>;

/** Limits of one answer. */
export interface GenerationLimits {
  readonly promptTokens: number;
  readonly newTokens: number;
  /** From the start of the job in its thread. */
  readonly milliseconds: number;
  /** Tokens of the prompt in one run: between two runs a cancelled job stops. */
  readonly chunk: number;
}

export const DEFAULT_LIMITS: GenerationLimits = {
  promptTokens: 3072,
  newTokens: 512,
  milliseconds: 60_000,
  chunk: 64,
};
