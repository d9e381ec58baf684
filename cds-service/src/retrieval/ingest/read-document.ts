import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { DocumentError, type ReadDocument } from './block.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdf } from './read-pdf.ts';

const MOST_BYTES = 64 * 1024 * 1024;

type Reader = (bytes: Buffer) => ReadDocument | Promise<ReadDocument>;

const READERS: Readonly<Record<string, Reader>> = {
  '.md': (bytes) => readMarkdown(textOf(bytes)),
  '.markdown': (bytes) => readMarkdown(textOf(bytes)),
  '.txt': (bytes) => readMarkdown(textOf(bytes)),
  '.html': (bytes) => readHtml(textOf(bytes)),
  '.htm': (bytes) => readHtml(textOf(bytes)),
  '.pdf': readPdf,
  '.docx': readDocx,
};

/** Endings of the formats that are read. */
export const KNOWN_ENDINGS = Object.keys(READERS);

/** The bytes of a file, or why it cannot be read. */
export function readBytes(path: string): Buffer {
  const size = statSync(path).size;
  if (size === 0) throw new DocumentError('empty', 'is empty');
  if (size > MOST_BYTES) {
    throw new DocumentError('too-large', `is larger than ${MOST_BYTES / 1024 / 1024} MB`);
  }
  return readFileSync(path);
}

/**
 * Reads a document by its ending.
 *
 * @throws DocumentError for every reason for which a document is not taken in.
 */
export async function readDocument(path: string, bytes: Buffer): Promise<ReadDocument> {
  const reader = READERS[extname(path).toLowerCase()];
  if (!reader) {
    throw new DocumentError('unknown-format', `is none of ${KNOWN_ENDINGS.join(', ')}`);
  }
  const document = await reader(bytes);
  if (document.blocks.every(({ kind }) => kind === 'heading')) {
    throw new DocumentError('empty', 'holds no text');
  }
  return document;
}

function textOf(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (bytes.includes(0)) throw new DocumentError('broken', 'is not text');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
