import { FILLERS } from '#terminology/lexicon/normal-form.ts';
import { canonicalNegative } from '#terminology/lexicon/phrase-notation.ts';
import type { Layout } from './layout.ts';
import { isAge, meansAnother } from './other-meanings.ts';
import type { Token } from './tokens.ts';

/** A token that carries meaning, in the form by which phrases are matched. */
export interface Term {
  readonly stem: string;
  /** First and last token that it stands for. */
  readonly from: number;
  readonly to: number;
  /** Strongest break between the term before and this one. */
  readonly breakBefore: number;
}

/** Most words that one negative form spans (`has not been able`). */
const LOOK_AHEAD = 3;

/**
 * Drops fillers and brings negations to one form, keeping where each term came from.
 *
 * @param correct - Gives the stem of a misspelt word, or the stem as it is.
 */
export function termsOf(tokens: readonly Token[], layout: Layout, correct: (token: Token) => string): Term[] {
  const terms: Term[] = [];
  let pending = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    pending = Math.max(pending, layout.breakBefore[at]!);
    if (token.kind === 'mark') continue;
    if (token.kind === 'number') {
      terms.push({
        stem: isAge(tokens, at) ? UNMATCHED : token.plain,
        from: at,
        to: at,
        breakBefore: pending,
      });
      pending = 0;
      continue;
    }
    const ahead: string[] = [];
    for (let next = at; next < tokens.length && next < at + LOOK_AHEAD; next += 1) {
      if (tokens[next]!.kind !== 'word') break;
      ahead.push(tokens[next]!.plain);
    }
    const negative = canonicalNegative(ahead, 0);
    if (negative !== undefined) {
      terms.push({ stem: negative.stem, from: at, to: at + negative.length - 1, breakBefore: pending });
      pending = 0;
      at += negative.length - 1;
      continue;
    }
    if (FILLERS.has(token.plain)) continue;
    // "a bit" and "little bit" say how much; "dog bit" is a bite.
    if (token.plain === 'bit' && at > 0) {
      const before = tokens[at - 1]!.plain;
      if (before === 'a' || before === 'little') continue;
    }
    const stem = isVomiting(tokens, at) ? 'vomit' : meansAnother(tokens, at) ? UNMATCHED : correct(token);
    terms.push({ stem, from: at, to: at, breakBefore: pending });
    pending = 0;
  }
  return terms;
}

/** The stem of a word that no phrase may match. */
export const UNMATCHED = '\u0000';

const ILL_AFTER = new Set('with for since lately recently a leave contacts contact all from ever'.split(' '));
const TIMES_AFTER = new Set('once twice times several repeatedly everywhere'.split(' '));

/** "She has been sick twice", "keeps being sick": what the British say of vomiting; "been sick with flu" is not. */
function isVomiting(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.plain !== 'sick') return false;
  const [before, after, second] = [
    tokens[at - 1]?.plain ?? '',
    tokens[at + 1]?.plain ?? '',
    tokens[at + 2]?.plain,
  ];
  if (TIMES_AFTER.has(after) || second === 'times') return true;
  return (before === 'been' || before === 'being') && !ILL_AFTER.has(after);
}
