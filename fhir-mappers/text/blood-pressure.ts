import type { Token } from './tokens.ts';
import { numberAt, push, type Reading } from './vital-reading.ts';

/** "120/80", "80/palp", "80 palp", "120 over 80" at a token: the pair, or undefined. */
export function pressureAt(
  tokens: readonly Token[],
  at: number,
): { readonly systolic: number; readonly diastolic?: number; readonly to: number } | undefined {
  const first = tokens[at];
  if (first?.kind !== 'number' || first.value === undefined) return undefined;
  const mark = tokens[at + 1];
  const second = tokens[at + 2];
  if (mark?.plain === '/' || mark?.plain === 'over' || mark?.plain === '\\') {
    if (second?.kind === 'number' && second.value !== undefined)
      return { systolic: first.value, diastolic: second.value, to: at + 3 };
    if (second?.plain.startsWith('p') && ['p', 'palp', 'palpation', 'palpated'].includes(second.plain))
      return { systolic: first.value, to: at + 3 };
    return undefined;
  }
  if (mark?.kind === 'word' && ['palp', 'palpation', 'palpated', 'systolic'].includes(mark.plain))
    return { systolic: first.value, to: at + 2 };
  if (mark?.plain === 'by' && second?.plain.startsWith('palp')) return { systolic: first.value, to: at + 3 };
  return undefined;
}

/** The pressure that follows its name; where it ends, or 0. */
export function readPressure(reading: Reading, at: number, name: string): number {
  const { tokens } = reading;
  const pair = pressureAt(tokens, at);
  if (pair !== undefined) {
    push(reading, 'systolic', pair.systolic, [at, pair.to]);
    if (pair.diastolic !== undefined) push(reading, 'diastolic', pair.diastolic, [at, pair.to]);
    return pair.to;
  }
  const one = numberAt(tokens, at);
  if (one === undefined || one.value < 20 || ['pressure', 'b'].includes(name)) return 0;
  push(reading, name.startsWith('d') ? 'diastolic' : 'systolic', one.value, [at, one.to]);
  return one.to;
}
