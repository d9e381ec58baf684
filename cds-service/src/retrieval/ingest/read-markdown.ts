import { type Block, foldText, type ReadDocument } from './block.ts';

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const LIST_ITEM = /^\s*([-*+]|\d+[.)])\s+/;

/**
 * Reads Markdown or plain text: headings, paragraphs and list items, without their markup.
 *
 * Front matter, comments, images and code fences are left out; a link keeps its words, not its address.
 */
export function readMarkdown(source: string): ReadDocument {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '')
    .split(/\r?\n/);
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    const text = foldText(withoutMarkup(paragraph.join(' ')));
    if (text !== '') blocks.push({ kind: 'paragraph', text });
    paragraph = [];
  };
  lines.forEach((line, index) => {
    const heading = HEADING.exec(line);
    const underline = /^(=+|-+)\s*$/.exec(lines[index + 1] ?? '');
    if (heading) {
      flush();
      pushHeading(blocks, heading[1]!.length, heading[2]!);
    } else if (underline && line.trim() !== '' && paragraph.length === 0) {
      pushHeading(blocks, underline[1]!.startsWith('=') ? 1 : 2, line);
    } else if (line.trim() === '') {
      flush();
    } else if (!/^\s*([=-]{2,}|\*{3,}|_{3,}|\|?[\s:|-]+\|?)\s*$/.test(line)) {
      if (LIST_ITEM.test(line)) flush();
      paragraph.push(
        line
          .replace(LIST_ITEM, '')
          .replace(/^\s*>\s?/, '')
          .replaceAll('|', ' '),
      );
    }
  });
  flush();
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text;
  return { ...(title === undefined ? {} : { title }), blocks };
}

function pushHeading(blocks: Block[], level: number, line: string): void {
  const text = foldText(withoutMarkup(line));
  if (text !== '') blocks.push({ kind: 'heading', level, text });
}

function withoutMarkup(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/(\*\*|__|\*|`)(?=\S)([\s\S]*?\S)\1/g, '$2');
}
