import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArtifact } from '#models/artifact.ts';
import { TINY_MODEL, writeArtifact } from './support/tiny-model.ts';

describe('an artefact is loaded only when it is exactly what its manifest says', () => {
  it('gives name, version and files of a sound folder', async () => {
    const folder = await writeArtifact({ 'model.onnx': TINY_MODEL });
    expect(await readArtifact(folder)).toMatchObject({ name: 'tiny', version: '0' });
  });

  it('is not installed when there is no manifest', async () => {
    expect(await readArtifact('/nowhere')).toMatchObject({ state: 'unavailable', code: 'not-installed' });
  });

  it('is broken when one byte changed, and names the file', async () => {
    const folder = await writeArtifact({ 'model.onnx': TINY_MODEL });
    const changed = await readFile(join(folder, 'model.onnx'));
    changed[10] = (changed[10] ?? 0) ^ 1;
    await writeFile(join(folder, 'model.onnx'), changed);
    const read = await readArtifact(folder);
    expect(read).toMatchObject({ code: 'broken', detail: expect.stringContaining('sha256 of model.onnx') });
  });

  it('is broken when a file was cut off', async () => {
    const folder = await writeArtifact({ 'model.onnx': TINY_MODEL });
    await truncate(join(folder, 'model.onnx'), 20);
    expect(await readArtifact(folder)).toMatchObject({
      code: 'broken',
      detail: expect.stringContaining('20 bytes'),
    });
  });

  it.each(['', '{', '{"name": 1}', '[]', 'null'])('is broken when the manifest is %j', async (text) => {
    const folder = await writeArtifact({});
    await writeFile(join(folder, 'manifest.json'), text);
    expect(await readArtifact(folder)).toMatchObject({ code: 'broken' });
  });
});
