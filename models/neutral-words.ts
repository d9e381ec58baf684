/**
 * Words that say who somebody is and not what is the matter: a model that never reads them cannot treat people
 * differently by them. Rules and the age and sex of the chart are read elsewhere.
 */
const ORIGIN =
  'black|white|asian|hispanic|latin[oax]|caucasian|african[- ]?american|afro[- ]?caribbean|caribbean|arab|indigenous|aboriginal|maori|māori|native american|roma|gypsy|traveller|chinese|indian|pakistani|bangladeshi|polish|romanian|somali|nigerian|mexican|vietnamese|jewish|muslim|christian|hindu|sikh|catholic';
const PERSON =
  'man|woman|male|female|gentleman|lady|boy|girl|guy|bloke|lad|lass|person|patient|pt|child|baby|infant|teenager|adolescent|adult';

/** Each pattern with what stands in its place. No nested repetition: linear in the length of the text. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:${ORIGIN})(?=[ -](?:\\w+[ -]){0,2}(?:${PERSON})\\b)`, 'gi'), ''],
  [new RegExp(`\\bof (?:${ORIGIN}) (?:origin|descent|heritage|background|ethnicity)\\b`, 'gi'), ''],
  [/\b(?:race|ethnicity|religion|nationality):? \w+\b/gi, ''],
  [/\b(?:[Oo]nly |[Mm]ainly )?(?:[Ss]peaks|[Ss]peaking) (?:only |mainly |little |no )?[A-Z]\w+\b/g, ''],
  [/\b[A-Z]\w+[- ]speaking(?: only)?\b/g, ''],
  [/\b(?:needs|via|with|through) an? interpreter\b|\binterpreter (?:needed|used|present)\b/gi, ''],
  [
    /\b(?:on |has |with |under )?(?:medicaid|medicare|private insurance|no insurance|uninsured|insured|self[- ]pay)\b/gi,
    '',
  ],
  [
    /\b(?:is )?(?:homeless|of no fixed abode|no fixed abode|nfa|sleeping rough|rough sleeper|living in (?:a|the) (?:shelter|hostel|car|tent|street))\b/gi,
    '',
  ],
  [/\b(?:immigrant|refugee|asylum seeker|undocumented|gay|lesbian|bisexual|transgender|trans)\b/gi, ''],
  [/\b(?:s?he|they)\b/gi, 'they'],
  [/\b(?:his|hers?|him|their|them)\b/gi, 'their'],
  [/\b(?:him|her|my)self\b/gi, 'themself'],
  [/\b(?:gentleman|lady|man|woman|male|female|guy|bloke|lad|lass)\b/gi, 'person'],
  [/\b(?:boy|girl|son|daughter)\b/gi, 'child'],
  [/\b(?:husband|wife|boyfriend|girlfriend)\b/gi, 'partner'],
  [/\b(\d{1,3}) ?(?:[MF]|[Yy]\/?[Oo] ?[MF])\b/g, '$1'],
];

/** The text with origin, faith, language, payer, housing and gender taken out or said neutrally. */
export function neutral(text: string): string {
  return REPLACED.reduce((said, [pattern, instead]) => said.replace(pattern, instead), text)
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** The text without marks and spaces at its end. A loop, because a pattern tries a long run of marks from each of them. */
export function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ' \n\t,.;:!?'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Words that are left when somebody is only named, greeted or thanked: they tell nothing of the matter. */
const EMPTY =
  /\b(?:person|patient|pt|child|baby|infant|adult|partner|they|their|themself|the|an?|is|are|was|and|old|year|years|please|thanks|thank|you|sorry|hello|hi|doctor|nurse|very|much|kindly|help|me|my|i|just|so)\b/gi;

/** False for a text of which nothing remains once it is said neutrally: "Black patient", "Thank you". */
export function saysSomething(neutralText: string): boolean {
  return /\p{L}{2}/u.test(neutralText.replace(EMPTY, ''));
}
