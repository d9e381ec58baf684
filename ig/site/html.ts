/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** Any text, made safe for HTML. */
export function escaped(text: unknown): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return String(text ?? '').replaceAll(/[&<>"]/g, (character) => names[character] ?? '');
}

/** HTML with every value escaped, unless it is HTML itself. Lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return {
    html: parts.reduce(
      (text, part, index) => text + part + (index < values.length ? asHtml(values[index]) : ''),
      '',
    ),
  };
}

function asHtml(value: unknown): string {
  if (Array.isArray(value)) return value.map(asHtml).join('');
  if (typeof value === 'object' && value !== null && 'html' in value) return (value as Html).html;
  return escaped(value);
}

/** A table; empty without rows. */
export function table(heads: readonly string[], rows: readonly (readonly unknown[])[]): Html {
  if (rows.length === 0) return html`<p class="quiet">None.</p>`;
  return html`<div class="wide"><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

const MENU = [
  ['index', 'Prescreen nurse triage'],
  ['workflow', 'Workflow'],
  ['actors', 'Actors'],
  ['interfaces', 'Interfaces'],
  ['artefacts', 'Artefacts'],
  ['must-support', 'Must support'],
  ['terminology', 'Terminology'],
  ['security', 'Security and privacy'],
  ['validation', 'Validation'],
  ['conformance', 'Conformance'],
  ['limits', 'Known limits'],
  ['changes', 'Changes'],
] as const;

/** A whole page. Works from a file: one style sheet beside it, no script. */
export function page(name: string, title: string, body: Html): string {
  const items = MENU.map(([file, label]) =>
    file === name
      ? html`<li><a href="${file}.html" aria-current="page">${label}</a></li>`
      : html`<li><a href="${file}.html">${label}</a></li>`,
  );
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Prescreen guide</title><link rel="stylesheet" href="guide.css"></head>
<body><a class="skip" href="#content">Skip to content</a><nav aria-label="Guide"><ul>${items}</ul></nav>
<main id="content">${body}<footer>prescreen.nurse-triage 0.1.0, draft · FHIR R4 · Apache-2.0</footer></main></body></html>
`.html;
}
