import type { IdentifierKind, Span } from './kinds.ts';
import { plainName, wordsOf } from './name-words.ts';

/** An identifier that the same chart holds in a field of its own. */
export interface KnownIdentifier {
  readonly kind: IdentifierKind;
  readonly text: string;
}

/** Parts of names and addresses that identify nobody. */
const EMPTY_PARTS = new Set(
  'mr mrs ms miss dr prof jr sr ii iii iv the of and street st road rd avenue ave lane drive dr court way apt unit city north south east west new de la le van von der hospital clinic center centre medical health nurse doctor general care'.split(
    ' ',
  ),
);

/**
 * Where a text says what the chart's own fields say: names in any case and in part, numbers however grouped, and names
 * of five letters and more with one slip.
 */
export function findKnown(text: string, known: readonly KnownIdentifier[]): readonly Span[] {
  const parts = new Map<string, IdentifierKind>();
  const codes: KnownIdentifier[] = [];
  for (const { kind, text: value } of known) {
    if (kind === 'name' || (kind === 'place' && !/^\d+$/u.test(value))) {
      for (const { base } of wordsOf(value))
        for (const part of [base, ...base.split(/[-']/)])
          if (part.length >= 2 && !EMPTY_PARTS.has(part)) parts.set(part, parts.get(part) ?? kind);
    }
    if (/\d/u.test(value)) codes.push({ kind, text: value });
    else if (kind !== 'name' && kind !== 'place') codes.push({ kind, text: value });
  }
  return [...findParts(text, parts), ...codes.flatMap((code) => findCode(text, code))];
}

function findParts(text: string, parts: ReadonlyMap<string, IdentifierKind>): readonly Span[] {
  if (parts.size === 0) return [];
  const found: Span[] = [];
  const long = [...parts.keys()].filter((part) => part.length >= 5);
  const words = wordsOf(text);
  const isShouting = words.every(({ form }) => form !== 'lower');
  for (const [index, word] of words.entries()) {
    const bases = [word.base, ...word.base.split(/[-']/)];
    const hit = bases.find((base) => parts.has(base));
    const common = word.english || word.clinical;
    const next = words[index + 1];
    if (hit !== undefined) {
      // "Brown sputum" of Mr Brown, "bell's palsy" of Mrs Bell: a word that means something else needs its capital.
      if (common && word.form === 'lower') continue;
      if (common && isShouting && word.base.length < 4) continue;
      if (
        common &&
        (word.opens || word.clinical) &&
        next?.form === 'lower' &&
        next.clinical &&
        next.gap === ' '
      )
        continue;
      found.push({ start: word.start, end: word.end, kind: parts.get(hit) ?? 'name', by: 'chart' });
    } else if (!common && word.base.length >= 5) {
      const near = long.find((part) => isOneSlip(part, word.base));
      if (near !== undefined)
        found.push({ start: word.start, end: word.end, kind: parts.get(near) ?? 'name', by: 'chart-slip' });
    }
  }
  return found;
}

function findCode(text: string, { kind, text: value }: KnownIdentifier): readonly Span[] {
  const signs = [...plainName(value).replace(/[^\p{L}\d]/gu, '')];
  if (signs.length < 3) return [];
  const form = new RegExp(
    `(?<![\\p{L}\\d])${signs.map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('[\\s()./_@+-]{0,3}')}(?![\\p{L}\\d])`,
    'giu',
  );
  return [...text.matchAll(form)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind,
    by: 'chart',
  }));
}

/** One letter more, less, other, or two neighbours exchanged; the first letter is the same. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  const restA = a.slice(head);
  const restB = b.slice(head);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
