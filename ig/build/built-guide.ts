import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache.ts';
import { codeSystemsFsh } from './code-systems.ts';
import { preparedHome } from './core-package.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { runSushi, type SushiReport } from './run-sushi.ts';

/** Folder of the guide's sources. */
export const GUIDE = fileURLToPath(new URL('..', import.meta.url));

/** Every rule that ships, as a page: read as text, because nothing of the service is imported here. */
const CATALOGUE = join(GUIDE, '..', 'cds-service', 'src', 'triage', 'CATALOGUE.md');

/** The guide as SUSHI made it. */
export interface BuiltGuide {
  /** Folder with one JSON file for each definition. */
  readonly resources: string;
  readonly report: SushiReport;
}

/** Errors of SUSHI, in its own words. */
export class GuideBroken extends Error {
  readonly errors: readonly string[];

  constructor(errors: readonly string[]) {
    super(`the guide has errors:\n${errors.join('\n')}`);
    this.name = 'GuideBroken';
    this.errors = errors;
  }
}

/**
 * The guide, built when its sources changed since the last time.
 *
 * Kept in the user's cache under the hash of all sources, so that a test, a validation and a build share one run of
 * SUSHI, and a fresh checkout of an old commit finds its own.
 *
 * @throws GuideBroken
 */
export async function builtGuide(cache: string = cacheFolder()): Promise<BuiltGuide> {
  const sources = await guideSources();
  const hash = createHash('sha256')
    .update(JSON.stringify([...sources]))
    .digest('hex')
    .slice(0, 20);
  const target = join(cache, 'guide', hash);
  const isBuilt = () => existsSync(join(target, 'report.json'));
  await oneAtATime(join(cache, 'guide.lock'), isBuilt, async () =>
    build(sources, target, await preparedHome(cache)),
  );
  const report = JSON.parse(await readFile(join(target, 'report.json'), 'utf8')) as SushiReport;
  return { resources: join(target, 'fsh-generated', 'resources'), report };
}

/** Every file that SUSHI reads, by path, in a fixed order. */
async function guideSources(): Promise<ReadonlyMap<string, string>> {
  const sources = new Map([['sushi-config.yaml', await readFile(join(GUIDE, 'sushi-config.yaml'), 'utf8')]]);
  const folder = join(GUIDE, 'input', 'fsh');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.fsh')).sort();
  for (const name of names) sources.set(`input/fsh/${name}`, await readFile(join(folder, name), 'utf8'));
  return sources.set('input/fsh/code-systems.fsh', codeSystemsFsh(await readFile(CATALOGUE, 'utf8')));
}

async function build(sources: ReadonlyMap<string, string>, target: string, home: string): Promise<void> {
  const draft = `${target}.draft-${process.pid}`;
  for (const [name, text] of sources) {
    await mkdir(join(draft, name, '..'), { recursive: true });
    await writeFile(join(draft, name), text);
  }
  try {
    const report = await runSushi(draft, home);
    if (report.errors.length > 0) throw new GuideBroken(report.errors);
    await writeFile(join(draft, 'report.json'), JSON.stringify(report));
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Copies the definitions to a folder, which is emptied first. */
export async function copyDefinitions({ resources }: BuiltGuide, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(resources, to, { recursive: true });
}
