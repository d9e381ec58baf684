import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../build/cache.ts';

const POM = new URL('pom.xml', import.meta.url);
const SOURCE = new URL('src/main/java/org/prescreen/guide/ReferenceValidator.java', import.meta.url);

/** The first build downloads about 100 MB from Maven Central. */
const BUILD_MS = 600_000;

/**
 * Builds the reference validator with Maven, once for each version of its two files.
 *
 * @returns Folder with its jar and `lib/`; a sentence says why there is none: no JVM, no Maven, no network.
 */
export async function builtJar(): Promise<{ readonly folder: string } | { readonly missing: string }> {
  for (const tool of ['java', 'mvn']) {
    if ((await exitCode(tool, ['-version'], 30_000)) !== 0)
      return { missing: `${tool} is not on this machine` };
  }
  const hash = createHash('sha256')
    .update(await readFile(POM))
    .update(await readFile(SOURCE));
  const folder = join(cacheFolder(), 'reference-validator', hash.digest('hex').slice(0, 20));
  if (existsSync(join(folder, 'lib'))) return { folder };
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  const args = ['-q', '-B', '-f', POM.pathname, `-Dbuild.folder=${draft}`, 'package'];
  const code = await exitCode('mvn', args, BUILD_MS);
  if (code === 0) await rename(draft, folder).catch(() => undefined);
  await rm(draft, { recursive: true, force: true });
  return code === 0 ? { folder } : { missing: 'Maven could not build it' };
}

function exitCode(tool: string, args: readonly string[], limit: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { stdio: 'ignore', timeout: limit });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
}
