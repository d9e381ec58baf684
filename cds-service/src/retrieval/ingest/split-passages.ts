import { countWords } from '../corpus/lint-corpus.ts';
import type { Block, ReadDocument } from './block.ts';

/** A piece of a document of passage size, with where it stands. */
export interface Piece {
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  /** Page on which it begins. */
  readonly page?: number;
}

/** Words of a passage: what one embedding can hold, and a nurse reads in half a minute. */
const MOST_WORDS = 180;
/** A shorter piece is joined to its neighbour under the same heading. */
const FEWEST_WORDS = 60;

/**
 * Splits a document along its headings into pieces of passage size.
 *
 * A section that is too long is divided between paragraphs, a paragraph that is too long between sentences.
 * Nothing is left out, and no piece crosses a heading.
 */
export function splitPassages({ blocks }: ReadDocument): readonly Piece[] {
  return sectionsOf(blocks).flatMap(({ headings, parts }) => {
    const sentences = parts.flatMap(({ text, page }) =>
      withinLimit(text).map((piece) => ({ text: piece, page })),
    );
    return pack(sentences).map((packed): Piece => {
      const page = packed[0]!.page;
      const text = packed.map((part) => part.text).join(' ');
      return { headings, text, ...(page === undefined ? {} : { page }) };
    });
  });
}

interface Part {
  readonly text: string;
  readonly page: number | undefined;
}

interface Section {
  readonly headings: readonly string[];
  readonly parts: readonly Part[];
}

function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { headings: readonly string[]; parts: Part[] }[] = [{ headings: [], parts: [] }];
  const above: { readonly level: number; readonly text: string }[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      sections.at(-1)!.parts.push({ text: block.text, page: block.page });
      continue;
    }
    while (above.length > 0 && above.at(-1)!.level >= block.level) above.pop();
    above.push(block);
    sections.push({ headings: above.map(({ text }) => text), parts: [] });
  }
  return sections.filter(({ parts }) => parts.length > 0);
}

/** Groups parts so that each group stays below the limit; a short last group joins the one before. */
function pack(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  let words = 0;
  for (const part of parts) {
    const more = countWords(part.text);
    const last = groups.at(-1);
    if (last && (words + more <= MOST_WORDS || (words < FEWEST_WORDS && words + more <= MOST_WORDS * 1.2))) {
      last.push(part);
      words += more;
    } else {
      groups.push([part]);
      words = more;
    }
  }
  const tail = groups.at(-1);
  const before = groups.at(-2);
  const size = (group: readonly Part[]) => group.reduce((sum, { text }) => sum + countWords(text), 0);
  if (tail && before && size(tail) < FEWEST_WORDS / 2 && size(tail) + size(before) <= MOST_WORDS * 1.2) {
    before.push(...tail);
    groups.pop();
  }
  return groups;
}

function withinLimit(text: string): readonly string[] {
  if (countWords(text) <= MOST_WORDS) return [text];
  const sentences = text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d"“(])/u).flatMap(cutLong);
  return pack(sentences.map((sentence) => ({ text: sentence, page: undefined }))).map((group) =>
    group.map((part) => part.text).join(' '),
  );
}

/** A "sentence" without an end, such as a table, is cut after so many words. */
function cutLong(sentence: string): readonly string[] {
  const words = sentence.split(' ');
  const pieces: string[] = [];
  for (let at = 0; at < words.length; at += MOST_WORDS)
    pieces.push(words.slice(at, at + MOST_WORDS).join(' '));
  return pieces;
}
