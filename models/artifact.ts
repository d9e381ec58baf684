import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
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
  /** Path of each file by its name. Contents are not kept: a model is loaded once, by the runtime. */
  readonly files: ReadonlyMap<string, string>;
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
  const paths = new Map<string, string>();
  for (const [file, expected] of Object.entries(files)) {
    const path = join(folder, file);
    const size = await stat(path).then(
      (found) => found.size,
      () => undefined,
    );
    if (size === undefined) return unavailable('broken', `${name}: ${file} is missing`);
    if (size !== expected.bytes)
      return unavailable('broken', `${name}: ${file} has ${size} bytes, not ${expected.bytes}`);
    if ((await sha256Of(path)) !== expected.sha256)
      return unavailable('broken', `${name}: the sha256 of ${file} is not the one in the manifest`);
    paths.set(file, path);
  }
  return { name, version, manifest: parsed.data, files: paths };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
