import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import { PRIORITY_MEANING, type Priority } from '#terminology/priority.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import { wordingFaults } from '../../gates/wording.ts';
import { deIdentify, MASK } from '../de-identify.ts';
import { wordingOf } from '../grounding/wording.ts';
import { backgroundFacts, CHILD_UNDER, type NewFact } from './background.ts';
import type { DraftFact, FactSheet } from './fact.ts';
import { findingFacts } from './findings.ts';
import { capital, measurementFacts } from './measurements.ts';

/** What a draft may know beside the assessment. */
export interface DraftEvidence {
  /** The chart, read again for this draft; a draft is written without it where it cannot be read. */
  readonly snapshot: ClinicalSnapshot | Unavailable;
  /** Names, numbers and addresses that the chart gives of this patient and those around: taken out of every text. */
  readonly identifiers: readonly string[];
}

const MOST_PASSAGES = 3;
/** Characters of a passage that a model reads. */
const PASSAGE_LENGTH = 500;
/** Characters of the patient's own words. */
const WORDS_LENGTH = 600;

/** Everything that a draft of this assessment may rest on, numbered, without identifiers. Deterministic. */
export function writeFactSheet(assessment: Assessment, { snapshot, identifiers }: DraftEvidence): FactSheet {
  const background = isUnavailable(snapshot) ? [UNREAD] : backgroundFacts(snapshot, identifiers);
  const told: readonly NewFact[] = [
    ...background,
    ...words(assessment, identifiers),
    ...findingFacts(assessment),
    ...measurementFacts(assessment),
    ...missing(assessment),
    priority(assessment),
    ...reasons(assessment),
    ...advice(assessment),
  ];
  const facts: DraftFact[] = told.map((fact, index) => ({ id: `F${index + 1}`, ...fact }));
  const passages = assessment.passages.slice(0, MOST_PASSAGES).map(
    ({ title, text, organisation, year }, index): DraftFact => ({
      id: `P${index + 1}`,
      kind: 'passage',
      text: `${title}. ${shorten(text, PASSAGE_LENGTH)}`,
      source: `${title} (${organisation}, ${year})`,
    }),
  );
  const age = isUnavailable(snapshot) ? undefined : snapshot.patient.ageYears;
  return {
    facts: [...facts, ...passages],
    priority: assessment.priority,
    isChild: age !== undefined && age < CHILD_UNDER,
  };
}

const UNREAD: NewFact = {
  kind: 'missing',
  key: 'chart',
  text: 'The chart could not be read: age, problems, medicines and allergies are not in this draft.',
};

/** The patient's own words, where they can stand in a note: readable, and nothing in them that a note may not say. */
function words({ complaint }: Assessment, identifiers: readonly string[]): readonly NewFact[] {
  if (complaint === undefined) return [];
  if (!complaint.readable)
    return [
      {
        kind: 'missing',
        key: 'language',
        text: 'The complaint is in a language that was not read.',
      },
    ];
  const said = deIdentify(complaint.text, identifiers)
    .replace(/["“”„«»<>{}|\\`#*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const sentences = said
    .split(/(?<=[.!?])\s+/u)
    .filter((sentence) => sentence.replace(MASK, '').trim().length > 1);
  const fit = sentences.filter(
    (sentence) =>
      wordingFaults(sentence).length === 0 && wordingOf(sentence).length === 0 && !ORDERS.test(sentence),
  );
  const text = shorten(fit.join(' '), WORDS_LENGTH);
  return text === '' ? [] : [{ kind: 'words', name: text, text: `Complaint as recorded: “${text}”` }];
}

/** A patient describes; whoever gives orders to a reader of the text is left out of the prompt. */
const ORDERS =
  /\b(?:ignore|disregard|override)\b.{0,40}\b(?:instructions?|rules?|previous|above|protocol)\b|\b(?:system prompt|you are (?:now )?an? (?:ai|assistant|model)|as an ai|assistant:|system:)|\b(?:write|say|state|respond|reply|output|print) (?:that|only|exactly|with)\b/iu;

function missing({ missing: list }: Assessment): readonly NewFact[] {
  return list
    .filter(({ about }) => about !== 'complaint' || list.length === 1)
    .slice(0, 8)
    .map(({ about, code, text }) => {
      const name = code === 'missing' ? VITAL_SIGNS[about as VitalKind]?.display : undefined;
      return { kind: 'missing', key: `${code}:${about}`, text, ...(name === undefined ? {} : { name }) };
    });
}

function priority({ priority: level }: Assessment): NewFact {
  const { display } = PRIORITY_MEANING[level];
  return { kind: 'priority', priority: level, name: display, text: `Proposed priority: ${display}.` };
}

function reasons(assessment: Assessment): readonly NewFact[] {
  return [
    ...assessment.reasons.map(({ kind, text }, index): NewFact => {
      const plain = withoutQuotes(text);
      return {
        kind: 'reason',
        key: `${kind}:${index}`,
        name: plain,
        text: sentenceOf(`Reason for the priority: ${plain}`),
      };
    }),
    ...against(assessment).map(({ text }): NewFact => {
      const plain = withoutQuotes(text);
      return { kind: 'against', name: plain, text: sentenceOf(`Speaks for less urgency: ${plain}`) };
    }),
  ];
}

/** What speaks for less urgency, unless a measurement says otherwise: words about vital signs give way to the values. */
function against({ against: told, measurements }: Assessment): Assessment['against'] {
  const isAbnormal = measurements.some(({ abnormal }) => abnormal === 'low' || abnormal === 'high');
  return told
    .filter(({ text }) => !isAbnormal || !/\b(?:vitals?|vital signs?|obs|observations)\b/iu.test(text))
    .slice(0, 4);
}

function advice(assessment: Assessment): readonly NewFact[] {
  const { questions, nextSteps, cautions } = assessment;
  return [
    ...forPatient(assessment),
    ...nextSteps.map(({ id, text }): NewFact => ({ kind: 'step', key: id, text: sentenceOf(text) })),
    ...questions.slice(0, 8).map(
      ({ id, text, reason }): NewFact => ({
        kind: 'question',
        key: id,
        text: sentenceOf(text),
        alsoSaid: [reason],
      }),
    ),
    ...cautions
      .slice(0, 4)
      .map(({ id, text }): NewFact => ({ kind: 'caution', key: id, text: sentenceOf(text) })),
  ];
}

const SEEN: Readonly<Record<Priority, string>> = {
  critical: 'We want a nurse and a doctor to look at this now.',
  high: 'We want this to be seen very soon, before others who came earlier.',
  medium: 'We want this to be seen within the hour.',
  low: 'It will be looked at in turn.',
};

/** What a patient is told of the proposal: when, and what to do when it changes. Words of ours, for the patient's text. */
function forPatient({ priority: level }: Assessment): readonly NewFact[] {
  return [
    { kind: 'step', key: 'patient-seen', audience: 'patient', text: SEEN[level] },
    {
      kind: 'step',
      key: 'patient-worse',
      audience: 'patient',
      text: 'Tell the desk at once if anything gets worse or something new begins.',
    },
  ];
}

/** Rules quote the patient's words after a colon: a draft tells the finding, and leaves the words where they are. */
function withoutQuotes(text: string): string {
  return text
    .replace(/:?\s*["“][^"”]*["”]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:low|medium|high|critical) because of /iu, '')
    .replace(/^([^:.]{2,80}): (.+?)\.?$/u, '$1 ($2)');
}

function sentenceOf(text: string): string {
  const plain = capital(text.trim());
  return /[.?!]$/.test(plain) ? plain : `${plain}.`;
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:–-]+$/u, '')}…`;
}
