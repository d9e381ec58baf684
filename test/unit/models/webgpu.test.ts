import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** Chromium's software Vulkan: runs the GPU path where there is no GPU. */
const DRIVER = [
  '/usr/lib/chromium/vk_swiftshader_icd.json',
  '/usr/lib64/chromium-browser/vk_swiftshader_icd.json',
].find((path) => existsSync(path));
const script = fileURLToPath(new URL('./support/compare-providers.ts', import.meta.url));

describe.skipIf(DRIVER === undefined)('with CPU fallback forbidden', () => {
  it('every operator of embedder and triage model runs on the GPU provider, with the numbers of the CPU', async () => {
    // In a process of its own: the driver is chosen by the environment when it starts.
    const env = { ...process.env, VK_ICD_FILENAMES: DRIVER };
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
    const results = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
    const { embedder, triage } = results as Record<string, { provider: string; difference: number }>;
    expect([embedder?.provider, triage?.provider]).toEqual(['webgpu', 'webgpu']);
    expect(Math.max(embedder?.difference ?? 1, triage?.difference ?? 1)).toBeLessThan(1e-3);
  });
});
