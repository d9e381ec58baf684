import { Parser } from 'htmlparser2';
import { type Block, foldText, type ReadDocument } from './block.ts';

/** Elements whose text is not part of the document. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'svg',
]);
/** Elements that begin and end a block. */
const BLOCKS = new Set(
  'p div li ul ol dl dt dd table tr section article main body blockquote pre figcaption br hr h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** Reads HTML: headings and text blocks in order, no markup, no scripts, no navigation. */
export function readHtml(source: string): ReadDocument {
  const blocks: Block[] = [];
  let title = '';
  let inTitle = false;
  let skipping = 0;
  let heading = 0;
  let text = '';
  const flush = () => {
    const folded = foldText(text);
    text = '';
    if (folded === '') return;
    blocks.push(
      heading > 0 ? { kind: 'heading', level: heading, text: folded } : { kind: 'paragraph', text: folded },
    );
  };
  const parser = new Parser({
    onopentag(name) {
      if (SKIPPED.has(name)) skipping += 1;
      if (name === 'title') inTitle = true;
      if (BLOCKS.has(name)) flush();
      if (/^h[1-6]$/.test(name)) heading = Number(name[1]);
      if (name === 'td' || name === 'th') text += ' ';
    },
    ontext(data) {
      if (inTitle) title += data;
      else if (skipping === 0) text += data;
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
      if (BLOCKS.has(name)) flush();
      if (/^h[1-6]$/.test(name)) heading = 0;
      if (SKIPPED.has(name)) skipping = Math.max(0, skipping - 1);
    },
  });
  parser.end(source);
  flush();
  const first = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text;
  const named = first ?? foldText(title);
  return { ...(named === '' ? {} : { title: named }), blocks };
}
