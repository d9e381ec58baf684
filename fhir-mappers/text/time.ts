import type { Layout } from './layout.ts';
import type { Token } from './tokens.ts';

/** A time span said in the text, in hours. */
export interface Span {
  readonly hours: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** "3 days ago" says when it was; "for 3 days" says how long it lasts. */
  readonly ago: boolean;
}

const UNIT_HOURS: Readonly<Record<string, number>> = {
  s: 1 / 3600,
  sec: 1 / 3600,
  secs: 1 / 3600,
  second: 1 / 3600,
  seconds: 1 / 3600,
  min: 1 / 60,
  mins: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
  h: 1,
  hr: 1,
  hrs: 1,
  hour: 1,
  hours: 1,
  d: 24,
  dy: 24,
  day: 24,
  days: 24,
  night: 24,
  nights: 24,
  w: 168,
  wk: 168,
  wks: 168,
  week: 168,
  weeks: 168,
  mo: 730,
  mos: 730,
  mth: 730,
  mths: 730,
  month: 730,
  months: 730,
  y: 8766,
  yr: 8766,
  yrs: 8766,
  year: 8766,
  years: 8766,
  decade: 87_660,
  decades: 87_660,
};

/** Units that are read only with a number before them in a time phrase: single letters mean other things too. */
const SHORT_UNITS = new Set(['s', 'h', 'd', 'w', 'y', 'min', 'mo']);

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  couple: 2,
  few: 3,
  several: 4,
  half: 0.5,
  many: 5,
  multiple: 4,
};

const DAY_PHRASES: readonly {
  readonly words: readonly string[];
  readonly hours: number;
  readonly ago?: true;
}[] = [
  { words: ['since', 'this', 'morning'], hours: 6 },
  { words: ['this', 'morning'], hours: 6 },
  { words: ['this', 'am'], hours: 6 },
  { words: ['since', 'last', 'night'], hours: 12 },
  { words: ['last', 'night'], hours: 12 },
  { words: ['this', 'afternoon'], hours: 4 },
  { words: ['this', 'evening'], hours: 3 },
  { words: ['tonight'], hours: 2 },
  { words: ['overnight'], hours: 10 },
  { words: ['all', 'day'], hours: 12 },
  { words: ['all', 'night'], hours: 12 },
  { words: ['just', 'now'], hours: 0.25 },
  { words: ['just', 'started'], hours: 0.5 },
  { words: ['earlier', 'today'], hours: 6 },
  { words: ['day', 'before', 'yesterday'], hours: 48 },
  { words: ['yesterday'], hours: 24 },
  { words: ['yest'], hours: 24 },
  { words: ['today'], hours: 8 },
  { words: ['last', 'week'], hours: 168, ago: true },
  { words: ['past', 'week'], hours: 168 },
  { words: ['this', 'week'], hours: 96 },
  { words: ['all', 'week'], hours: 120 },
  { words: ['last', 'month'], hours: 730, ago: true },
  { words: ['past', 'month'], hours: 730 },
  { words: ['last', 'year'], hours: 8766, ago: true },
  { words: ['past', 'year'], hours: 8766 },
  { words: ['over', 'the', 'weekend'], hours: 60 },
  { words: ['the', 'weekend'], hours: 60 },
  { words: ['since', 'birth'], hours: 24 * 365 },
  { words: ['since', 'childhood'], hours: 8766 * 10 },
];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Words that, with a number of years before them, make an age and not a duration. */
const AGE_AFTER = new Set([
  'old',
  'yo',
  'y/o',
  'o',
  'male',
  'female',
  'm',
  'f',
  'boy',
  'girl',
  'man',
  'woman',
  'gentleman',
  'lady',
  'baby',
  'infant',
  'pregnant',
  'gestation',
  'postpartum',
  'pp',
  'gestational',
]);

/** Denominators of the British short form: 3/7 is three days, 2/52 two weeks, 6/12 six months. */
const FRACTION_HOURS: Readonly<Record<string, number>> = { '7': 24, '52': 168, '12': 730, '24': 1 };

/** Who is so many months old. */
const AGED = new Set(['he', 'she', 'baby', 'son', 'daughter', 'boy', 'girl', 'child', 'toddler', 'one']);

interface Quantity {
  readonly value: number;
  readonly to: number;
}

/** A number, a range (the longer end), or a number word, at a token. */
function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') {
    const joiner = tokens[at + 1];
    const second = tokens[at + 2];
    const isRange = joiner !== undefined && ['-', 'to', 'or', '–'].includes(joiner.plain);
    if (isRange && second?.kind === 'number' && second.value !== undefined && second.value < 400)
      return { value: second.value, to: at + 3 };
    if (joiner?.plain === '+') return { value: token.value ?? 0, to: at + 2 };
    return { value: token.value ?? 0, to: at + 1 };
  }
  const word = NUMBER_WORDS[token.plain];
  if (word === undefined) return undefined;
  let to = at + 1;
  let value = word;
  const next = tokens[to]?.plain;
  if (token.plain === 'a' || token.plain === 'an' || token.plain === 'the') {
    const inner = next === undefined ? undefined : NUMBER_WORDS[next];
    if (
      inner !== undefined &&
      (next === 'couple' || next === 'few' || next === 'several' || next === 'half')
    ) {
      value = inner;
      to += 1;
    }
  }
  if (tokens[to]?.plain === 'of') to += 1;
  if (token.plain === 'half' && tokens[to]?.plain === 'an') to += 1;
  return { value, to };
}

function unitAt(
  tokens: readonly Token[],
  at: number,
  afterNumber: boolean,
): { readonly hours: number; readonly to: number } | undefined {
  let to = at;
  while (
    tokens[to]?.plain === '-' ||
    tokens[to]?.plain === 'more' ||
    tokens[to]?.plain === 'full' ||
    tokens[to]?.plain === 'or'
  )
    to += 1;
  const token = tokens[to];
  if (token === undefined || token.kind !== 'word') return undefined;
  const hours = UNIT_HOURS[token.plain];
  if (hours === undefined || (SHORT_UNITS.has(token.plain) && !afterNumber)) return undefined;
  return { hours, to: to + 1 };
}

/** "Since Monday", "since 0900", "at 3 pm": how long before `asOf` that was. */
function clockAt(tokens: readonly Token[], at: number, asOf: Date): Span | undefined {
  const lead = tokens[at]!.plain;
  if (lead !== 'since' && lead !== 'at' && lead !== 'around' && lead !== 'on') return undefined;
  let next = at + 1;
  if (tokens[next]?.plain === 'last') next += 1;
  if (tokens[next]?.plain === 'about' || tokens[next]?.plain === 'around') next += 1;
  const token = tokens[next];
  if (token === undefined) return undefined;
  const weekday = WEEKDAYS.indexOf(token.plain);
  if (weekday >= 0) {
    const days = (asOf.getUTCDay() - weekday + 7) % 7;
    return { hours: days === 0 ? 12 : days * 24, from: at, to: next + 1, ago: lead !== 'since' };
  }
  if (token.kind !== 'number' || token.value === undefined) return undefined;
  let minutes: number | undefined;
  let to = next + 1;
  const suffix = tokens[to]?.plain;
  const digits = token.end - token.start;
  if (digits === 4 && token.value < 2400 && (token.value < 1900 || lead === 'at') && token.value % 100 < 60)
    minutes = Math.floor(token.value / 100) * 60 + (token.value % 100);
  else if (suffix === ':' && tokens[to + 1]?.kind === 'number') {
    minutes = token.value * 60 + (tokens[to + 1]!.value ?? 0);
    to += 2;
    const half = tokens[to]?.plain;
    if (half === 'pm' && token.value < 12) minutes += 720;
    if (half === 'am' || half === 'pm') to += 1;
  } else if (suffix === 'am' || suffix === 'pm') {
    minutes = ((token.value % 12) + (suffix === 'pm' ? 12 : 0)) * 60;
    to += 1;
  }
  if (minutes === undefined || minutes >= 1440) return undefined;
  const now = asOf.getUTCHours() * 60 + asOf.getUTCMinutes();
  return { hours: ((now - minutes + 1440) % 1440 || 1440) / 60, from: at, to, ago: lead !== 'since' };
}

function durationAt(tokens: readonly Token[], at: number): Span | undefined {
  const quantity = quantityAt(tokens, at);
  if (quantity === undefined) {
    // "for days", "for years now"
    const before = tokens[at - 1]?.plain;
    const plural = UNIT_HOURS[tokens[at]!.plain];
    if (
      plural !== undefined &&
      tokens[at]!.plain.endsWith('s') &&
      ['for', 'past', 'last', 'over'].includes(before ?? '')
    )
      return { hours: plural * 3, from: at, to: at + 1, ago: false };
    return undefined;
  }
  const slash = tokens[quantity.to];
  const denominator = tokens[quantity.to + 1];
  const lead = tokens[at - 1]?.plain ?? '';
  if (slash?.plain === '/' && denominator?.kind === 'number' && slash.start === tokens[at]!.end) {
    const hours = FRACTION_HOURS[denominator.plain];
    if (hours === undefined || !['x', 'for', 'past', 'last', 'since', 'hx', 'of'].includes(lead))
      return undefined;
    return {
      hours: quantity.value * hours,
      from: at,
      to: quantity.to + 2,
      ago: tokens[quantity.to + 2]?.plain === 'ago',
    };
  }
  const unit = unitAt(tokens, quantity.to, tokens[at]!.kind === 'number');
  if (unit === undefined) return undefined;
  let to = unit.to;
  while (tokens[to]?.plain === '-' || tokens[to]?.plain === 's') to += 1;
  const after = tokens[to]?.plain ?? '';
  if (AGE_AFTER.has(after)) return undefined;
  // "She's 12 months and had diarrhoea": her age.
  const isAge = ['shes', 'hes'].includes(lead) || (lead === 'is' && AGED.has(tokens[at - 2]?.plain ?? ''));
  if (isAge && ['and', 'with', ',', '.', 'now', 'but', 'has', 'had'].includes(after)) return undefined;
  const unitPlain = tokens[unit.to - 1]!.plain;
  // "54 y", "3 d" without a lead are ages or something else; "x 3 d", "for 3 d" and "3 days" are durations.
  if (
    unitPlain.length === 1 &&
    !['x', 'for', 'past', 'last', 'since', 'of', 'about', 'over'].includes(lead) &&
    after !== 'ago' &&
    tokens[at]!.end !== tokens[unit.to - 1]!.start
  )
    return undefined;
  if (unitPlain === 'y' || ((unitPlain === 'yr' || unitPlain === 'yrs') && after === '')) {
    if (!['x', 'for', 'past', 'last', 'since', 'of'].includes(lead) && after !== 'ago') return undefined;
  }
  const ago = ['ago', 'prior', 'back', 'earlier', 'pta', 'before'].includes(after);
  return { hours: quantity.value * unit.hours, from: at, to: ago ? to + 1 : to, ago };
}

const HOURS_A_MONTH = 730;

/** "14 months ago", "six years ago", "years ago", "last summer" at a token: how many months, and where it ends. */
export function monthsAgoAt(
  tokens: readonly Token[],
  at: number,
): { readonly months: number; readonly to: number } | undefined {
  const next = tokens[at + 1]?.plain ?? '';
  if (UNIT_HOURS[tokens[at]!.plain] === UNIT_HOURS.year && next === 'ago') return { months: 24, to: at + 2 };
  if (tokens[at]!.plain === 'last' && next === 'year') return { months: 6, to: at + 2 };
  const quantity = quantityAt(tokens, at);
  if (quantity === undefined) return undefined;
  const unit = unitAt(tokens, quantity.to, tokens[at]!.kind === 'number');
  if (unit === undefined || !['ago', 'back', 'earlier'].includes(tokens[unit.to]?.plain ?? ''))
    return undefined;
  return { months: (quantity.value * unit.hours) / HOURS_A_MONTH, to: unit.to + 1 };
}

/** Hours from the text's own words; clock times and weekdays are counted back from `asOf`. */
export function readSpans(tokens: readonly Token[], layout: Layout, asOf: string): Span[] {
  const spans: Span[] = [];
  // The wall-clock digits of the instant, whatever its offset: "since 0900" is meant in the clinic's time.
  const wall = new Date(`${asOf.slice(0, 19)}Z`);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'mark') continue;
    const phrase = DAY_PHRASES.find(({ words }) => words.every((word, n) => tokens[at + n]?.plain === word));
    const span: Span | undefined =
      phrase !== undefined
        ? { hours: phrase.hours, from: at, to: at + phrase.words.length, ago: phrase.ago === true }
        : ((Number.isNaN(wall.getTime()) ? undefined : clockAt(tokens, at, wall)) ?? durationAt(tokens, at));
    if (span === undefined || !Number.isFinite(span.hours)) continue;
    if (span.to > tokens.length || layout.sentence[span.to - 1] !== layout.sentence[at]) continue;
    spans.push(span);
    at = span.to - 1;
  }
  return spans;
}
