import type {
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from 'fhir/r4';
import { wordsOf } from './codeable-concept.ts';

/** What a question is about, told by its words or its linkId. */
export type Topic = 'complaint' | 'detail' | 'medicine' | 'allergy' | 'history' | 'family';

/** One answered question of a form. */
export interface Answer {
  readonly topic: Topic;
  /** The question as a statement: "chest pain now" for "Do you have chest pain now?". May be empty. */
  readonly question: string;
  /**
   * What a yes means: that there is a finding, or that all is well, because the patient is able ("Can you speak a
   * whole sentence?") or as usual ("Is the child easy to wake?").
   */
  readonly asksFor: 'finding' | 'ability' | 'normality';
  /** True for "When …", "What …": the answer is a detail, and what else the question names is not said by it. */
  readonly isOpen: boolean;
  /** The answer in words; empty for yes, no and unsure. */
  readonly text: string;
  readonly kind: 'text' | 'yes' | 'no' | 'unsure';
}

/** More questions than any pre-screening form asks. */
const MAX_ITEMS = 300;

// The first that fits decides. Contact data and consent are never read.
const TOPICS: readonly (readonly [Topic | 'ignored', RegExp])[] = [
  [
    'ignored',
    /\b(e-?mail|phone|mobile|address|insur\w*|consent|agree|privacy|employ\w*|occupation|pharmacy|passport|emergency contact|date of birth|first name|last name|full name|your name|(?:call|contact|text|write to) you|read and underst\w*|terms)\b/,
  ],
  [
    'family',
    /\b(family|relatives?|parents?|mother|father|siblings?)\b.*\b(history|had|ever|suffer)|family.?history/,
  ],
  ['allergy', /allerg(?:y|ies)\b|allergic to|alergi/],
  ['medicine', /medic(?:ine|ation|amento)s?\b|\bdrugs?\b|tablets?\b|prescri|\bpills?\b/],
  [
    'complaint',
    /complain|reason for|brings? you|bring you|main (?:problem|symptom|concern)|what(?:'s| is) (?:wrong|the (?:matter|problem))|describe|symptom|chief|concern|why are you|motivo|s[ií]ntoma|qu[eé] le/,
  ],
  [
    'history',
    /(?:medical|surgical|health|past) history|history of|\bever had|past medical|previous (?:illness|operation|surger|condition|diagnos)|chronic (?:illness|condition|disease)|long.?term (?:illness|condition)|been diagnosed|(?:medical|other|health) conditions/,
  ],
];

// "Do you have …", "Are you …", "¿Tiene …": the part that makes a question of a statement.
const LEAD =
  /^[¿\s]*(?:(?:do|does|did|are|is|was|were|have|has|had|can|could)\s+(?:you|he|she|they|the (?:patient|child|baby)|your (?:child|baby)|there)\s+(?:(?:be|currently|now|also|recently|ever|been|feel(?:ing)?|have|having|had|has|experienc(?:e|ed|ing)|suffer(?:ing)? from|notic(?:e|ed)|taken|take|taking)\s+)*(?:any(?:\s+of)?\s+)?|tiene(?: usted)?\s+|ha tenido\s+)/i;

// "Does the pain spread …": the auxiliary alone.
const AUXILIARY =
  /^(?:do|does|did|is|are|was|were|has|have|had)\s+(?=(?:the|your|this|that|it|others|any)\b)/i;

const ABILITY = /^\s*(?:can|could)\b|\bable to\b/i;
const NORMALITY = /\b(?:normal|as usual|easy to wake|as clear|back to (?:normal|usual))\b/i;
// "Where is the pain?" asks for a detail of the pain.
const QUESTION_WORD =
  /^(?:where|what|which|how (?:strong|bad|severe|intense))\s+(?:is|are|was)\s+(?:the\s+|your\s+)?/i;

const OPEN = /^\s*(?:when|what|where|which|who|how|since when|measure)\b/i;
const POLARITY = /^(yes|no|s[ií]|not sure|unsure)\s*[,.;:\u2013-]\s*(\S.*)$/is;

const YES = /^(?:y|yes|true|s[ií]|oui|ja)[.!]?$/i;
const NO = /^(?:n|no|none|nil|never|false|non|nein|ninguno|ninguna|nunca|none of (?:these|the above))[.!]?$/i;
const UNSURE = /^(?:not sure|unsure|don'?t know|do not know|unknown|maybe|no s[eé]|no lo s[eé])[.!]?$/i;

/** Codes of yes, no and unknown answers: v2-0136, LOINC answer lists, SNOMED CT. */
const CODED: Readonly<Record<string, 'yes' | 'no' | 'unsure'>> = {
  Y: 'yes',
  N: 'no',
  UNK: 'unsure',
  ASKU: 'unsure',
  'LA33-6': 'yes',
  'LA32-8': 'no',
  'LA12688-0': 'unsure',
  '373066001': 'yes',
  '373067005': 'no',
  '261665006': 'unsure',
};

/**
 * Reads the answers of any QuestionnaireResponse, in order, complaint first.
 *
 * The Questionnaire itself is not needed: what a question asks is told by its text, or its linkId where there is no
 * text. Items without either say nothing when answered yes or no, and are left out then.
 */
export function readAnswers(response: QuestionnaireResponse): readonly Answer[] {
  const answers: Answer[] = [];
  const waiting: QuestionnaireResponseItem[] = [...(response.item ?? [])];
  for (let count = 0; waiting.length > 0 && count < MAX_ITEMS; count += 1) {
    const item = waiting.shift() as QuestionnaireResponseItem;
    const nested = (item.answer ?? []).flatMap(({ item: inner }) => inner ?? []);
    waiting.unshift(...(item.item ?? []), ...nested);
    const topic = topicOf(item);
    if (topic === 'ignored') continue;
    for (const answer of item.answer ?? []) {
      const read = readAnswer(answer);
      if (read === undefined) continue;
      const asked = {
        topic,
        question: asStatement(item),
        asksFor: asksFor(item),
        isOpen: OPEN.test(item.text ?? ''),
      };
      answers.push(...apart({ ...asked, ...read }));
    }
  }
  const isComplaint = ({ topic, kind }: Answer) => topic === 'complaint' && kind === 'text';
  return [...answers.filter(isComplaint), ...answers.filter((answer) => !isComplaint(answer))];
}

/** "Yes, since Monday" is a yes and a text. */
function apart(answer: Answer): readonly Answer[] {
  const [, polarity, rest] = POLARITY.exec(answer.text) ?? [];
  if (answer.topic === 'complaint' || polarity === undefined || rest === undefined) return [answer];
  const kind = NO.test(polarity) ? 'no' : UNSURE.test(polarity) ? 'unsure' : 'yes';
  return [
    { ...answer, kind, text: '' },
    { ...answer, question: '', text: rest },
  ];
}

function topicOf({ linkId = '', text = '' }: QuestionnaireResponseItem): Topic | 'ignored' {
  const words = `${text} ${linkId.replace(/[-_./]+/g, ' ')}`.toLowerCase().slice(0, 500);
  return TOPICS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'detail';
}

function asksFor({ text = '' }: QuestionnaireResponseItem): Answer['asksFor'] {
  if (/\bcould (?:you|she|there) be\b/i.test(text)) return 'finding';
  if (ABILITY.test(text)) return 'ability';
  return NORMALITY.test(text) ? 'normality' : 'finding';
}

function asStatement({ text = '' }: QuestionnaireResponseItem): string {
  return text
    .slice(0, 300)
    .replace(/^\s*\d+[.)]\s*/, '')
    .replace(/[?:？\s]+$/, '')
    .replace(QUESTION_WORD, '')
    .replace(LEAD, '')
    .replace(AUXILIARY, '')
    .replace(/\byour(?:self|selves)\b/gi, 'myself')
    .replace(/\byour\b/gi, 'my')
    .trim();
}

function readAnswer(answer: QuestionnaireResponseItemAnswer): Pick<Answer, 'text' | 'kind'> | undefined {
  const { valueBoolean, valueCoding, valueString, valueQuantity } = answer;
  if (valueBoolean !== undefined) return { kind: valueBoolean ? 'yes' : 'no', text: '' };
  const coded = CODED[valueCoding?.code ?? ''];
  if (coded !== undefined) return { kind: coded, text: '' };
  const number = answer.valueInteger ?? answer.valueDecimal;
  const quantity =
    valueQuantity?.value === undefined
      ? undefined
      : `${valueQuantity.value} ${valueQuantity.unit ?? valueQuantity.code ?? ''}`;
  const words =
    valueString ??
    (valueCoding === undefined ? undefined : (wordsOf({ coding: [valueCoding] }) ?? valueCoding.code)) ??
    number?.toString() ??
    quantity ??
    answer.valueDate ??
    answer.valueDateTime;
  const text = words?.trim() ?? '';
  if (text === '') return undefined;
  if (YES.test(text)) return { kind: 'yes', text: '' };
  if (NO.test(text)) return { kind: 'no', text: '' };
  return UNSURE.test(text) ? { kind: 'unsure', text: '' } : { kind: 'text', text };
}
