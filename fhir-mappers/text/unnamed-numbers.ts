import { pressureAt } from './blood-pressure.ts';
import { painAt } from './pain-score.ts';
import { push, type Reading } from './vital-reading.ts';

/** Beside a number of kilograms these say that it is a change, not the weight. */
const WEIGHT_CHANGES = new Set(
  'lost gained lose loss gain of + - up down on over since heavier lighter'.split(' '),
);
const WEATHER = new Set([
  'day',
  'days',
  'heat',
  'weather',
  'outside',
  'sun',
  'sunshine',
  'shade',
  'all',
  'today',
]);
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
export function readUnnamed(reading: Reading, at: number): number {
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
  // "88F found by bed": the age and sex that open a note.
  const opens = at === 0 && glued && !degree && !token.plain.includes('.');
  const before = tokens[at - 1]?.plain ?? '';
  const isAge = ['a', 'an', 'is', 'this'].includes(before) && glued && !degree && !token.plain.includes('.');
  const isWeather = degree && WEATHER.has(tokens[at + 2]?.plain ?? '');
  if (isWeather) return 0;
  const fahrenheit = !opens && !isAge && (unit === 'f' || unit === 'fahrenheit' || unit === 'farenheit');
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
    const change =
      WEIGHT_CHANGES.has(tokens[at - 1]?.plain ?? '') ||
      WEIGHT_CHANGES.has(tokens[at + 2]?.plain ?? '') ||
      tokens[at + 3]?.plain === 'loss';
    if (!change) push(reading, 'weight', value, [at, at + 2]);
    return at + 2;
  }
  return 0;
}
