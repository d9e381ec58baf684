import type { VitalKind } from '#terminology/vital-signs.ts';
import type { Layout } from './layout.ts';
import type { Token } from './tokens.ts';

/** A number read as a vital sign, in the unit of `VITAL_SIGNS`. */
export interface ReadNumber {
  readonly kind: VitalKind;
  readonly value: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** A text whose numbers are being read, in the order in which they stand. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly layout: Layout;
  readonly numbers: ReadNumber[];
}

/** Words that make a number something to be reached, not something measured. */
const TARGET_WORDS = new Set(['target', 'targets', 'targeting', 'goal', 'aim', 'aiming', 'aims']);
const TARGET_REACH = 5;

/** "target sats 88-92", "aim for BP under 140": no measurement. */
function isTarget(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - TARGET_REACH; at -= 1) {
    const { kind, plain } = tokens[at]!;
    if (TARGET_WORDS.has(plain)) return true;
    if (plain === ',' || plain === ';' || plain === '.') return false;
    // The digit of "SpO2" stands between the name and its number.
    if (kind === 'number' && !(plain === '2' && tokens[at - 1]?.end === tokens[at]!.start)) return false;
  }
  return false;
}

/** Notes a vital sign, unless the number is one to be reached. */
export function push(
  reading: Reading,
  kind: VitalKind,
  value: number,
  range: readonly [number, number],
): void {
  if (isTarget(reading.tokens, range[0])) return;
  reading.numbers.push({ kind, value: Math.round(value * 100) / 100, from: range[0], to: range[1] });
}

/** Number at a token: "130s" and "130's" are about 135, a range counts its worse end, by the caller. */
export function numberAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly to: number } | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number' || token.value === undefined) return undefined;
  const suffix = tokens[at + 1];
  if (suffix !== undefined && suffix.plain === 's' && suffix.start === token.end && token.value >= 10)
    return { value: token.value, to: at + 2 };
  return { value: token.value, to: at + 1 };
}
