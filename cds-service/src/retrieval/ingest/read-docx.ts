import mammoth from 'mammoth';
import { DocumentError, type ReadDocument } from './block.ts';
import { readHtml } from './read-html.ts';

/** Reads a Word document by its paragraph styles; pictures are left out. */
export async function readDocx(bytes: Buffer): Promise<ReadDocument> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      },
    );
    return readHtml(value);
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown';
    throw new DocumentError('broken', `not a readable Word document (${detail})`);
  }
}
