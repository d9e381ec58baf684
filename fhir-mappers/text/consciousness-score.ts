import type { Token } from './tokens.ts';
import { push, type Reading } from './vital-reading.ts';

/** "GCS 13", "GCS E3V4M6", "E3 V4 M6": the total. */
export function gcsAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly to: number } | undefined {
  let total = 0;
  let next = at;
  for (const part of ['e', 'v', 'm']) {
    const number = tokens[next + 1];
    if (tokens[next]?.plain !== part || number?.kind !== 'number') return undefined;
    total += number.value ?? 0;
    next += 2;
    while (tokens[next]?.plain === ',' || tokens[next]?.plain === '/') next += 1;
  }
  return { value: total, to: next };
}

const CONSCIOUSNESS: Readonly<Record<string, number>> = {
  a: 0,
  alert: 0,
  c: 1,
  confused: 1,
  v: 2,
  verbal: 2,
  voice: 2,
  p: 3,
  pain: 3,
  u: 4,
  unresponsive: 4,
};

/** "AVPU: P", "AVPU=V", "U on AVPU". */
export function readConsciousness(reading: Reading, at: number): void {
  const { tokens } = reading;
  let next = at + 1;
  while (
    tokens[next] !== undefined &&
    [':', '=', '-', 'is', 'score', 'scale', 'of'].includes(tokens[next]!.plain)
  )
    next += 1;
  const after = CONSCIOUSNESS[tokens[next]?.plain ?? ''];
  if (after !== undefined) {
    push(reading, 'consciousness', after, [at, next + 1]);
    return;
  }
  const on =
    tokens[at - 1]?.plain === 'on' || tokens[at - 1]?.plain === 'the'
      ? at - (tokens[at - 1]?.plain === 'the' ? 3 : 2)
      : -1;
  const before = on >= 0 ? CONSCIOUSNESS[tokens[on]?.plain ?? ''] : undefined;
  if (before !== undefined) push(reading, 'consciousness', before, [on, at + 1]);
}
