import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const citation = z.strictObject({ organisation: z.string(), title: z.string(), year: z.number().int() });

/** A statement about a model, and whether somebody here compared it with what it cites. */
const statement = z.strictObject({ statement: z.string(), citation, verified: z.boolean() });

const licence = z.strictObject({
  name: z.string(),
  commercial: z.enum(['yes', 'limited', 'no']),
  clinical: z.string(),
  verified: z.boolean(),
});

const shape = z.strictObject({
  layers: z.number().int().positive(),
  hidden: z.number().int().positive(),
  heads: z.number().int().positive(),
  kvHeads: z.number().int().positive(),
  headSize: z.number().int().positive(),
  feedForward: z.number().int().positive(),
  vocabulary: z.number().int().positive(),
  /** One matrix is both the first and the last layer. */
  tied: z.boolean(),
  experts: z.number().int().positive().optional(),
});

const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  family: z.string(),
  name: z.string(),
  publisher: z.string(),
  released: z.string().regex(/^\d{4}-\d{2}$/),
  /** Where the publisher gives the weights. Nothing here fetches them: the operator supplies a folder. */
  source: z.string(),
  licence,
  architecture: z.enum(['decoder', 'encoder-decoder']),
  /** `model_type` of the folder's config.json: a folder of another type is refused. */
  modelType: z.string(),
  parameters: z.number().positive(),
  /** Used for one token, where experts share the work. */
  activeParameters: z.number().positive().optional(),
  shape,
  /** Tokens. */
  context: z.number().int().positive(),
  /** Modules that carry the LoRA adapter: names, or one pattern over whole names. */
  lora: z.strictObject({ targets: z.union([z.array(z.string()).nonempty(), z.string()]) }),
  chat: z.strictObject({
    /** `own`: the tokenizer brings it; `none`: a plain instruction form. */
    template: z.enum(['own', 'none']),
    system: z.enum(['own', 'folded']),
    note: z.string(),
  }),
  serve: z.strictObject({
    with: z.array(z.string()).nonempty(),
    /** Can it be exported for the Node adapter? */
    onnx: z.enum(['recommended', 'possible', 'no']),
    note: z.string(),
  }),
  quality: z.strictObject({ known: z.array(statement), claimed: z.array(statement) }),
});

const registrySchema = z
  .object({ schema: z.literal('1'), models: z.array(entry).nonempty() })
  .refine(({ models }) => new Set(models.map(({ id }) => id)).size === models.length, 'an id stands twice');

/** A language model that a clinic may bring as the base of its own drafting model. */
export type RegistryEntry = z.infer<typeof entry>;

const FILE = fileURLToPath(new URL('registry.yaml', import.meta.url));

/**
 * The model registry, checked.
 *
 * @param text - YAML; the file beside this one when left out. Throws with the place of the fault when it is not valid.
 */
export function readRegistry(text: string = readFileSync(FILE, 'utf8')): readonly RegistryEntry[] {
  return registrySchema.parse(parse(text)).models;
}
