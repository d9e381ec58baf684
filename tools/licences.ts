import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Licences under which a package may be shipped: permissive ones, by SPDX id. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Zlib',
]);

/**
 * Packages that say nothing SPDX knows, or something else than we ship under, each read by a person.
 *
 * `text` is the SHA-256 of the licence file that was read: another text is another question.
 */
const READ: readonly {
  readonly name: RegExp;
  readonly says: string;
  readonly text?: readonly [file: string, sha256: string];
  readonly why: string;
}[] = [
  {
    name: /^@lhncbc\/ucum-lhc$/,
    says: 'SEE LICENSE IN LICENSE.md',
    text: ['LICENSE.md', 'ce376744b303732fd459938dd06ae943bec8384310d7cf0e46250d10d96ac140'],
    why: 'terms of BSD-3-Clause with an owner notice, which NOTICE repeats; UCUM under its own free terms',
  },
  {
    name: /^duck$/,
    says: 'BSD',
    text: ['LICENSE', '6663bbd049205d38a496ccacb412a151980b444627d38de218b3b809aef330f1'],
    why: 'the text is BSD-2-Clause',
  },
  {
    name: /^weaviate-ts-client$/,
    says: 'SEE LICENSE IN LICENSE',
    text: ['LICENSE', '842b046d8650148dce39b625a3fb1ef167652b20c5660fdf65233e4334c1baf4'],
    why: 'the text is BSD-3-Clause',
  },
  {
    name: /^lightningcss(-[a-z0-9-]+)?$/,
    says: 'MPL-2.0',
    why: 'a tool of the build, unchanged; nothing of it is in what the build writes',
  },
];

/** One package of the lockfile. */
export interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

/** A package that may not be shipped as it is, and why. */
export interface LicenceProblem {
  readonly name: string;
  readonly reason: string;
}

/**
 * True when a licence expression can be met by allowed licences alone: one side of an OR, both sides of an AND.
 *
 * Knows SPDX ids, AND, OR and parentheses; anything else is not allowed.
 */
export function isAllowed(expression: string): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const any = (): boolean => {
    let met = all();
    while (tokens[at] === 'OR') {
      at += 1;
      met = all() || met;
    }
    return met;
  };
  const all = (): boolean => {
    let met = one();
    while (tokens[at] === 'AND') {
      at += 1;
      met = one() && met;
    }
    return met;
  };
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token !== '(') return token !== undefined && ALLOWED.has(token);
    const met = any();
    const isClosed = tokens[at] === ')';
    at += 1;
    return met && isClosed;
  };
  return any() && at === tokens.length;
}

/**
 * Checks every package that is installed without development dependencies.
 *
 * @param packages - `packages` of `package-lock.json`, by path.
 * @param root - Folder of `node_modules`: licence texts that a person read are compared with what is installed. A
 *   package of another platform is not installed and has no text to compare.
 * @param allowScripts - Names that may (or may not) run scripts at installation; all others with scripts are problems.
 */
export function findLicenceProblems(
  packages: Readonly<Record<string, LockedPackage>>,
  root: string,
  allowScripts: Readonly<Record<string, boolean>>,
): readonly LicenceProblem[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '' || entry.dev) return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = entry.license ?? '';
    const reasons: string[] = [];
    if (!isAllowed(licence)) {
      const read = READ.find((each) => each.name.test(name) && each.says === licence);
      if (!read) reasons.push(`licence '${licence}' is not on the list`);
      else if (read.text && !isText(join(root, path), read.text))
        reasons.push('its licence has another text');
    }
    if (!entry.integrity) reasons.push('no checksum in the lockfile');
    if (entry.hasInstallScript && !(name in allowScripts))
      reasons.push('it runs a script at installation that nobody decided on');
    return reasons.map((reason) => ({ name, reason }));
  });
}

function isText(folder: string, [file, sha256]: readonly [string, string]): boolean {
  const path = join(folder, file);
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
}

/** Reads lockfile and package of this project and checks them. */
export function checkThisProject(): {
  readonly checked: number;
  readonly problems: readonly LicenceProblem[];
} {
  const root = resolve(import.meta.dirname, '..');
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };
  const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
  const checked = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev).length;
  return { checked, problems: findLicenceProblems(packages, root, allowScripts) };
}

if (import.meta.main) {
  const { checked, problems } = checkThisProject();
  for (const { name, reason } of problems) process.stdout.write(`${name}: ${reason}\n`);
  process.stdout.write(`${checked} packages that are shipped, ${problems.length} problems\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
