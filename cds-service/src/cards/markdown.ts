/** Characters that Markdown or HTML could read as more than text. */
const ACTIVE = /[\\`*_{}[\]()<>#+!|~&]/g;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * Text from a chart, a passage or a model as Markdown that shows it and does nothing else (CH-84).
 *
 * HTML becomes entities, because some clients render raw HTML in Markdown; line breaks become spaces, so that
 * it cannot start a heading or a list; bare web addresses lose the colon that turns them into links.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(ACTIVE, (character) => ENTITIES[character] ?? `\\${character}`)
    .replace(/\b(https?|ftp|javascript|data|mailto):/gi, '$1&#58;')
    .replace(/\bwww\./gi, 'www&#46;')
    .replace(/@/g, '&#64;')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Cuts plain text to fewer than `limit` UTF-16 units, at a word where it can, never inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length < limit) return text;
  const cut = text.slice(0, limit - 2);
  const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
  const atWord = whole.lastIndexOf(' ');
  return `${(atWord > limit / 2 ? whole.slice(0, atWord) : whole).replace(/[\s,;:–-]+$/, '')}…`;
}
