import { type Block, foldText } from './block.ts';
import type { Line } from './pdf-lines.ts';

/** Larger print than the body by this factor is a heading. */
const HEADING_SIZE = 1.12;
const LONGEST_HEADING = 120;

/**
 * Makes blocks of the lines of all pages: headings by their size, paragraphs by the space between lines.
 *
 * Lines that stand at the head or foot of many pages, and page numbers, are left out.
 */
export function blocksOf(pages: readonly (readonly Line[])[]): readonly Block[] {
  const body = bodySize(pages);
  const running = runningLines(pages);
  const blocks: Block[] = [];
  pages.forEach((lines, index) => {
    const page = index + 1;
    let paragraph: string[] = [];
    let previous: Line | undefined;
    const flush = () => {
      const text = foldText(joinLines(paragraph));
      if (text !== '') blocks.push({ kind: 'paragraph', text, page });
      paragraph = [];
    };
    for (const line of lines) {
      if (running.has(signature(line)) || /^(page\s+)?\d+(\s*(\/|of)\s*\d+)?$/i.test(line.text)) continue;
      if (isHeading(line, body)) {
        flush();
        pushHeading(blocks, { line, body, page });
      } else {
        if (previous && startsParagraph(previous, line)) flush();
        paragraph.push(line.text);
      }
      previous = line;
    }
    flush();
  });
  return blocks;
}

/** The size of most of the print. */
function bodySize(pages: readonly (readonly Line[])[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function isHeading({ size, text }: Line, body: number): boolean {
  if (text.length > LONGEST_HEADING || !/\p{L}{2}/u.test(text)) return false;
  return size >= body * HEADING_SIZE;
}

/** Two lines of one heading become one; the level follows from the size. */
function pushHeading(
  blocks: Block[],
  found: { readonly line: Line; readonly body: number; readonly page: number },
): void {
  const { line, body, page } = found;
  const level = line.size >= body * 1.7 ? 1 : line.size >= body * 1.35 ? 2 : 3;
  const last = blocks.at(-1);
  if (last?.kind === 'heading' && last.level === level && last.page === page) {
    blocks[blocks.length - 1] = { ...last, text: foldText(`${last.text} ${line.text}`) };
  } else {
    blocks.push({ kind: 'heading', level, text: foldText(line.text), page });
  }
}

function startsParagraph(previous: Line, line: Line): boolean {
  const gap = previous.y - line.y;
  const bullet = /^([•▪◦‣·–-]|\(?\d{1,2}[.)])\s/.test(line.text);
  return gap < 0 || gap > line.size * 1.75 || bullet;
}

/** Joins lines; a word divided at the end of a line becomes whole again. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
    return text === '' ? line : `${text} ${line}`;
  }, '');
}

/** Numbers differ from page to page; the rest of a running head does not. */
function signature({ text }: Line): string {
  return text.toLowerCase().replace(/\d+/g, '#').trim();
}

function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  if (pages.length < 4) return new Set();
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    const edges = new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)].map(signature));
    for (const edge of edges) seen.set(edge, (seen.get(edge) ?? 0) + 1);
  }
  return new Set(
    [...seen].filter(([, count]) => count >= Math.max(3, pages.length * 0.3)).map(([text]) => text),
  );
}
