import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GUIDE } from '../build/built-guide.ts';
import { profileIdOf } from '../validate/profile-of.ts';
import { type Artefact, artefactPage, type Example } from './artefact-page.ts';
import { type Html, page } from './html.ts';
import { artefactsPage, conformancePage, mustSupportPage, pageOf, terminologyPage } from './made-pages.ts';
import { requirementTests } from './requirement-tests.ts';
import { sequenceSvg } from './sequence.ts';

/** Profiles of what is read, which carries no mark of ours. */
const READ: Readonly<Record<string, string>> = {
  Patient: 'triage-patient',
  Encounter: 'triage-encounter',
  Observation: 'triage-vital-signs',
};

/** Writes the site beside the definitions: plain pages that work from a file. @returns How many. */
export async function writeSite(dist: string): Promise<number> {
  const artefacts = (await readJson(join(dist, 'resources'))).map(({ resource }) => resource as Artefact);
  const shown = artefacts
    .filter(({ resourceType }) => resourceType !== 'ImplementationGuide')
    .sort((a, b) => pageOf(a).localeCompare(pageOf(b)));
  const examples = await examplesByProfile();
  const pages = new Map<string, { readonly title: string; readonly body: Html }>();
  for (const [name, body] of await prose()) pages.set(name, { title: titleIn(body), body });
  pages.set('artefacts', { title: 'Artefacts', body: artefactsPage(shown) });
  pages.set('must-support', { title: 'Must support', body: mustSupportPage(shown) });
  pages.set('terminology', { title: 'Terminology', body: terminologyPage(shown) });
  pages.set('conformance', {
    title: 'Conformance',
    body: conformancePage(requirementTests(join(GUIDE, '..'))),
  });
  for (const one of shown) {
    const title = one.title ?? one.name ?? one.id;
    pages.set(pageOf(one), { title, body: artefactPage(one, examples.get(one.id) ?? []) });
  }
  await mkdir(dist, { recursive: true });
  await copyFile(join(GUIDE, 'site', 'guide.css'), join(dist, 'guide.css'));
  for (const [name, { title, body }] of pages)
    await writeFile(join(dist, `${name}.html`), page(name, title, body));
  return pages.size;
}

/** Pages written by hand, with their diagrams drawn. */
async function prose(): Promise<readonly (readonly [string, Html])[]> {
  const folder = join(GUIDE, 'input', 'pages');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const drawn = text.replaceAll(/<div class="sequence">([\s\S]*?)<\/div>/g, (_all, source: string) =>
        sequenceSvg(source),
      );
      return [name.replace('.html', ''), { html: drawn }] as const;
    }),
  );
}

function titleIn({ html }: Html): string {
  return /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';
}

/** Examples by the id of the profile that they follow; entries of transactions each on their own. */
async function examplesByProfile(): Promise<ReadonlyMap<string, readonly Example[]>> {
  const found = new Map<string, Example[]>();
  const keep = (name: string, resource: Artefact, contained: boolean) => {
    const profile = contained
      ? containedProfile(resource)
      : (profileIdOf(resource as never) ?? READ[resource.resourceType]);
    if (profile !== undefined) found.set(profile, [...(found.get(profile) ?? []), { name, resource }]);
  };
  for (const { name, resource } of await readJson(join(GUIDE, 'input', 'examples'))) {
    const bundle = resource as {
      resourceType: string;
      entry?: { resource: Artefact & { contained?: Artefact[] } }[];
    };
    for (const { resource: inner } of bundle.entry ?? []) {
      keep(name, inner, false);
      for (const each of inner.contained ?? []) keep(name, each, true);
    }
    if (bundle.resourceType !== 'Bundle') keep(name, resource as Artefact, false);
  }
  return found;
}

/** Contained resources have fixed names in the proposal's Provenance. */
function containedProfile({ id }: Artefact): string | undefined {
  return { device: 'triage-device', proposal: 'triage-proposal', 'model-card': 'triage-model-card' }[id];
}

async function readJson(
  folder: string,
): Promise<readonly { readonly name: string; readonly resource: unknown }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => ({ name, resource: JSON.parse(await readFile(join(folder, name), 'utf8')) })),
  );
}
