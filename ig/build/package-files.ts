import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r4';
import type { PackedFile } from './tarball.ts';

const MANIFEST = {
  name: 'prescreen.nurse-triage',
  version: '0.1.0',
  canonical: 'https://prescreen.org/fhir',
  url: 'https://prescreen.org/fhir',
  title: 'Prescreen nurse triage',
  description: 'Profiles, terminology and interfaces of a nurse-triage assistant.',
  fhirVersions: ['4.0.1'],
  dependencies: { 'hl7.fhir.r4.core': '4.0.1' },
  author: 'Prescreen',
  license: 'Apache-2.0',
  type: 'IG',
};

/**
 * The files of the FHIR package: definitions, examples, manifest and index.
 *
 * @param resources - Folder of definitions.
 * @param examples - Folder of examples; they go where validators look for examples.
 */
export async function packageFiles(resources: string, examples: string): Promise<readonly PackedFile[]> {
  const definitions = await jsonFiles(resources);
  const index = definitions.map(({ name, text }) => {
    const { resourceType, id, url, version, kind, type } = JSON.parse(text) as FhirResource & {
      url?: string;
      version?: string;
      kind?: string;
      type?: string;
    };
    return { filename: name, resourceType, id, url, version, kind, type };
  });
  return [
    { name: 'package/package.json', text: JSON.stringify(MANIFEST, null, 2) },
    { name: 'package/.index.json', text: JSON.stringify({ 'index-version': 2, files: index }, null, 1) },
    ...definitions.map(({ name, text }) => ({ name: `package/${name}`, text })),
    ...(await jsonFiles(examples)).map(({ name, text }) => ({ name: `package/example/${name}`, text })),
  ];
}

async function jsonFiles(folder: string): Promise<PackedFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
