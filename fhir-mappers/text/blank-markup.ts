const TAG = /<\/?[a-z][^<>]{0,500}>|<!--[^<>]{0,500}-->/gi;
const UNSEEN = /<(script|style)\b[^<>]{0,500}>[^<]{0,20000}<\/\1>/gi;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;
/** Codes that colour a terminal, then every control character but tab and line break. */
const CONTROL = /(?![\t\n\r])\p{Cc}(?:\[[0-9;]{0,20}[a-z])?/giu;
const blank = (found: string): string => ' '.repeat(found.length);
/** The end of a paragraph in markup is the end of a sentence. */
const blankTag = (tag: string): string =>
  /^<\/?(?:p|br|div|li|tr|h\d)\b/i.test(tag) ? `\n${' '.repeat(tag.length - 1)}` : blank(tag);

/**
 * The text with markup, entities and control characters blanked out, of the same length: every place keeps its number.
 *
 * "BP <90/60" and "a & b" stay: a tag begins with a letter, an entity ends with a semicolon.
 */
export function blankMarkup(text: string): string {
  let seen = text;
  if (seen.includes('<')) seen = seen.replace(UNSEEN, blank).replace(TAG, blankTag);
  if (seen.includes('&')) seen = seen.replace(ENTITY, (entity) => meant(entity).padEnd(entity.length));
  return seen.replace(CONTROL, blank);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': '’',
  '&#39;': '’',
  '&quot;': '"',
  '&deg;': '°',
};

function meant(entity: string): string {
  return ENTITIES[entity.toLowerCase()] ?? '';
}
