import type { CodeableConcept } from 'fhir/r4';

/**
 * Answer codes for alertness, as ACVPU numbers (A=0, C=1, V=2, P=3, U=4). SNOMED CT and LOINC answers, from memory:
 * unverified.
 */
const CODES: Readonly<Record<string, number>> = {
  '248234008': 0,
  '130987000': 1,
  '162705000': 1,
  '40917007': 1,
  '300202002': 2,
  '450847001': 3,
  '422768004': 4,
  '418107008': 4,
  'LA9340-6': 0,
  'LA9341-4': 2,
  'LA9342-2': 3,
  'LA9343-0': 4,
};

const LETTERS: Readonly<Record<string, number>> = { a: 0, c: 1, v: 2, p: 3, u: 4 };

// Worst first, so that "unresponsive, was confused" is 4. "Unresponsive to pain" is worse than responding to pain.
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/unrespons|unconscious|no response|comatose|\bcoma\b/, 4],
  [/\bpain/, 3],
  [/\b(voice|verbal|speech|drowsy|letharg|somnolen|obtunded|stupor)/, 2],
  [/confus|disorient|delir/, 1],
  [/\b(alert|awake|orient(ed|ated))\b/, 0],
];

const NEGATED =
  /\b(?:no|not|without|denies|never|isn't)\s+(?:\w+\s+){0,2}?(?:confus\w*|disorient\w*|delir\w*|drowsy|letharg\w*)/g;

/**
 * Reads a coded or written level of consciousness.
 *
 * @returns ACVPU as a number (see `VITAL_SIGNS`), the worst that is said; `undefined` when it cannot be told:
 *   "not alert" says less than any level.
 */
export function readConsciousness(concept: CodeableConcept | undefined): number | undefined {
  const coded = (concept?.coding ?? []).flatMap(({ code }) => CODES[code ?? ''] ?? []);
  if (coded.length > 0) return Math.max(...coded);
  const texts = [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)];
  const read = texts.flatMap((text) => (text === undefined ? [] : (fromText(text) ?? [])));
  return read.length === 0 ? undefined : Math.max(...read);
}

function fromText(text: string): number | undefined {
  const words = text.toLowerCase().trim().slice(0, 200);
  if (words.length === 1) return LETTERS[words];
  const said = words.replace(NEGATED, ' ');
  if (/\b(?:not|isn't)\s+(?:\w+\s+)?(?:alert|awake|orient)/.test(said)) return undefined;
  return WORDS.find(([pattern]) => pattern.test(said))?.[1];
}
