import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openTriageModel } from '#models/triage-model.ts';

const run = fileURLToPath(new URL('../../../models/training/run.ts', import.meta.url));
const PYTHON =
  spawnSync('python3', ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))']).status === 0;

async function trainSample(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'prescreen-train-'));
  // A cache of its own: nothing is taken over from the run before.
  const env = { ...process.env, PRESCREEN_TRAINING_CACHE: join(out, 'cache') };
  await promisify(execFile)(process.execPath, [run, 'triage.train', '--sample', '--out', out], { env });
  return out;
}

describe.skipIf(!PYTHON)('training, on made-up visits (needs Python 3.11 or newer)', () => {
  it('ends in an artefact that the service opens, the same bytes each time', {
    timeout: 600_000,
  }, async () => {
    const folders = [await trainSample(), await trainSample()];
    const hashes = await Promise.all(
      folders.map(async (folder) =>
        createHash('sha256')
          .update(await readFile(join(folder, 'model.onnx')))
          .digest('hex'),
      ),
    );
    const model = await openTriageModel({ artifact: folders[0] ?? '' });
    const answer = await model.predict({ sex: 'male', ageYears: 80, vitals: { spo2: 85 }, concepts: [] });
    await model.close();
    expect(hashes[0]).toBe(hashes[1]);
    expect(answer).toMatchObject({ name: 'prescreen-triage' });
  });
});
