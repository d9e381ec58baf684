import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import type { Token } from '#fhir-mappers/text/tokens.ts';
import type { Check, Fault, Segment } from './fault.ts';

/** Units by every way to write them: a number may not change its unit on the way from the fact to the sentence. */
const UNITS: Readonly<Record<string, string>> = {
  '%': '%',
  percent: '%',
  mmhg: 'mmhg',
  bpm: 'per minute',
  beat: 'per minute',
  breath: 'per minute',
  c: 'c',
  celsius: 'c',
  f: 'f',
  fahrenheit: 'f',
  mmol: 'mmol',
  mg: 'mg',
  kg: 'kg',
  l: 'l',
  litre: 'l',
  liter: 'l',
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  hr: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

interface Amount {
  readonly value: number;
  readonly unit: string | undefined;
}

/** Every number of the sentence stands in a cited fact, with the same unit, and belongs to the same measurement. */
export const checkNumbers: Check = ({ rest, cited, asOf }) => {
  const known = cited.flatMap(({ tokens }) => amountsOf(tokens));
  const faults: Fault[] = [];
  for (const { value, unit } of rest.flatMap(({ tokens }) => amountsOf(tokens))) {
    const same = known.filter((other) => Math.abs(other.value - value) < 0.05);
    const fits = same.some((other) => unit === undefined || other.unit === undefined || other.unit === unit);
    if (!fits)
      faults.push({ code: unit !== undefined && TIMES.has(unit) ? 'time' : 'number', detail: String(value) });
  }
  return [...faults, ...rest.flatMap((segment) => misplaced(segment, cited, asOf))];
};

const TIMES: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

/** A number under another name: "heart rate 92" where 92 is the oxygen saturation. */
function misplaced(
  { text, tokens }: Segment,
  cited: Parameters<Check>[0]['cited'],
  asOf: string,
): readonly Fault[] {
  const measured = cited.flatMap(({ fact }) => (fact.measurement === undefined ? [] : [fact.measurement]));
  if (measured.length === 0 || !tokens.some(({ kind }) => kind === 'number')) return [];
  return readNarrative(text, { asOf, origin: 'complaint' })
    .measurements.filter(
      ({ kind, value }) =>
        measured.some((one) => Math.abs(one.value - value) < 0.06) &&
        !measured.some((one) => one.kind === kind && Math.abs(one.value - value) < 0.06),
    )
    .map(({ kind }) => ({ code: 'number', detail: kind }) as const);
}

/** Numbers in digits, and number words before a unit of time. */
export function amountsOf(tokens: readonly Token[]): readonly Amount[] {
  return tokens.flatMap((token, at): readonly Amount[] => {
    const next = tokens[at + 1];
    const after = next?.plain === '-' ? tokens[at + 2] : next;
    const unit = unitOf(after, tokens[at + 2]);
    if (token.kind === 'number' && token.value !== undefined) return [{ value: token.value, unit }];
    const word = NUMBER_WORDS.indexOf(token.plain);
    if (word >= 0 && unit !== undefined && TIMES.has(unit)) return [{ value: word, unit }];
    return [];
  });
}

function unitOf(token: Token | undefined, next: Token | undefined): string | undefined {
  if (token === undefined) return undefined;
  if (token.plain === '°') return UNITS[next?.plain ?? ''];
  if (token.plain === 'per' || token.plain === '/' || token.plain === 'a')
    return /^min/.test(next?.plain ?? '') ? 'per minute' : undefined;
  return UNITS[token.plain] ?? UNITS[token.stem] ?? UNITS[`${token.stem}e`];
}
