import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { DataProblem, FactSource, Measurement } from '../clinical-snapshot.ts';
import type { Layout } from './layout.ts';
import type { Token } from './tokens.ts';
import { readUnit } from './vital-units.ts';
import { LINKS, STRICT_NAMES, VITAL_WORDS } from './vital-words.ts';
import { buildWordTrie, longestAt } from './word-trie.ts';

/** A number read as a vital sign, in the unit of `VITAL_SIGNS`. */
export interface ReadNumber {
  readonly kind: VitalKind;
  readonly value: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const NAMES = buildWordTrie(Object.entries(VITAL_WORDS));
const MOST_LINKS = 5;

interface Reading {
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

function push(reading: Reading, kind: VitalKind, value: number, range: readonly [number, number]): void {
  if (isTarget(reading.tokens, range[0])) return;
  reading.numbers.push({ kind, value: Math.round(value * 100) / 100, from: range[0], to: range[1] });
}

/** Number at a token: "130s" and "130's" are about 135, a range counts its worse end, by the caller. */
function numberAt(
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

/** "120/80", "80/palp", "80 palp", "120 over 80" at a token: the pair, or undefined. */
function pressureAt(
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

function readPressure(reading: Reading, at: number, name: string): number {
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

/** "8/10", "8 out of 10", "8 of 10". */
function painAt(
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

function readPain(reading: Reading, at: number, name: string): number {
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

/** "GCS 13", "GCS E3V4M6", "E3 V4 M6": the total. */
function gcsAt(
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
function readConsciousness(reading: Reading, at: number): void {
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

const PER_MINUTE = new Set(['bpm', 'breaths', 'beats']);

/** "oozing pus, 38.8", "7 weeks, 38.6 under the arm": one decimal between 35 and 42 that stands alone. */
function isBareTemperature({ tokens, numbers }: Reading, at: number): boolean {
  const { plain, value = 0 } = tokens[at]!;
  if (!/^\d\d\.\d$/.test(plain) || value < 35 || value > 42) return false;
  if (numbers.some(({ kind }) => kind === 'temperature')) return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const opens =
    before === undefined ||
    before.kind === 'mark' ||
    ['at', 'is', 'was', 'of', 'hit', 'got'].includes(before.plain);
  const ends =
    next === undefined ||
    [
      ',',
      '.',
      ';',
      ')',
      '\n',
      'under',
      'axillary',
      'tympanic',
      'by',
      'at',
      'and',
      'rectally',
      'rectal',
      'in',
    ].includes(next.plain);
  return opens && ends && before?.plain !== '/' && before?.plain !== '-';
}

/** Numbers that name themselves by their unit or form: "88% RA", "103F", "120/80", "on 2L", "10/10". */
function readUnnamed(reading: Reading, at: number): number {
  const { tokens } = reading;
  const token = tokens[at]!;
  const value = token.value ?? 0;
  const next = tokens[at + 1];
  const pain = painAt(tokens, at);
  const dated = tokens[pain?.to ?? at]?.plain === '/';
  if (pain !== undefined && value <= 10 && !dated) {
    push(reading, 'pain', pain.value, [at, pain.to]);
    return pain.to;
  }
  const pair = pressureAt(tokens, at);
  if (
    pair?.diastolic !== undefined &&
    pair.systolic >= 50 &&
    pair.systolic <= 300 &&
    pair.diastolic >= 20 &&
    pair.diastolic < pair.systolic &&
    pair.systolic > 60 &&
    tokens[pair.to]?.plain !== '/'
  ) {
    push(reading, 'systolic', pair.systolic, [at, pair.to]);
    push(reading, 'diastolic', pair.diastolic, [at, pair.to]);
    return pair.to;
  }
  if (
    pair !== undefined &&
    pair.diastolic === undefined &&
    value >= 30 &&
    value <= 300 &&
    tokens[at + 1]?.plain !== '/'
  ) {
    push(reading, 'systolic', pair.systolic, [at, pair.to]);
    return pair.to;
  }
  if (isBareTemperature(reading, at)) {
    push(reading, 'temperature', value, [at, at + 1]);
    return at + 1;
  }
  if (next === undefined) return 0;
  if (next.plain === '%') {
    let after = at + 2;
    while (['on', '('].includes(tokens[after]?.plain ?? '')) after += 1;
    const room = [
      'ra',
      'room',
      'air',
      'o2',
      'oxygen',
      'nc',
      'nrb',
      'sat',
      'sats',
      'saturation',
      'spo',
    ].includes(tokens[after]?.plain ?? '');
    const litres =
      tokens[after]?.kind === 'number' &&
      ['l', 'lpm', 'liters', 'litres', 'liter'].includes(tokens[after + 1]?.plain ?? '');
    if ((room || litres) && value >= 30 && value <= 100) {
      push(reading, 'spo2', value, [at, at + 2]);
      return at + 2;
    }
    return 0;
  }
  const degree =
    next.plain === '°' || next.plain === 'º' || next.plain.startsWith('degree') || next.plain === 'deg';
  const unit = degree ? tokens[at + 2]?.plain : next.plain;
  const glued = next.start === token.end || degree;
  const fahrenheit = unit === 'f' || unit === 'fahrenheit' || unit === 'farenheit';
  const celsius = unit === 'c' || unit === 'celsius' || unit === 'centigrade';
  if (
    (fahrenheit && value >= 85 && value <= 115 && (glued || token.plain.includes('.') || value >= 95)) ||
    (celsius && value >= 30 && value <= 43.5 && (glued || token.plain.includes('.')))
  ) {
    const to = degree ? at + 3 : at + 2;
    push(reading, 'temperature', fahrenheit ? ((value - 32) * 5) / 9 : value, [at, to]);
    return to;
  }
  if (degree && value >= 95 && value <= 110) {
    push(reading, 'temperature', ((value - 32) * 5) / 9, [at, at + 2]);
    return at + 2;
  }
  if (degree && value >= 34 && value <= 43) {
    push(reading, 'temperature', value, [at, at + 2]);
    return at + 2;
  }
  if (PER_MINUTE.has(next.plain) && value > 0) {
    const kind = next.plain === 'breaths' ? 'respiratory-rate' : 'heart-rate';
    push(reading, kind, value, [at, at + 2]);
    return at + 2;
  }
  if (next.plain === 'mg' && tokens[at + 2]?.plain === '/' && tokens[at + 3]?.plain === 'dl' && value >= 10) {
    push(reading, 'glucose', value / 18.016, [at, at + 4]);
    return at + 4;
  }
  if (['l', 'liters', 'litres', 'liter', 'litre', 'lpm'].includes(next.plain) && value <= 60) {
    const lead = tokens[at - 1]?.plain;
    let after = at + 2;
    while (['/', 'min', 'of', 'per', 'minute', 'via', 'by', 'on'].includes(tokens[after]?.plain ?? ''))
      after += 1;
    const oxygen = [
      'o',
      'oxygen',
      'nc',
      'nasal',
      'nrb',
      'nonrebreather',
      'non',
      'face',
      'mask',
      'cannula',
      'simple',
      'hfnc',
    ].includes(tokens[after]?.plain ?? '');
    if (oxygen || next.plain === 'lpm' || (lead === 'on' && reading.numbers.at(-1)?.kind === 'spo2')) {
      push(reading, 'inhaled-oxygen', value, [at, at + 2]);
      return at + 2;
    }
  }
  if (
    ['kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms'].includes(next.plain) &&
    tokens[at - 1]?.plain !== '/' &&
    tokens[at + 2]?.plain !== '/'
  ) {
    const change = ['lost', 'gained', 'lose', 'loss', 'gain', 'of'].includes(tokens[at - 1]?.plain ?? '');
    if (!change) push(reading, 'weight', value, [at, at + 2]);
    return at + 2;
  }
  return 0;
}

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
