import type {
  CapabilityStatement,
  CodeSystem,
  ConceptMap,
  FhirResource,
  NamingSystem,
  StructureDefinition,
  ValueSet,
} from 'fhir/r4';
import { elementTable, valueSetLink } from './element-table.ts';
import { type Html, html, table } from './html.ts';

/** A definition of the guide. All have these. */
export type Artefact = FhirResource & {
  id: string;
  url?: string;
  title?: string;
  name?: string;
  description?: string;
};

/** An example with the name of its file. */
export interface Example {
  readonly name: string;
  readonly resource: unknown;
}

/** Longer lists are cut, with a link to the whole in JSON. */
const MAX_CODES = 500;

/** The page of one definition. */
export function artefactPage(artefact: Artefact, examples: readonly Example[]): Html {
  return html`<h1>${artefact.title ?? artefact.name ?? artefact.id}</h1>
<p class="lead">${artefact.description}</p>
<p><code>${artefact.url ?? artefact.id}</code> · ${artefact.resourceType} · <a href="resources/${artefact.resourceType}-${artefact.id}.json">JSON</a></p>
${bodyOf(artefact)}${examples.length === 0 ? '' : html`<h2>Examples</h2><p>Emitted by the running system for synthetic patients.</p>${examples.map(shownExample)}`}`;
}

function shownExample({ name, resource }: Example): Html {
  return html`<details><summary>${name}</summary><pre><code>${JSON.stringify(resource, null, 2)}</code></pre></details>`;
}

function bodyOf(artefact: Artefact): Html {
  switch (artefact.resourceType) {
    case 'StructureDefinition':
      return structure(artefact);
    case 'ValueSet':
      return valueSet(artefact);
    case 'CodeSystem':
      return codeSystem(artefact);
    case 'ConceptMap':
      return conceptMap(artefact);
    case 'CapabilityStatement':
      return capability(artefact);
    case 'NamingSystem':
      return naming(artefact);
    default:
      return html`<pre><code>${JSON.stringify(artefact, null, 2)}</code></pre>`;
  }
}

function structure({
  differential,
  snapshot,
  context,
  kind,
  type,
  baseDefinition,
}: StructureDefinition): Html {
  const all = snapshot?.element ?? [];
  const bound = all.filter(({ binding }) => binding?.valueSet?.startsWith('https://prescreen.org/'));
  const rules = all
    .flatMap(({ constraint = [] }) => constraint)
    .filter(({ key }) => /^(?:tci|esc|nsp|tvs)-/.test(key));
  return html`<p>${kind === 'logical' ? 'Logical model' : html`Based on <code>${baseDefinition}</code>`}${
    context ? html`; may stand on ${context.map(({ expression }) => expression).join(', ')}` : ''
  }.</p>
<h2>Differential</h2>${elementTable(differential?.element ?? [])}
<h2>Bindings</h2>${table(
    ['element', 'strength', 'value set'],
    bound.map(({ id, binding }) => [
      html`<code>${id}</code>`,
      binding?.strength,
      valueSetLink(binding?.valueSet ?? ''),
    ]),
  )}
<h2>Invariants</h2>${table(
    ['key', 'meaning', 'FHIRPath'],
    rules.map(({ key, human, expression }) => [key, human, html`<code>${expression}</code>`]),
  )}
<h2>Snapshot</h2><details><summary>${all.length} elements of ${type}</summary>${elementTable(all)}</details>`;
}

function valueSet({ compose }: ValueSet): Html {
  const rows = (compose?.include ?? []).flatMap(({ system = '', concept }) =>
    concept
      ? concept.map(({ code, display }) => [html`<code>${code}</code>`, display ?? '', systemLink(system)])
      : [['all codes', '', systemLink(system)]],
  );
  const without = (compose?.exclude ?? []).flatMap(({ concept = [] }) => concept.map(({ code }) => code));
  return html`<h2>Codes</h2>${table(['code', 'display', 'system'], rows)}${
    without.length === 0 ? '' : html`<p>Without ${without.join(', ')}.</p>`
  }`;
}

function systemLink(system: string): Html {
  const id = /^https:\/\/prescreen\.org\/fhir\/CodeSystem\/(.+)$/.exec(system)?.[1];
  return id === undefined ? html`<code>${system}</code>` : html`<a href="CodeSystem-${id}.html">${id}</a>`;
}

function codeSystem({ id, concept = [], content }: CodeSystem): Html {
  const cut = concept.length > MAX_CODES;
  return html`<h2>${concept.length} codes</h2><p>Content: ${content}.</p>${table(
    ['code', 'display', 'definition'],
    concept
      .slice(0, MAX_CODES)
      .map(({ code, display, definition }) => [html`<code>${code}</code>`, display, definition]),
  )}${cut ? html`<p>The first ${MAX_CODES} only; <a href="resources/CodeSystem-${id}.json">all of them as JSON</a>.</p>` : ''}`;
}

function conceptMap({ group = [] }: ConceptMap): Html {
  const rows = group.flatMap(({ element }) =>
    element.flatMap(({ code, target = [] }) =>
      target.map((each) => [html`<code>${code}</code>`, each.display, each.equivalence]),
    ),
  );
  return html`<h2>Map</h2><p>To <code>${group[0]?.target}</code></p>${table(['priority', 'target', 'equivalence'], rows)}`;
}

function capability({ rest = [] }: CapabilityStatement): Html {
  const [first] = rest;
  return html`<p>${first?.documentation}</p><h2>As ${first?.mode}</h2>${table(
    ['resource', 'interactions', 'search', 'profiles'],
    (first?.resource ?? []).map(
      ({ type, interaction = [], searchParam = [], profile, supportedProfile = [], documentation }) => [
        type,
        interaction.map(({ code }) => code).join(', '),
        searchParam.map(({ name }) => name).join(', '),
        [
          ...[...(profile ? [profile] : []), ...supportedProfile].map((url) => profileLink(url)),
          documentation ? html`<div class="quiet">${documentation}</div>` : '',
        ],
      ],
    ),
  )}<p>Whole system: ${(first?.interaction ?? []).map(({ code }) => code).join(', ') || 'nothing'}.</p>`;
}

function profileLink(url: string): Html {
  const id = url.slice(url.lastIndexOf('/') + 1);
  return html`<div><a href="StructureDefinition-${id}.html">${id}</a></div>`;
}

function naming({ uniqueId, kind }: NamingSystem): Html {
  return html`<h2>Addresses</h2>${table(
    ['kind', 'type', 'value'],
    uniqueId.map(({ type, value }) => [kind, type, html`<code>${value}</code>`]),
  )}`;
}
