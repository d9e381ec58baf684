import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

/** How one unit becomes another: `value * factor + offset`. */
type Conversion = readonly [factor: number, offset: number];

const SAME: Conversion = [1, 0];

/**
 * Units that charts write, by the unit we keep: UCUM codes and what people type instead, in lower case and without
 * spaces.
 *
 * Keyed by target, because the same letters mean other things elsewhere: `C` and `F` are coulomb and farad in UCUM,
 * and only a temperature may read them as degrees. What is not here goes to the UCUM library.
 */
const KNOWN: Readonly<Record<string, Readonly<Record<string, Conversion>>>> = {
  'mm[Hg]': {
    'mm[hg]': SAME,
    mmhg: SAME,
    'mm(hg)': SAME,
    torr: SAME,
    kpa: [7.500617, 0],
  },
  '/min': {
    '/min': SAME,
    '1/min': SAME,
    '/minute': SAME,
    perminute: SAME,
    permin: SAME,
    bpm: SAME,
    brpm: SAME,
    '{beats}/min': SAME,
    '{beats}/minute': SAME,
    'beats/min': SAME,
    'beats/minute': SAME,
    beatsperminute: SAME,
    '{breaths}/min': SAME,
    'breaths/min': SAME,
    'breaths/minute': SAME,
    breathsperminute: SAME,
    'resp/min': SAME,
  },
  Cel: {
    cel: SAME,
    c: SAME,
    '°c': SAME,
    degc: SAME,
    celsius: SAME,
    degreescelsius: SAME,
    degreecelsius: SAME,
    '[degf]': [5 / 9, -160 / 9],
    f: [5 / 9, -160 / 9],
    '°f': [5 / 9, -160 / 9],
    degf: [5 / 9, -160 / 9],
    fahrenheit: [5 / 9, -160 / 9],
    degreesfahrenheit: [5 / 9, -160 / 9],
  },
  '%': { '%': SAME, percent: SAME, '{%}': SAME, '%o2': SAME, '%spo2': SAME },
  'mmol/L': { 'mmol/l': SAME, 'meq/l': SAME, 'mval/l': SAME },
  'g/dL': { 'g/dl': SAME, 'g/l': [0.1, 0] },
  '10*9/L': {
    '10*9/l': SAME,
    '10*3/ul': SAME,
    '10^9/l': SAME,
    '10^3/ul': SAME,
    'x10^9/l': SAME,
    'x10(9)/l': SAME,
    'k/ul': SAME,
    '/ul': [0.001, 0],
    'cells/ul': [0.001, 0],
  },
  kg: {
    kg: SAME,
    kilogram: SAME,
    kilograms: SAME,
    g: [0.001, 0],
    '[lb_av]': [0.45359237, 0],
    lb: [0.45359237, 0],
    lbs: [0.45359237, 0],
    pounds: [0.45359237, 0],
    '[oz_av]': [0.028349523125, 0],
  },
  '{score}': { '{score}': SAME, score: SAME, '1': SAME, '{scoreof}': SAME, '/10': SAME, '': SAME },
  '{INR}': { '{inr}': SAME, inr: SAME, '1': SAME, '{ratio}': SAME, ratio: SAME, '': SAME },
  'L/min': { 'l/min': SAME, lpm: SAME, 'l/m': SAME, 'liters/min': SAME, 'litres/min': SAME },
  s: { s: SAME, sec: SAME, secs: SAME, second: SAME, seconds: SAME },
  'ng/L': { 'ng/l': SAME, 'pg/ml': SAME },
  'umol/L': { 'umol/l': SAME, 'µmol/l': SAME },
  'mL/min/{1.73_m2}': {
    'ml/min/{1.73_m2}': SAME,
    'ml/min/1.73m2': SAME,
    'ml/min/1.73.m2': SAME,
    'ml/min/1.73m*2': SAME,
    'ml/min/1.73m²': SAME,
    'ml/min': SAME,
  },
};

/**
 * Decimals kept of a converted value, by target: those in which guidelines state their limits. 54 mg/dL is then the
 * 3.0 mmol/L that it is called everywhere, and 100.4 °F is 38.0 °C. A value that needs no conversion stays as written.
 */
const DECIMALS: Readonly<Record<string, number>> = {
  Cel: 1,
  'mm[Hg]': 0,
  'mmol/L': 1,
  'umol/L': 0,
  'g/dL': 1,
  kg: 2,
  '/min': 0,
  '%': 1,
};

/** A quantity as FHIR writes it: the UCUM code, and the unit for people. */
export interface WrittenQuantity {
  readonly value: number;
  readonly code?: string;
  readonly unit?: string;
}

/** Longest unit that is looked at: real ones are shorter, and the parser's time grows with length. */
const MAX_UNIT = 40;
const CACHE_SIZE = 500;
const cache = new Map<string, Conversion | null>();

/**
 * Converts a quantity to the unit that we keep.
 *
 * @param target - A UCUM code.
 * @param molarMass - In g/mol, for mass to amount of substance (glucose in mg/dL).
 * @returns `undefined` when neither the code nor the unit is known or comparable: the value must then not be used.
 */
export function toUnit(quantity: WrittenQuantity, target: string, molarMass?: number): number | undefined {
  const written = [quantity.code, quantity.unit].filter((unit) => unit !== undefined);
  for (const unit of written.length === 0 ? [''] : written) {
    const conversion = conversionOf(unit.trim(), target, molarMass);
    if (conversion === SAME) return quantity.value;
    if (conversion !== null) {
      const scale = 10 ** (DECIMALS[target] ?? 3);
      return Math.round((quantity.value * conversion[0] + conversion[1]) * scale) / scale;
    }
  }
  return undefined;
}

function conversionOf(unit: string, target: string, molarMass: number | undefined): Conversion | null {
  const known = KNOWN[target];
  const plain = unit.toLowerCase().replace(/\s+/g, '');
  if (known !== undefined && Object.hasOwn(known, plain)) return known[plain] ?? null;
  // To UCUM a score is a bare number, so that it would take percents and counts as well.
  if (unit === '' || unit.length > MAX_UNIT || target.startsWith('{')) return null;

  if (!EXPRESSION.test(unit) || PROPERTY.test(unit)) return null;
  const key = `${unit}>${target}>${molarMass ?? ''}`;
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const conversion = askLibrary(unit, target, molarMass);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, conversion);
  return conversion;
}

/**
 * What is asked of the library: units, exponents and annotations joined by `.` and `/`. The library writes what it
 * cannot parse to the console, and that could be patient data; this grammar keeps such strings away from it.
 */
const EXPRESSION = /^\/?[\w[\]%*^'-]+(?:\{[\w ]*\})?(?:[./][\w[\]%*^'-]+(?:\{[\w ]*\})?)*$/;
/** Its tables are plain objects, so that these are "units" to it, and it stumbles over them. */
const PROPERTY = /constructor|prototype|valueof|tostring|tolocale|hasown|isproto|propertyis|__/i;

/** Two points give the line: every unit of measure here is linear in its target. */
function askLibrary(unit: string, target: string, molarMass: number | undefined): Conversion | null {
  const utils = UcumLhcUtils.getInstance();
  const [zero, one] = [0, 1].map((value) => {
    const answer = utils.convertUnitTo(unit, value, target, { molecularWeight: molarMass });
    return answer.status === 'succeeded' ? answer.toVal : null;
  });
  if (zero === null || zero === undefined || one === null || one === undefined) return null;
  return [one - zero, zero];
}
