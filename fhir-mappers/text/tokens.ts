import { plainWord, stemOf } from '#terminology/lexicon/normal-form.ts';

/** A word, a number or a mark, with its half-open range in the text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly start: number;
  readonly end: number;
  /** Lower case, no accents or apostrophes; the character itself for a mark. */
  readonly plain: string;
  /** Common form of its inflections; empty for a number and a mark. */
  readonly stem: string;
  /** Only for a number. */
  readonly value?: number;
  /** Capital letters only, two or more: an abbreviation or shouting. */
  readonly capitals: boolean;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

function isLetter(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  if (code < 128) return false;
  return /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) || (code >= 0xd800 && code <= 0xdfff);
}

const isApostrophe = (code: number) => code === 39 || code === 0x2019 || code === 0x60 || code === 0xb4;

/** Abbreviations written with a slash that are one word. */
const SLASH_WORDS = new Set(
  (
    'n/v n/v/d n/d v/d n/v/f n/v/c s/p h/o c/o r/o b/l w/o w/ y/o d/t d/c f/c f/u a/w a/o i/o s/s b/c p/w k/c/o k/c ' +
    'c/f s/o o/e h/a u/a u/s d/w c/w m/o w/o/m g/w w/u x/r f/b r/t b/w l/s r/s o/d a/p p/o d/o e/o c/p n/a t/o c/t d&v n&v v&d'
  ).split(' '),
);

/** One memory of word forms for the life of the process, bounded so that hostile text cannot grow it. */
const forms = new Map<string, { readonly plain: string; readonly stem: string }>();
const FORMS_LIMIT = 20_000;

function formOf(raw: string): { readonly plain: string; readonly stem: string } {
  const known = forms.get(raw);
  if (known !== undefined) return known;
  const plain = plainWord(raw.length > 40 ? raw.slice(0, 40) : raw);
  const form = { plain, stem: stemOf(plain) };
  if (forms.size < FORMS_LIMIT) forms.set(raw, form);
  return form;
}

function wordToken(text: string, start: number, end: number): Token {
  const raw = text.slice(start, end);
  const { plain, stem } = formOf(raw);
  const capitals = end - start >= 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  return { kind: 'word', start, end, plain, stem, capitals };
}

/** End of a word with slashes (`n/v/d`, `c/o`) that starts at `start`, or -1. Looks at most 7 characters ahead. */
function slashWordEnd(text: string, start: number): number {
  let end = start;
  let slashes = 0;
  while (end < text.length && end - start < 7) {
    const code = text.charCodeAt(end);
    if (code === 47 || code === 38) slashes += 1;
    else if (!isLetter(code)) break;
    end += 1;
  }
  if (slashes === 0) return -1;
  for (let stop = end; stop - start >= 2; stop -= 1) {
    if (stop < text.length && isLetter(text.charCodeAt(stop)) && isLetter(text.charCodeAt(stop - 1)))
      continue;
    if (SLASH_WORDS.has(text.slice(start, stop).toLowerCase())) return stop;
  }
  return -1;
}

/** Letters with dots (`s.o.b.`, `y.o.`) read as one abbreviation: its end, or -1. */
function dottedEnd(text: string, start: number): number {
  let at = start;
  let letters = 0;
  while (letters < 6 && isLetter(text.charCodeAt(at)) && text.charCodeAt(at + 1) === 46) {
    letters += 1;
    at += 2;
  }
  if (letters === 0) return -1;
  if (isLetter(text.charCodeAt(at)) && !isLetter(text.charCodeAt(at + 1))) return letters >= 1 ? at + 1 : -1;
  return letters >= 2 && !isLetter(text.charCodeAt(at)) ? at : -1;
}

function readWord(text: string, start: number): Token {
  const slashEnd = slashWordEnd(text, start);
  if (slashEnd > 0) return wordToken(text, start, slashEnd);
  const dotEnd = dottedEnd(text, start);
  if (dotEnd > 0) {
    const plain = text.slice(start, dotEnd).toLowerCase().replaceAll('.', '');
    return { kind: 'word', start, end: dotEnd, plain, stem: stemOf(plain), capitals: false };
  }
  let end = start + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) end += 1;
    else if (isApostrophe(code) && isLetter(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return wordToken(text, start, end);
}

function readNumber(text: string, start: number): Token {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  const mark = text.charCodeAt(end);
  let digits = text.slice(start, end);
  // A comma is a decimal comma only before one or two digits (38,5); before three it parts thousands.
  if ((mark === 46 || mark === 44) && isDigit(text.charCodeAt(end + 1))) {
    let stop = end + 1;
    while (stop < text.length && isDigit(text.charCodeAt(stop))) stop += 1;
    const fraction = text.slice(end + 1, stop);
    if (mark === 46 || fraction.length <= 2) {
      digits = `${digits}.${fraction}`;
      end = stop;
    } else if (fraction.length === 3) {
      digits += fraction;
      end = stop;
    }
  }
  return {
    kind: 'number',
    start,
    end,
    plain: digits,
    stem: '',
    value: Number(digits.slice(0, 20)),
    capitals: false,
  };
}

/** Cuts a text into tokens in one pass. Control characters and spaces are left out, everything else is kept. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      tokens.push({ kind: 'mark', start: at, end: at + 1, plain: '\n', stem: '', capitals: false });
      at += 1;
    } else if (code <= 32 || code === 0xa0 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff) {
      at += 1;
    } else if (isDigit(code)) {
      const token = readNumber(text, at);
      tokens.push(token);
      at = token.end;
    } else if (isLetter(code)) {
      const token = readWord(text, at);
      tokens.push(token);
      at = token.end;
    } else {
      tokens.push({ kind: 'mark', start: at, end: at + 1, plain: text[at]!, stem: '', capitals: false });
      at += 1;
    }
  }
  return tokens;
}
