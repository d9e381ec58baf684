import type { Token } from './tokens.ts';
import { push, type Reading } from './vital-reading.ts';

/** "8/10", "8 out of 10", "8 of 10". */
export function painAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly to: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.value === undefined) return undefined;
  let next = at + 1;
  if (tokens[next]?.plain === '-' && tokens[next + 1]?.kind === 'number') {
    const high = painAt(tokens, next + 1);
    if (high !== undefined) return high;
  }
  if (tokens[next]?.plain === '/') next += 1;
  else if (tokens[next]?.plain === 'out' && tokens[next + 1]?.plain === 'of') next += 2;
  else if (tokens[next]?.plain === 'of' || tokens[next]?.plain === 'over') next += 1;
  else return undefined;
  const ten = tokens[next];
  return ten?.kind === 'number' && ten.value === 10 ? { value: token.value, to: next + 1 } : undefined;
}

/** The score that follows the word pain; where it ends, or 0. */
export function readPain(reading: Reading, at: number, name: string): number {
  const { tokens } = reading;
  const outOfTen = painAt(tokens, at);
  if (outOfTen !== undefined) {
    push(reading, 'pain', outOfTen.value, [at, outOfTen.to]);
    return outOfTen.to;
  }
  const token = tokens[at];
  const after = tokens[at + 1];
  const bare = after === undefined || after.kind === 'mark' || !/^[a-z]/.test(after.plain);
  const named =
    name.includes('pain ') ||
    name === 'nrs' ||
    name === 'vas' ||
    name === 'rated' ||
    name === 'rates' ||
    name === 'rating';
  if (token?.kind !== 'number' || token.value === undefined || after?.plain === '/' || !(bare || named))
    return 0;
  if (token.value > 10 && !named) return 0;
  push(reading, 'pain', token.value, [at, at + 1]);
  return at + 1;
}
