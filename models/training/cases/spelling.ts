import type { Chance } from './random.ts';

/** British words and their American forms; the material is written in British English. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/diarrhoea/g, 'diarrhea'],
  [/haem/g, 'hem'],
  [/Haem/g, 'Hem'],
  [/oedema/g, 'edema'],
  [/dyspnoea/g, 'dyspnea'],
  [/paed/g, 'ped'],
  [/oesoph/g, 'esoph'],
  [/anaes/g, 'anes'],
  [/\bmum\b/g, 'mom'],
  [/\bMum\b/g, 'Mom'],
  [/tummy/g, 'belly'],
  [/\bA&E\b/g, 'the ER'],
  [/\bGP\b/g, 'doctor'],
  [/paracetamol/g, 'acetaminophen'],
  [/colour/g, 'color'],
  [/grey/g, 'gray'],
  [/\bnappies\b/g, 'diapers'],
  [/\bnappy\b/g, 'diaper'],
  [/metre/g, 'meter'],
  [/tyre/g, 'tire'],
  [/\bpoo\b/g, 'poop'],
  [/\bwee\b/g, 'pee'],
  [/plaster cast/g, 'cast'],
];

/** Slips of people who type in a hurry. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['diarrhoea', 'diarhea'],
  ['breathe', 'breath'],
  ['breathing', 'breathin'],
  ['stomach', 'stomache'],
  ['swollen', 'swolen'],
  ['vomiting', 'vommiting'],
  ['throat', 'thoat'],
  ['shoulder', 'sholder'],
  ['headache', 'headake'],
  ['bleeding', 'bleading'],
  ['weakness', 'weekness'],
  ['temperature', 'temprature'],
  ['swallow', 'swallo'],
  ['terrible', 'terible'],
  ['severe', 'sever'],
  ['pregnant', 'pregant'],
  ['unconscious', 'unconcious'],
  ['suddenly', 'suddenley'],
  ['medicine', 'medecine'],
  ['their', 'there'],
  ['because', 'becuase'],
  ['which', 'wich'],
  ['really', 'realy'],
];

/** The text in American spelling. */
export function american(text: string): string {
  return AMERICAN.reduce((done, [pattern, to]) => done.replaceAll(pattern, to), text);
}

/** The text with one or two slips, where it holds a word that people get wrong. */
export function misspell(text: string, chance: Chance): string {
  const possible = SLIPS.filter(([right]) => text.includes(right));
  if (possible.length === 0) return text;
  const [right, wrong] = chance.pick(possible);
  return text.replace(right, wrong);
}
