import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: z.string().length(64) })),
});

/** An artefact whose files are all there and are what its manifest says. */
export interface Artifact {
  readonly name: string;
  readonly version: string;
  /** The manifest as read; each reader checks the part that it needs. */
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads an artefact folder and checks size and sha256 of every file that its manifest lists.
 *
 * @returns `not-installed` when there is no manifest, `broken` when a file is missing, cut off or changed: a
 *   model that is not exactly the one that was evaluated is never loaded.
 */
export async function readArtifact(folder: string): Promise<Artifact | Unavailable> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return unavailable('not-installed', `no manifest in ${folder}`);
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) return unavailable('broken', `the manifest in ${folder} cannot be read`);
  const { name, version, files } = parsed.data;
  const contents = new Map<string, Uint8Array>();
  for (const [file, expected] of Object.entries(files)) {
    const content = await readFile(join(folder, file)).catch(() => undefined);
    if (content === undefined) return unavailable('broken', `${name}: ${file} is missing`);
    if (content.length !== expected.bytes)
      return unavailable('broken', `${name}: ${file} has ${content.length} bytes, not ${expected.bytes}`);
    if (createHash('sha256').update(content).digest('hex') !== expected.sha256)
      return unavailable('broken', `${name}: the sha256 of ${file} is not the one in the manifest`);
    contents.set(file, content);
  }
  return { name, version, manifest: parsed.data, files: contents };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
