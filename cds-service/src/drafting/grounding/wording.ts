import type { DropCode } from '#fhir-mappers/drafted-note.ts';
import { MASK } from '../de-identify.ts';
import type { Fault } from './fault.ts';

/** What a generated sentence may not say beyond what the wording gate of every sentence refuses. */
const FURTHER: readonly (readonly [DropCode, RegExp])[] = [
  [
    'diagnosis',
    /\b(?:consistent with|suggest(?:s|ive)(?: of)?|indicat(?:es|ive)(?: of)?|compatible with|points? to|due to|caused by|secondary to|impression|diagnos\w*|suffer(?:s|ing)|has developed|is having an?|must be an?|this is an? (?:case|sign|stroke|heart|mi)|likely (?:has|an?))\b/iu,
  ],
  [
    'prescription',
    /\b(?:prescrib\w*|prescription|administer\w*|(?:should|must|needs? to|can|may) (?:be given|take|receive|start|stop)|start(?:ing)? (?:on|treatment|therapy)|increase the|reduce the|double the|stop taking|discontinue|titrat\w*|infus\w*|inject\w*|loading dose|dosage|doses?)\b/iu,
  ],
  [
    'dose',
    /\b(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|ten|twenty|half an?|a (?:few|couple of|handful of))\s?(?:mg|mcg|µg|g|microgram\w*|milligram\w*|grams?|ml|millilit\w*|tablets?|tabs|pills?|capsules?|puffs?|drops|iu|units?)\b(?!\s?\/)/iu,
  ],
  [
    'dismissal',
    /\b(?:nothing (?:serious|wrong|to worry)|(?:is|was|it['’]s) nothing\b|thinks? nothing of|no (?:cause for concern|concerns?|danger|red flags?|need (?:to|for))|not (?:serious|urgent|concerning|worrying|an emergency|dangerous)|harmless|benign|(?:just|only|merely|probably) (?:anxi\w+|stress\w*|a virus|viral|a cold|wind|tired\w*|hormon\w*|psych\w*)|can (?:wait|go home|be discharged)|safe to (?:wait|go|discharge)|self[- ]limiting|will (?:pass|settle)|don['’]?t worry|do not worry|minor (?:problem|illness|issue)|reassur\w+)\b/iu,
  ],
  [
    'certainty',
    /\b(?:certain(?:ly)?|definite(?:ly)?|undoubted\w*|no doubt|obvious(?:ly)?|clearly|surely|confirm(?:s|ed)|prove[sdn]?|exclude[sd]?|rule[sd]? out|guarantee\w*|100 ?%)\b/iu,
  ],
  [
    'stereotype',
    /\b(?:drug[- ]?seek\w*|malinger\w*|hysteri\w*|non-?complian\w*|frequent attender|over-?react\w*|exaggerat\w*|dramatic\w*|typical for (?:his|her|their)|(?:like|as) all (?:women|men)|poor historian|claims? to)\b/iu,
  ],
];

/** Contacts, long numbers, dates, web addresses, and the marks that stand where something was taken out. */
const IDENTIFIERS =
  /\S@\S|\bhttps?:|\bwww\.|\d{5,}|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{3}[-.\s]\d{3,4}[-.\s]?\d{0,4}\b|\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r)\.?\s\p{Lu}/u;

/** Faults beyond the wording gate that need no source: they may stand in no sentence, quoted or not. */
export function wordingOf(sentence: string): readonly Fault[] {
  const codes = new Set<DropCode>([
    ...FURTHER.filter(([, pattern]) => pattern.test(sentence)).map(([code]) => code),
  ]);
  if (IDENTIFIERS.test(sentence) || sentence.replaceAll(`“${MASK}`, '').includes(`${MASK} ${MASK}`))
    codes.add('identifier');
  return [...codes].map((code) => ({ code }));
}

const LONGEST = 400;

/** One plain sentence: no markup, no line break, no other script, not too long. */
export function formOf(sentence: string): readonly Fault[] {
  const isPlain =
    sentence.trim().length >= 3 &&
    sentence.length <= LONGEST &&
    !/[<>{}|\\`#*_~\n\r\t]|\[(?!removed\])|\$\(/u.test(sentence) &&
    !/[^\p{Script=Latin}\p{N}\p{P}\p{Zs}\p{Sm}°%µ′″]/u.test(sentence);
  return isPlain ? [] : [{ code: 'form' }];
}
