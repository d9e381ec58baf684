import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real ONNX model of one operator: `y = x + x`, two columns. */
export const TINY_MODEL = new Uint8Array(
  Buffer.from(
    'CAg6RAoOCgF4CgF4EgF5IgNBZGQSBmRvdWJsZVoUCgF4Eg8KDQgBEgkKAxIBbgoCCAJiFAoBeRIPCg0IARIJCgMSAW4KAggCQgQKABAR',
    'base64',
  ),
);

/** Writes an artefact folder with a manifest that fits its files, and returns its path. */
export async function writeArtifact(
  files: Readonly<Record<string, Uint8Array>>,
  manifest: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prescreen-artifact-'));
  const listed = Object.entries(files).map(([name, content]) => [
    name,
    { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
  ]);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const whole = { name: 'tiny', version: '0', ...manifest, files: Object.fromEntries(listed) };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(whole));
  return folder;
}
