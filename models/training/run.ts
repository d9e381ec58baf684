import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs a step of training in its own Python environment, which it makes once, outside the checkout: one with torch,
 * for what fine-tunes, and a small one for the rest.
 *
 * `node models/training/run.ts MODULE [arguments]`, for example `triage.train --sample --out /tmp/out`.
 * One thread for linear algebra: the same bytes on every run.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Packages that need torch; the others share one small environment. */
const WITH_TORCH: ReadonlySet<string> = new Set(['finetune', 'narrative']);

function requirementsOf(module: string): string {
  return join(HERE, WITH_TORCH.has(module.split('.')[0] ?? '') ? 'finetune' : '', 'requirements.txt');
}

/** Newest first: the pinned packages have wheels for these. */
const PYTHONS = ['python3.11', 'python3.12', 'python3.13', 'python3'];

function cacheFolder(): string {
  const { PRESCREEN_CACHE: own, XDG_CACHE_HOME: xdg } = process.env;
  return own ?? join(xdg ?? join(homedir(), '.cache'), 'prescreen');
}

function must(command: string, args: readonly string[], what: string): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`${what} failed${error === undefined ? '' : `: ${error.message}`}\n`);
    process.exit(1);
  }
}

function findPython(): string {
  const check = 'import sys, venv; sys.exit(sys.version_info < (3, 11))';
  const found = PYTHONS.find((name) => spawnSync(name, ['-c', check], { stdio: 'ignore' }).status === 0);
  if (found !== undefined) return found;
  process.stderr.write('Training needs Python 3.11 or newer with the venv module (python3-venv).\n');
  process.exit(3);
}

/** Path of the environment's Python; made when it is missing or the requirements have changed. */
function environment(requirements: string): string {
  const mark = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `python-${mark}`);
  const python = join(folder, 'bin', 'python');
  const done = join(folder, 'complete');
  if (!existsSync(done)) {
    process.stdout.write('Making the Python environment (once; its requirements.txt says how large it is)\n');
    must(findPython(), ['-m', 'venv', '--clear', folder], 'python -m venv');
    must(
      python,
      ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', requirements],
      'pip install',
    );
    writeFileSync(done, '');
  }
  return python;
}

const [module, ...rest] = process.argv.slice(2);
if (module === undefined) {
  process.stderr.write('usage: node models/training/run.ts MODULE [arguments]\n');
  process.exit(2);
}
const { status } = spawnSync(environment(requirementsOf(module)), ['-m', module, ...rest], {
  cwd: HERE,
  stdio: 'inherit',
  env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' },
});
process.exit(status ?? 1);
