import { builtGuide } from '#ig/build/built-guide.ts';
import { builtJar } from '#ig/build/built-jar.ts';
import { askReference } from '#ig/reference-validator/ask-reference.ts';
import { readDefinitions } from '#ig/validate/definitions.ts';
import { createValidator } from '#ig/validate/validator.ts';
import { wrongOnes } from '../support/guide/mutations.ts';
import { samples } from '../support/guide/samples.ts';
import { KNOWN_LIMITS } from './known-limits.ts';

/** `npm run test:validator`: our validator and the JVM's must give the same verdict, or the difference is listed. */
async function main(): Promise<number> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const jar = await builtJar('reference-validator');
  if ('missing' in jar) {
    say(`skipped: ${jar.missing}`);
    return process.env.CI ? 1 : 0;
  }
  const { resources } = await builtGuide();
  const definitions = readDefinitions(resources);
  const validate = createValidator(definitions);
  const all = [...samples(), ...wrongOnes()];
  const begin = performance.now();
  const answers = await askReference(
    all.map(({ name, profile, resource }) => ({ name, profile: definitions.own.get(profile), resource })),
    { classPath: jar.classPath, resources },
  );
  let differences = 0;
  const met = new Set<string>();
  for (const [index, { name, profile, resource }] of all.entries()) {
    const ours = validate(resource, profile);
    const theirs = answers[index];
    if (!theirs || ours.valid === theirs.valid) continue;
    const known = KNOWN_LIMITS[name];
    if (known && (known.stricter === 'ours') === theirs.valid) {
      met.add(name);
      say(`known limit: ${name}: ${known.reason}`);
      continue;
    }
    differences += 1;
    say(`DIFFERENT: ${name}: ours ${word(ours.valid)}, reference ${word(theirs.valid)}`);
    for (const { code, at, text } of ours.findings) say(`  ours: ${code} ${at}: ${text}`);
    for (const issue of theirs.issues.filter(
      ({ severity }) => severity === 'error' || severity === 'fatal',
    )) {
      say(`  reference: ${issue.at}: ${issue.text}`);
    }
  }
  const unmet = Object.keys(KNOWN_LIMITS).filter((name) => !met.has(name));
  for (const name of unmet) say(`no longer a limit, take it off the list: ${name}`);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  say(
    `${all.length} resources, ${differences} unexplained differences, ${met.size} known limits, ${seconds} s`,
  );
  return differences + unmet.length === 0 ? 0 : 1;
}

function word(valid: boolean): string {
  return valid ? 'accepts' : 'rejects';
}

process.exitCode = await main();
