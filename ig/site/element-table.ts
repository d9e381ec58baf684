import type { ElementDefinition } from 'fhir/r4';
import { type Html, html, table } from './html.ts';

/** Elements of a differential or snapshot as a table: path, cardinality, type, what is demanded. */
export function elementTable(elements: readonly ElementDefinition[]): Html {
  return table(
    ['element', 'flags', 'card.', 'type', 'demanded'],
    elements.map((element) => [
      html`<code>${element.id ?? element.path}</code>`,
      element.mustSupport ? 'MS' : '',
      element.min === undefined && element.max === undefined
        ? ''
        : `${element.min ?? ''}..${element.max ?? ''}`,
      typesOf(element),
      demands(element),
    ]),
  );
}

function typesOf({ type = [], contentReference }: ElementDefinition): string {
  if (contentReference !== undefined) return `see ${contentReference}`;
  return type
    .map(({ code, targetProfile = [], profile = [] }) => {
      const inside = [...targetProfile, ...profile].map(lastPart).join(' | ');
      return inside === '' ? lastPart(code) : `${lastPart(code)}(${inside})`;
    })
    .join(' | ');
}

function demands(element: ElementDefinition): Html[] {
  const parts: Html[] = [];
  for (const [key, value] of Object.entries(element)) {
    if (/^(?:fixed|pattern)[A-Z]/.test(key)) {
      const word = key.startsWith('fixed') ? 'exactly' : 'at least';
      parts.push(
        html`<div>${word} <code>${typeof value === 'string' ? value : JSON.stringify(value)}</code></div>`,
      );
    }
  }
  const { binding, slicing, constraint = [], sliceName, short } = element;
  if (slicing)
    parts.push(
      html`<div>sliced by ${slicing.discriminator?.map(({ path, type }) => `${type} of ${path}`).join(', ')}</div>`,
    );
  if (binding?.valueSet !== undefined)
    parts.push(html`<div>${binding.strength} binding to ${valueSetLink(binding.valueSet)}</div>`);
  for (const { key, human } of constraint.filter((each) => /^(?:tci|esc|nsp|tvs)-/.test(each.key))) {
    parts.push(html`<div><b>${key}</b> ${human}</div>`);
  }
  if (parts.length === 0 && short !== undefined && sliceName === undefined)
    parts.push(html`<span class="quiet">${short}</span>`);
  return parts;
}

/** A value set of ours as a link; another by its address. */
export function valueSetLink(url: string): Html {
  const id = /^https:\/\/prescreen\.org\/fhir\/ValueSet\/(.+)$/.exec(url)?.[1];
  return id === undefined ? html`<code>${url}</code>` : html`<a href="ValueSet-${id}.html">${id}</a>`;
}

function lastPart(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
