import { getDocumentProxy } from 'unpdf';
import { DocumentError, foldText, type ReadDocument } from './block.ts';
import { withoutLigatures } from './ligatures.ts';
import { blocksOf } from './pdf-blocks.ts';
import { type Line, linesOf, type TextRun } from './pdf-lines.ts';

const MOST_PAGES = 2_000;
/** Fewer letters a page than this: pictures of pages, not text. */
const LEAST_LETTERS_A_PAGE = 20;

/** Reads a PDF page by page, also in two columns; headings are told by their size. */
export async function readPdf(bytes: Buffer): Promise<ReadDocument> {
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > MOST_PAGES) {
      throw new DocumentError('too-large', `has ${pdf.numPages} pages; at most ${MOST_PAGES} are read`);
    }
    const pages: (readonly Line[])[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [left = 0, , right = 612] = page.view as number[];
      pages.push(linesOf(items.flatMap(runOf), right - left));
      page.cleanup();
    }
    const letters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
    if (letters < LEAST_LETTERS_A_PAGE * pdf.numPages) {
      throw new DocumentError('scanned', 'holds pictures of pages, no text: run text recognition first');
    }
    const title = await titleOf(pdf);
    return { ...(title === '' ? {} : { title }), blocks: blocksOf(pages) };
  } finally {
    await pdf.cleanup();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Buffer): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new DocumentError('encrypted', 'is protected by a password');
    }
    const detail = error instanceof Error ? error.message : 'unknown';
    throw new DocumentError('broken', `not a readable PDF (${detail})`);
  }
}

function runOf(item: unknown): readonly TextRun[] {
  const { str, transform, width } = item as { str?: string; transform?: number[]; width?: number };
  if (str === undefined || transform === undefined) return [];
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  return [{ text: withoutLigatures(str), x, y, width: width ?? 0, size: Math.hypot(a, b) }];
}

async function titleOf(pdf: Pdf): Promise<string> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const title = (info as { Title?: unknown }).Title;
  return typeof title === 'string' ? foldText(title) : '';
}
