/** Code, display, and a definition where there is one. */
export type CodeRow = readonly [code: string, display: string, definition?: string];

interface CodeSystemHead {
  readonly name: string;
  readonly id: string;
  readonly title: string;
  /** `fragment` where a clinic adds codes of its own. */
  readonly content: 'complete' | 'fragment';
}

/** A text as an FSH string. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** A code system in FSH. Codes that are no plain words are quoted. */
export function codeSystemFsh(
  { name, id, title, content }: CodeSystemHead,
  rows: readonly CodeRow[],
): string {
  const lines = rows.map(([code, display, definition]) => {
    const written = /^[\w.:-]+$/.test(code) ? `#${code}` : `#"${code}"`;
    return `* ${written} ${quoted(display)}${definition === undefined ? '' : ` ${quoted(definition)}`}`;
  });
  return [
    `CodeSystem: ${name}`,
    `Id: ${id}`,
    `Title: ${quoted(title)}`,
    `Description: ${quoted(`${title}, from the tables that the running system uses.`)}`,
    `* ^content = #${content}`,
    '* ^caseSensitive = true',
    '* ^experimental = false',
    ...lines,
    '',
  ].join('\n');
}
