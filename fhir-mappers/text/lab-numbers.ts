import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { Layout } from './layout.ts';
import type { TextMention } from './scene.ts';
import type { Token } from './tokens.ts';

interface Limit {
  /** Values that no patient has are not read. */
  readonly plausible: readonly [number, number];
  readonly isDanger: (value: number) => boolean;
  readonly concept?: string;
}

const grams = (value: number) => (value > 25 ? value / 10 : value);

/**
 * Danger ranges of laboratory values, as `terminology/lab-results.ts` has them for the chart (row 34 of the plan's
 * catalogue; local critical-value policies, unverified). Units: mmol/L, haemoglobin g/dL or g/L, counts 10*9/L.
 */
const LIMITS: Readonly<Record<string, Limit>> = {
  potassium: { plausible: [1, 12], isDanger: (value) => value >= 6 || value < 2.5 },
  sodium: { plausible: [90, 200], isDanger: (value) => value < 120 || value > 160 },
  hemoglobin: {
    plausible: [2, 250],
    isDanger: (value) => grams(value) < 7,
    concept: 'severe-anaemia',
  },
  platelets: { plausible: [0, 1500], isDanger: (value) => value < 20, concept: 'low-platelets' },
  inr: { plausible: [0.5, 25], isDanger: (value) => value > 8, concept: 'high-inr' },
  lactate: { plausible: [0.1, 30], isDanger: (value) => value >= 4, concept: 'raised-lactate' },
  neutrophils: { plausible: [0, 0.49], isDanger: () => true, concept: 'neutropenia' },
  calcium: { plausible: [2.9, 6], isDanger: (value) => value >= 3.4, concept: 'hypercalcaemia' },
};

const NAMES: Readonly<Record<string, string>> = {
  potassium: 'potassium',
  k: 'potassium',
  sodium: 'sodium',
  na: 'sodium',
  hb: 'hemoglobin',
  hgb: 'hemoglobin',
  hemoglobin: 'hemoglobin',
  haemoglobin: 'hemoglobin',
  platelets: 'platelets',
  plts: 'platelets',
  plt: 'platelets',
  inr: 'inr',
  lactate: 'lactate',
  neutrophils: 'neutrophils',
  neuts: 'neutrophils',
  anc: 'neutrophils',
  calcium: 'calcium',
};
const LINKS = new Set(
  'of is was at : = - + level count result only just about now today came back as up down to'.split(' '),
);
const MOST_LINKS = 5;

/** Findings of laboratory values in the danger range that a text gives as numbers: "potassium 6.8", "Hb of 62". */
export function readLabNumbers(tokens: readonly Token[], layout: Layout): TextMention[] {
  const found: TextMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = NAMES[tokens[at]!.plain];
    if (name === undefined || tokens[at]!.kind !== 'word') continue;
    let next = at + 1;
    const most = tokens[at]!.plain.length <= 2 ? 2 : MOST_LINKS;
    while (next < tokens.length && next - at <= most && LINKS.has(tokens[next]!.plain)) next += 1;
    const number = tokens[next];
    if (number?.value === undefined || layout.sentence[next] !== layout.sentence[at]) continue;
    const { plausible, isDanger, concept } = LIMITS[name]!;
    const { value } = number;
    const unit = tokens[next + 1]?.plain;
    if (value < plausible[0] || value > plausible[1] || !isDanger(value) || unit === 'mg' || unit === '%')
      continue;
    for (const id of concept === undefined ? [DANGER] : [DANGER, concept])
      found.push({ id, kind: lookUpConcept(id)!.kind, sites: [], from: at, to: next + 1 });
  }
  return found;
}

const DANGER = 'dangerous-lab-value';
