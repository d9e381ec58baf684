import type { CodeSystem, StructureDefinition, ValueSet } from 'fhir/r4';
import type { Artefact } from './artefact-page.ts';
import { type Html, html, table } from './html.ts';

const KINDS: readonly (readonly [string, (artefact: Artefact) => boolean])[] = [
  ['Profiles', (one) => isStructure(one) && one.derivation === 'constraint' && one.type !== 'Extension'],
  ['Extensions', (one) => isStructure(one) && one.type === 'Extension'],
  ['Logical models', (one) => isStructure(one) && one.kind === 'logical'],
  ['Value sets', ({ resourceType }) => resourceType === 'ValueSet'],
  ['Code systems', ({ resourceType }) => resourceType === 'CodeSystem'],
  ['Concept maps', ({ resourceType }) => resourceType === 'ConceptMap'],
  ['Capability statements', ({ resourceType }) => resourceType === 'CapabilityStatement'],
  ['Naming systems', ({ resourceType }) => resourceType === 'NamingSystem'],
  ['Forms', ({ resourceType }) => resourceType === 'Questionnaire'],
];

function isStructure(artefact: Artefact): artefact is Artefact & StructureDefinition {
  return artefact.resourceType === 'StructureDefinition';
}

/** Name of the page of a definition. */
export function pageOf({ resourceType, id }: Pick<Artefact, 'resourceType' | 'id'>): string {
  return `${resourceType}-${id}`;
}

/** Every definition, by kind. */
export function artefactsPage(artefacts: readonly Artefact[]): Html {
  return html`<h1>Artefacts</h1>${KINDS.map(
    ([title, belongs]) =>
      html`<h2>${title}</h2>${table(
        ['name', 'what it is'],
        artefacts
          .filter(belongs)
          .map((one) => [
            html`<a href="${pageOf(one)}.html">${one.title ?? one.name ?? one.id}</a>`,
            one.description,
          ]),
      )}`,
  )}`;
}

/** Must-support elements with who fills and who reads them, from `requirements` of each element. */
export function mustSupportPage(artefacts: readonly Artefact[]): Html {
  const profiles = artefacts
    .filter(isStructure)
    .filter(({ type, kind }) => kind === 'resource' && type !== 'Extension');
  return html`<h1>Must support</h1>
<p>Whoever fills an element does so when the value is known. Whoever reads it shows or uses it, or keeps it unchanged. An inherited profile repeats nothing here: see its parent.</p>${profiles.map(
    (profile) => {
      const rows = (profile.differential?.element ?? [])
        .filter(({ mustSupport }) => mustSupport)
        .map(({ id, requirements }) => [
          html`<code>${id}</code>`,
          requirements ?? 'Filled with its parent element. Read with it.',
        ]);
      return rows.length === 0
        ? ''
        : html`<h2><a href="${pageOf(profile)}.html">${profile.title ?? ''}</a></h2>${table(['element', 'who'], rows)}`;
    },
  )}`;
}

/** Where codes come from, and what could not be checked. */
export function terminologyPage(artefacts: readonly Artefact[]): Html {
  const systems = artefacts.filter((one): one is Artefact & CodeSystem => one.resourceType === 'CodeSystem');
  const sets = artefacts.filter((one): one is Artefact & ValueSet => one.resourceType === 'ValueSet');
  const others = new Set(
    sets
      .flatMap(({ compose }) => (compose?.include ?? []).flatMap(({ system = '' }) => system))
      .filter((system) => !system.startsWith('https://prescreen.org/')),
  );
  return html`<h1>Terminology</h1>
<p>A code has one home. Priorities, tasks, roles, override reasons, data states, errors, findings and vital signs are written into this guide at each build from the tables that the running system uses; rules and gates by a command, and a test fails when they differ.</p>
<h2>Our code systems</h2>${table(
    ['code system', 'codes', 'content'],
    systems.map((one) => [
      html`<a href="${pageOf(one)}.html">${one.title ?? ''}</a>`,
      one.concept?.length ?? 0,
      one.content,
    ]),
  )}
<h2>Systems of others in our value sets</h2><ul>${[...others].map((system) => html`<li><code>${system}</code></li>`)}</ul>
<h2>Not verifiable offline</h2>
<p>LOINC, SNOMED CT, RxNorm, ICD-10 and the codes of HL7's AI Transparency ballot are not in the definitions on hand. Those from memory are listed in <code>fhir-mappers/README.md</code>. Codes of HL7 v3 and of R4 are checked against R4's own copies, but <code>AIAST</code>, which is younger than R4.</p>
<h2>Licences</h2>
<p>LOINC is copyright of Regenstrief Institute, Inc. and free under its licence. SNOMED CT is copyright of SNOMED International; use of its codes needs an affiliate licence outside member countries. Here stand codes that we use, with our own words; no content of either is copied.</p>`;
}

/** Requirements by id, with the tests whose titles name them. */
export function conformancePage(found: ReadonlyMap<string, readonly string[]>): Html {
  const rows = (start: string) =>
    [...found]
      .filter(([id]) => id.startsWith(start))
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([id, files]) => [id, files.map((file) => html`<div><code>${file}</code></div>`)]);
  return html`<h1>Conformance</h1>
<p>Ids of our checklist: CH for CDS Hooks 2.0, SM for SMART App Launch 2.2 and FHIR. Each is named in the title of a test that proves it; this table is read from those titles.</p>
<h2>CDS Hooks</h2>${table(['id', 'test'], rows('CH'))}<h2>SMART and FHIR</h2>${table(['id', 'test'], rows('SM'))}`;
}
