import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtGuide, copyDefinitions, GUIDE, GuideBroken } from './build/built-guide.ts';
import { KNOWN_WARNINGS } from './build/known-warnings.ts';
import { assessmentJsonSchema, openApi } from './build/open-api.ts';
import { packageFiles } from './build/package-files.ts';
import { packed } from './build/tarball.ts';
import { writeSite } from './site/write-site.ts';

/** `npm run ig`: builds the guide into `ig/dist` and says what SUSHI said. */
async function main(): Promise<number> {
  const begin = performance.now();
  const dist = join(GUIDE, 'dist');
  const resources = join(dist, 'resources');
  const examples = join(GUIDE, 'input', 'examples');
  const guide = await builtGuide();
  await mkdir(dist, { recursive: true });
  await copyDefinitions(guide, resources);
  await writeFile(join(dist, 'package.tgz'), packed(await packageFiles(resources, examples)));
  await writeFile(join(dist, 'assessment.schema.json'), JSON.stringify(assessmentJsonSchema(), null, 2));
  await writeFile(join(dist, 'openapi.json'), JSON.stringify(openApi('0.1.0'), null, 2));
  const pages = await writeSite(dist);
  const count = (await readdir(resources)).length;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(
    `ig/dist: ${count} definitions, ${pages} pages, package.tgz, schema, OpenAPI; ${seconds} s\n`,
  );
  return sayWarnings(guide.report.warnings);
}

/** Prints each warning with the reason why it stays. @returns 1 when one has no reason. */
function sayWarnings(warnings: readonly string[]): number {
  let code = 0;
  for (const warning of warnings) {
    const known = KNOWN_WARNINGS.find(({ starts }) => warning.startsWith(starts));
    process.stdout.write(`${known ? 'accepted' : 'UNEXPECTED'} warning: ${warning}\n`);
    if (known) process.stdout.write(`  because: ${known.reason}\n`);
    else code = 1;
  }
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof GuideBroken)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
