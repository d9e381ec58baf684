import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GUIDE } from './built-guide.ts';
import { cacheFolder } from './cache.ts';

/** The first build downloads 100 to 340 MB from Maven Central. */
const BUILD_MS = 600_000;

/**
 * Builds a Maven project of this folder, once for each version of its files, outside the checkout.
 *
 * @returns The class path of what was built; a sentence says why there is none: no JVM, no Maven, no network.
 */
export async function builtJar(
  project: 'reference-validator' | 'hapi-server',
): Promise<{ readonly classPath: string } | { readonly missing: string }> {
  for (const tool of ['java', 'mvn']) {
    if ((await exitCode(tool, ['-version'], 30_000)) !== 0)
      return { missing: `${tool} is not on this machine` };
  }
  const source = join(GUIDE, project);
  const folder = join(cacheFolder(), project, await hashOf(source));
  const classPath = [join(folder, `${project}-1.jar`), join(folder, 'lib', '*')].join(':');
  if (existsSync(join(folder, 'lib'))) return { classPath };
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  const args = ['-q', '-B', '-f', join(source, 'pom.xml'), `-Dbuild.folder=${draft}`, 'package'];
  const code = await exitCode('mvn', args, BUILD_MS);
  if (code === 0) await rename(draft, folder).catch(() => undefined);
  await rm(draft, { recursive: true, force: true });
  return code === 0 ? { classPath } : { missing: 'Maven could not build it' };
}

async function hashOf(source: string): Promise<string> {
  const names = (await readdir(source, { recursive: true })).filter((name) => /\.(?:java|xml)$/.test(name));
  const hash = createHash('sha256');
  for (const name of names.sort()) hash.update(await readFile(join(source, name)));
  return hash.digest('hex').slice(0, 20);
}

function exitCode(tool: string, args: readonly string[], limit: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { stdio: 'ignore', timeout: limit });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
}
