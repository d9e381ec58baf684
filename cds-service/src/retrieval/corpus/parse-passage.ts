import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { AGE_GROUPS, EVIDENCE_KINDS, type Passage, SETTINGS } from '../contract.ts';

const word = z.string().trim().min(1);

const frontMatterSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case'),
  title: word.max(120),
  kind: z.enum(EVIDENCE_KINDS),
  organisation: word,
  document: word,
  year: z.number().int().min(1980).max(2100),
  link: z.url({ protocol: /^https$/ }).optional(),
  /** Licence of our own words, an SPDX id; the source keeps its own. */
  licence: word,
  verified: z.boolean(),
  reviewed: z.iso.date(),
  version: word,
  ageGroups: z.array(z.enum(AGE_GROUPS)).min(1),
  pregnancy: z.enum(['any', 'only', 'never']),
  settings: z.array(z.enum(SETTINGS)).min(1),
  askedAs: z.array(word.max(100)).max(12).optional(),
  supports: z.array(word),
});

export type ParsedPassage =
  | { readonly passage: Passage; readonly licence: string }
  | { readonly problems: readonly string[] };

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/**
 * Reads one corpus file: YAML front matter between `---` lines, then the text.
 *
 * @returns the passage with its text as one line per paragraph, or everything that is wrong with the file.
 */
export function parsePassage(source: string): ParsedPassage {
  const match = FRONT_MATTER.exec(source.replace(/^\uFEFF/, ''));
  if (!match) return { problems: ['no front matter between --- lines at the start'] };
  const [, yaml = '', body = ''] = match;

  let raw: unknown;
  try {
    raw = parseYaml(yaml);
  } catch (error) {
    if (error instanceof YAMLParseError) return { problems: [`front matter is not YAML: ${error.message}`] };
    throw error;
  }
  const parsed = frontMatterSchema.safeParse(raw);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const text = unwrap(body);
  if (text === '') return { problems: ['no text after the front matter'] };
  const { licence, ...rest } = parsed.data;
  return { passage: { ...rest, text }, licence };
}

/** Joins the lines of a paragraph; blank lines stay as paragraph breaks. */
function unwrap(body: string): string {
  return body
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .join('\n\n');
}
