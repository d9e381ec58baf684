import type { Token } from './tokens.ts';

/** How strongly two tokens are parted: not at all, by a comma, by a contrast (`but`), by the end of a sentence. */
export const BREAKS = { none: 0, comma: 1, contrast: 2, sentence: 3 } as const;

/** Where each token stands: numbers rise through the text. */
export interface Layout {
  /** Break just before a token, by token. */
  readonly breakBefore: Uint8Array;
  readonly sentence: Int32Array;
  /** Counts sentences and the parts that a contrast word makes within one. */
  readonly segment: Int32Array;
}

const ABBREVIATIONS = new Set(
  'dr mr mrs ms st lt rt vs abd approx ant post inf ext movt bil bilat lat prox dist mod sev dec inc lac sup freq esp resp'.split(
    ' ',
  ),
);

/** Words that open a part of a sentence to which an earlier negation does not reach. */
const CONTRASTS = new Set(
  'but however although though except yet whereas nevertheless nonetheless otherwise despite still instead besides'.split(
    ' ',
  ),
);

function markBreak(tokens: readonly Token[], at: number, text: string): number {
  const mark = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const spacedAfter = after === undefined || after.start > mark.end;
  switch (mark.plain) {
    case '.':
      if (before !== undefined && before.end === mark.start && ABBREVIATIONS.has(before.plain))
        return BREAKS.none;
      return spacedAfter || mark.start === 0 || /[A-Z]/.test(text[mark.end] ?? '')
        ? BREAKS.sentence
        : BREAKS.comma;
    case '!':
    case '?':
    case ';':
    case '•':
    case '*':
    case '。':
    case '|':
      return BREAKS.sentence;
    case '\n': {
      if (before === undefined || after === undefined) return BREAKS.sentence;
      const wrapped = before.kind === 'word' && /[a-z]/.test(text[after.start] ?? '');
      const lineStart = text.lastIndexOf('\n', mark.start - 1);
      return wrapped && mark.start - lineStart > 50 ? BREAKS.none : BREAKS.sentence;
    }
    case ',':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '=':
    case '>':
    case '<':
    case '+':
    case '→':
    case '–':
    case '—':
    case '…':
      return BREAKS.comma;
    case '-': {
      const glued = before !== undefined && before.end === mark.start && !spacedAfter;
      return glued ? BREAKS.none : BREAKS.comma;
    }
    default:
      return BREAKS.none;
  }
}

/** Finds sentences, contrasts and list commas in one pass. */
export function layOut(tokens: readonly Token[], text: string): Layout {
  const breakBefore = new Uint8Array(tokens.length);
  const sentence = new Int32Array(tokens.length);
  const segment = new Int32Array(tokens.length);
  let pending: number = BREAKS.none;
  let sentences = 0;
  let segments = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'mark') {
      const own = markBreak(tokens, at, text);
      pending = Math.max(pending, own);
    } else {
      // "as though" compares and "not yet" counts time: they do not contrast.
      const before = tokens[at - 1]?.plain;
      const contrasts = CONTRASTS.has(token.plain) && before !== 'as' && before !== 'not';
      if (token.kind === 'word' && contrasts && pending < BREAKS.contrast && at > 0)
        pending = BREAKS.contrast;
      if (pending === BREAKS.sentence) sentences += 1;
      if (pending >= BREAKS.contrast) segments += 1;
      breakBefore[at] = pending;
      pending = BREAKS.none;
    }
    sentence[at] = sentences;
    segment[at] = segments;
  }
  return { breakBefore, sentence, segment };
}
