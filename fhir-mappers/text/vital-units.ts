import type { VitalKind } from '#terminology/vital-signs.ts';
import type { Token } from './tokens.ts';

interface UnitQuestion {
  readonly kind: VitalKind;
  readonly value: number;
  /** Name under which the number was written. */
  readonly name: string;
  readonly tokens: readonly Token[];
  /** First token after the number. */
  readonly at: number;
}

interface InUnit {
  readonly value: number;
  /** Exclusive: after the unit, where one was written. */
  readonly to: number;
}

const MG_DL_PER_MMOL = 18.016;
const KG_PER_LB = 0.453592;

const toCelsius = (fahrenheit: number) => ((fahrenheit - 32) * 5) / 9;

const isTime = (word: string) =>
  /^(?:hours?|hrs?|days?|d|weeks?|wks?|minutes?|mins?|months?|mos?|years?|yrs?|times|x|nights?|yo|y|am|pm|episodes?)$/.test(
    word,
  );

/** A unit of time at a token; "HR 112" after a number is the next vital sign. */
const timeAt = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.plain ?? '';
  if (word === 'hr' || word === 'hrs') {
    const after = tokens[at + 1];
    if (after?.kind === 'number' || after?.plain === ':' || after?.plain === '=') return false;
  }
  return isTime(word);
};

/** Temperature: with its unit, else by plausibility: 45 and below is Celsius, 80 to 120 Fahrenheit. */
function temperature({ value, name, tokens, at }: UnitQuestion): InUnit | undefined {
  let to = at;
  if (tokens[to]?.plain === '°' || tokens[to]?.plain === 'º') to += 1;
  else if (/^deg(?:rees?)?$/.test(tokens[to]?.plain ?? '')) to += 1;
  const unit = tokens[to]?.plain ?? '';
  if (timeAt(tokens, to) || (unit === '-' && timeAt(tokens, to + 1)) || unit === '/') return undefined;
  if (/^(?:f|fahrenheit|farenheit)$/.test(unit)) return { value: toCelsius(value), to: to + 1 };
  if (/^(?:c|celsius|centigrade)$/.test(unit)) return { value, to: to + 1 };
  if (value > 45 && value <= 120) return value >= 80 ? { value: toCelsius(value), to } : { value, to };
  // "fever 3" is a count of days, not a temperature; a named temperature of 3 or 985 is a typing error.
  const named = name.startsWith('temp') || name === 't' || name.startsWith('tm');
  if (value >= 30 && value <= 45) return { value, to };
  return named && (value > 120 || value < 30) && name !== 't' ? { value, to } : undefined;
}

/** Glucose: with its unit, else mmol/L up to 33.3 with a decimal or below 25, mg/dL above. */
function glucose({ value, tokens, at }: UnitQuestion): InUnit | undefined {
  const unit = tokens[at]?.plain ?? '';
  if (timeAt(tokens, at) || unit === '%' || unit === 'times') return undefined;
  if (unit === 'mg')
    return { value: value / MG_DL_PER_MMOL, to: at + (tokens[at + 1]?.plain === '/' ? 3 : 1) };
  if (unit === 'mmol') return { value, to: at + (tokens[at + 1]?.plain === '/' ? 3 : 1) };
  // Without a unit: 33 mmol/L is 600 mg/dL and 20 mg/dL is 1.1 mmol/L; the two scales hardly meet between.
  if (value >= 25 && !(value <= 33.3 && tokens[at - 1]!.plain.includes('.')))
    return { value: value / MG_DL_PER_MMOL, to: at };
  return { value, to: at };
}

/** Weight: pounds where they are named; a bare number is kilograms only beside the word weight. */
function weight({ value, tokens, at }: UnitQuestion): InUnit | undefined {
  const unit = tokens[at]?.plain ?? '';
  if (/^(?:lb|lbs|pound|pounds|#)$/.test(unit)) return { value: value * KG_PER_LB, to: at + 1 };
  if (/^(?:kg|kgs|kilo|kilos|kilograms?)$/.test(unit)) return { value, to: at + 1 };
  if (/^(?:g|gram|grams)$/.test(unit)) return { value: value / 1000, to: at + 1 };
  return undefined;
}

function plain({ kind, value, name, tokens, at }: UnitQuestion): InUnit | undefined {
  const unit = tokens[at]?.plain ?? '';
  if (kind === 'spo2') {
    if (['l', 'liters', 'litres', 'liter', 'lpm', 'litre'].includes(unit) || timeAt(tokens, at))
      return undefined;
    if (unit === '/' || (value < 30 && unit !== '%')) return undefined;
    return { value, to: unit === '%' ? at + 1 : at };
  }
  if (kind === 'peak-flow-percent') return unit === '%' ? { value, to: at + 1 } : undefined;
  if (kind === 'capillary-refill') {
    if (/^(?:s|sec|secs|seconds?)$/.test(unit)) return { value, to: at + 1 };
    return name === 'cr' ? undefined : { value, to: at };
  }
  if (timeAt(tokens, at) || unit === '%' || unit === '°') return undefined;
  if (unit === '/' && !['min', 'minute', 'm'].includes(tokens[at + 1]?.plain ?? '')) return undefined;
  // "P 2" after "G3" is parity, "R 10" a room: a rate has at least two digits unless it is named in full.
  if (name.length === 1 && value < 10) return undefined;
  if (name === 'breathing' && value < 4) return undefined;
  return { value, to: at };
}

/**
 * The value in the unit of `VITAL_SIGNS`, with the unit's tokens taken; `undefined` when it is not this kind.
 *
 * A number without a unit is decided by plausibility, as described at each kind.
 */
export function readUnit(question: UnitQuestion): InUnit | undefined {
  switch (question.kind) {
    case 'temperature':
      return temperature(question);
    case 'glucose':
      return glucose(question);
    case 'weight':
      return weight(question);
    default:
      return plain(question);
  }
}
