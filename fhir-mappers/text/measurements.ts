import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { DataProblem, FactSource, Measurement } from '../clinical-snapshot.ts';
import { readPressure } from './blood-pressure.ts';
import { gcsAt, readConsciousness } from './consciousness-score.ts';
import type { Layout } from './layout.ts';
import { readPain } from './pain-score.ts';
import type { Token } from './tokens.ts';
import { readUnnamed } from './unnamed-numbers.ts';
import { numberAt, push, type Reading, type ReadNumber } from './vital-reading.ts';
import { readUnit } from './vital-units.ts';
import { LINKS, STRICT_NAMES, VITAL_WORDS } from './vital-words.ts';
import { buildWordTrie, longestAt } from './word-trie.ts';

const NAMES = buildWordTrie(Object.entries(VITAL_WORDS));
const MOST_LINKS = 5;

function readNamed(reading: Reading, kind: VitalKind, at: number, name: string): number {
  const { tokens } = reading;
  if (kind === 'systolic' || kind === 'diastolic') return readPressure(reading, at, name);
  if (kind === 'pain') return readPain(reading, at, name);
  if (kind === 'gcs') {
    const parts = gcsAt(tokens, at);
    if (parts !== undefined) {
      push(reading, kind, parts.value, [at, parts.to]);
      return parts.to;
    }
  }
  const number = numberAt(tokens, at);
  if (number === undefined) return 0;
  const value = readUnit({ kind, value: number.value, name, tokens, at: number.to });
  if (value === undefined) return 0;
  push(reading, kind, value.value, [at, value.to]);
  return value.to;
}

const RATE_LEADS = new Set(
  'at to over about around of hit says complex tachy tachycardia svt shows showed showing reads nearly above like past reading showing'.split(
    ' ',
  ),
);
const RATE_FOLLOWERS = new Set(
  'and now beats bpm a per when for on with since today right but or then still while resting'.split(' '),
);
const RATE_REACH = 8;
const TALKED_RATE = new Set(['heart', 'pulse', 'watch', 'smartwatch', 'fitbit', 'monitor']);

/** "my heart is racing at 160", "the watch says over 150": a rate some words after the name; 0 when there is none. */
function readTalkedRate({ tokens, layout, ...reading }: Reading, nameAt: number, end: number): number {
  for (let at = end + 1; at < tokens.length && at < end + RATE_REACH; at += 1) {
    if (layout.sentence[at] !== layout.sentence[nameAt]) return 0;
    const { kind, value = 0 } = tokens[at]!;
    if (kind !== 'number') continue;
    const next = tokens[at + 1];
    const ends = next === undefined || next.kind === 'mark' || RATE_FOLLOWERS.has(next.plain);
    const isRate = value >= 25 && value <= 260 && ends && next?.plain !== '/' && next?.plain !== '%';
    if (!isRate || !RATE_LEADS.has(tokens[at - 1]!.plain)) return 0;
    push({ tokens, layout, ...reading }, 'heart-rate', value, [at, at + 1]);
    return at + 1;
  }
  return 0;
}

/** Looks for the number that belongs to a name; 0 when there is none. */
function readAfterName(reading: Reading, kind: VitalKind, nameAt: number, end: number): number {
  const { tokens, layout } = reading;
  const name = tokens
    .slice(nameAt, end)
    .map(({ plain }) => plain)
    .join(' ');
  let at = end;
  // "SpO2", "O2", "SaO2" carry a digit of their own; so does "CO2", which is another thing.
  if (['spo', 'sao', 'o'].includes(name)) {
    if (tokens[at]?.plain !== '2' || tokens[at]!.start !== tokens[end - 1]!.end) return 0;
    at += 1;
    while (['sat', 'sats', 'saturation', 'level', 'levels'].includes(tokens[at]?.plain ?? '')) at += 1;
  }
  const strict = STRICT_NAMES.has(name);
  for (let links = 0; links <= MOST_LINKS && at < tokens.length; links += 1, at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'number') {
      if (token.kind === 'number' && layout.sentence[at] !== layout.sentence[nameAt]) return 0;
      return readNamed(reading, kind, at, name);
    }
    const spoken = SPOKEN_NUMBERS[token.plain];
    if (spoken !== undefined && ['per', 'a'].includes(tokens[at + 1]?.plain ?? '')) {
      push(reading, kind, spoken, [at, at + 1]);
      return at + 1;
    }
    if (kind === 'gcs' && token.plain === 'e') return readNamed(reading, kind, at, name);
    if (kind === 'glucose' && (token.plain === 'hi' || token.plain === 'lo')) return 0;
    if (!LINKS.has(token.plain) || (strict && links >= 3)) return 0;
    if (strict && name.length === 1 && ![':', '=', '-', 'of'].includes(token.plain)) return 0;
  }
  return 0;
}

/** "respirations four per minute". */
const SPOKEN_NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  thirty: 30,
  forty: 40,
};

/** Every vital sign written in the text, in order. A number is read once. */
export function readNumbers(tokens: readonly Token[], layout: Layout): ReadNumber[] {
  const reading: Reading = { tokens, layout, numbers: [] };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    let end = 0;
    if (token.kind === 'word') {
      if (token.plain === 'avpu' || token.plain === 'acvpu') readConsciousness(reading, at);
      else if (token.plain === 'e') {
        const parts = gcsAt(tokens, at);
        if (parts !== undefined) {
          push(reading, 'gcs', parts.value, [at, parts.to]);
          end = parts.to;
        }
      }
      const name = end === 0 ? longestAt(NAMES, tokens, at) : undefined;
      if (name !== undefined) {
        end = readAfterName(reading, name.value, at, name.end);
        if (end === 0 && TALKED_RATE.has(token.plain)) end = readTalkedRate(reading, at, name.end);
        if (end === 0) {
          end = at + 1;
          if (name.end > at + 1) end = name.end;
        }
      }
    } else if (token.kind === 'number') end = readUnnamed(reading, at);
    at = end > at ? end : at + 1;
  }
  return reading.numbers;
}

/** Turns numbers into measurements; those that no patient can have become problems and are left out. */
export function measurementsOf(
  numbers: readonly ReadNumber[],
  tokens: readonly Token[],
  source: Omit<FactSource, 'span'> & { readonly at: string },
): { readonly measurements: Measurement[]; readonly problems: DataProblem[] } {
  const measurements: Measurement[] = [];
  const problems: DataProblem[] = [];
  for (const { kind, value, from, to } of numbers) {
    const { plausible, unit, display } = VITAL_SIGNS[kind];
    const span = [tokens[from]!.start, tokens[to - 1]!.end] as const;
    if (value < plausible[0] || value > plausible[1]) {
      problems.push({
        code: 'implausible',
        about: kind,
        text: `The text gives a ${display} that cannot be right (${tokens[from]!.plain}): measure it again.`,
        ...(source.reference === undefined ? {} : { reference: source.reference }),
      });
      continue;
    }
    measurements.push({ kind, value, unit, at: source.at, stale: false, source: { ...source, span } });
  }
  return { measurements, problems };
}
