/** A piece of a document in reading order, whatever its format was. Plain text, white space folded. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly page?: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly page?: number };

/** A document as read: its title where it names one, and its blocks. */
export interface ReadDocument {
  readonly title?: string;
  readonly blocks: readonly Block[];
}

export type DocumentErrorCode =
  | 'not-found'
  | 'unknown-format'
  | 'too-large'
  | 'empty'
  | 'encrypted'
  | 'scanned'
  | 'broken';

/** A document that was not taken in; the message is for the person who runs the command. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string) {
    super(message);
    this.name = 'DocumentError';
    this.code = code;
  }
}

/** Folds white space, drops control characters and joins words that were hyphenated at a line's end. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00AD/g, '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
