import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';

/** Name of the file that `npm run evaluate:model` writes beside a model. */
export const EVALUATION_FILE = 'EVALUATION.json';

export const evaluationSchema = z.looseObject({
  schema: z.literal('1'),
  /** sha256 of each file that was evaluated: another byte, and the evaluation is of another model. */
  files: z.record(z.string(), z.string().length(64)),
  passed: z.boolean(),
  /** Why it failed; empty when it passed. */
  reasons: z.array(z.string()),
});

export type Evaluation = z.infer<typeof evaluationSchema>;

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  files: z.record(z.string(), z.object({ sha256: z.string() })),
});

/**
 * May this model be used? It must have passed the evaluation of exactly these files.
 *
 * @returns Name and version, or `Unavailable` whose detail begins with `gate:` where the gate is why.
 */
export async function readGate(
  folder: string,
): Promise<{ readonly name: string; readonly version: string } | Unavailable> {
  const manifest = manifestSchema.safeParse(await readJson(join(folder, 'manifest.json')));
  if (!manifest.success)
    return unavailable('not-installed', 'no manifest in the folder of the language model');
  const { name, version, files } = manifest.data;
  const evaluation = evaluationSchema.safeParse(await readJson(join(folder, EVALUATION_FILE)));
  if (!evaluation.success) return gate(`${name} was not evaluated: npm run evaluate:model`);
  const changed = Object.entries(files).filter(
    ([file, { sha256 }]) => evaluation.data.files[file] !== sha256,
  );
  if (changed.length > 0) return gate(`${name} has changed since it was evaluated`);
  if (!evaluation.data.passed)
    return gate(`${name} failed its evaluation: ${evaluation.data.reasons.join('; ')}`);
  return { name, version };
}

function gate(text: string): Unavailable {
  return unavailable('broken', `gate: ${text}`);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
