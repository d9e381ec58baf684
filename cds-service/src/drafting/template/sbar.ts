import { rankOf } from '#terminology/priority.ts';
import type { WrittenSentence } from '../contract.ts';
import { type DraftFact, type FactSheet, ofKind } from '../facts/fact.ts';
import {
  capital,
  findingsIn,
  groupMeasurements,
  listed,
  notMeasured,
  tell,
  valuesOf,
  verbatim,
} from './telling.ts';

/** Findings that the first sentence names; the others follow under Assessment. */
const NAMED_FIRST = 3;
const MOST_REASONS = 3;
const MOST_QUESTIONS = 3;

/** The handover in four parts, the urgent thing first. */
export function writeSbar(sheet: FactSheet): readonly WrittenSentence[] {
  return [...situation(sheet), ...background(sheet), ...assessment(sheet), ...recommendation(sheet)];
}

function situation(sheet: FactSheet): readonly WrittenSentence[] {
  return [
    ...prioritySentence(sheet).map((one) => ({ ...one, section: 'situation' as const })),
    ...opening(sheet).map((one) => ({ ...one, section: 'situation' as const })),
    ...tell(ofKind(sheet, 'words'), (words) => `Complaint as recorded: “${words}”`, 'situation'),
  ];
}

/** Priority and what decided it: the sentence that may never be missing. */
export function prioritySentence(sheet: FactSheet): readonly WrittenSentence[] {
  const [priority] = ofKind(sheet, 'priority');
  const [reason] = ofKind(sheet, 'reason');
  if (priority === undefined) return [];
  const because = reason === undefined || isUrgent(sheet) === false ? undefined : reason;
  return [
    {
      text: `Proposed priority: ${priority.name}${because === undefined ? '' : `. Reason: ${lower(because.name ?? '')}`}.`.replace(
        /\.\.$/,
        '.',
      ),
      cites: [priority.id, ...(because === undefined ? [] : [because.id])],
    },
  ];
}

export function isUrgent({ priority }: FactSheet): boolean {
  return rankOf(priority) >= rankOf('high');
}

/** "67-year-old woman: chest pain, sweating; for 2 hours." Findings are no nouns only, so no "with" stands before them. */
export function opening(sheet: FactSheet): readonly WrittenSentence[] {
  const people = ofKind(sheet, 'person');
  const person = capital(people[0]?.name ?? 'Patient');
  const first = findingsIn(sheet, 'present').slice(0, NAMED_FIRST);
  const shown = first.length === 0 ? findingsIn(sheet, 'uncertain').slice(0, NAMED_FIRST) : first;
  const doubt = first.length === 0 ? 'possibly ' : '';
  const told: readonly WrittenSentence[] =
    shown.length === 0
      ? tell(people, (name) => `${capital(name)}.`)
      : [
          {
            text: `${person}: ${doubt}${withSharedDuration(shown)}.`,
            cites: [...people, ...shown].map(({ id }) => id),
          },
        ];
  return [...told, ...tell(ofKind(sheet, 'pregnancy'), (name) => `${capital(name)}.`)];
}

/** A duration that all of them have is said once. */
export function withSharedDuration(facts: readonly DraftFact[]): string {
  const durations = facts.map(({ finding }) => finding?.details.find((detail) => detail.startsWith('for ')));
  const [shared] = durations;
  if (facts.length < 2 || shared === undefined || durations.some((one) => one !== shared))
    return facts.map(({ name }) => name).join(', ');
  const names = facts.map(({ finding }) => {
    const rest = finding!.details.filter((detail) => detail !== shared);
    return rest.length === 0 ? finding!.display : `${finding!.display} (${rest.join(', ')})`;
  });
  return `${names.join(', ')}, all ${shared}`;
}

function background(sheet: FactSheet): readonly WrittenSentence[] {
  return [
    ...backgroundLists(sheet).map((one) => ({ ...one, section: 'background' as const })),
    ...tell(findingsIn(sheet, 'past'), (names) => `In the past: ${names}.`, 'background'),
    ...tell(findingsIn(sheet, 'family'), (names) => `In the family: ${names}.`, 'background'),
  ];
}

/** Problems, medicines and allergies: what is there, what is recorded as nothing, and what could not be read. */
export function backgroundLists(sheet: FactSheet): readonly WrittenSentence[] {
  const missing = ofKind(sheet, 'missing').filter(({ key = '' }) =>
    CHART.has(key.replace(/^(?:more|part)-/, '')),
  );
  const lists = [
    ...listOf(sheet, 'condition', 'Problems'),
    ...listOf(sheet, 'medicine', 'Medicines'),
    ...listOf(sheet, 'allergy', 'Allergies'),
  ];
  return [...lists, ...emptyLists(sheet), ...verbatim(missing)];
}

/** Lists on which the chart says that nothing is recorded, in one sentence. */
export function emptyLists(sheet: FactSheet): readonly WrittenSentence[] {
  const kinds = ['condition', 'medicine', 'allergy'] as const;
  const empty = kinds.flatMap((kind) => ofKind(sheet, kind).filter(({ key }) => key === 'nothing-recorded'));
  if (empty.length < 2) return verbatim(empty);
  const names = empty.map(({ kind }) => LIST_NAMES[kind] ?? '');
  return [{ text: `Nothing is recorded on the ${listed(names)}.`, cites: empty.map(({ id }) => id) }];
}

const LIST_NAMES: Readonly<Record<string, string>> = {
  condition: 'problem list',
  medicine: 'medicine list',
  allergy: 'allergy list',
};

const CHART: ReadonlySet<string> = new Set(['conditions', 'medicines', 'allergies', 'chart']);

function listOf(
  sheet: FactSheet,
  kind: 'condition' | 'medicine' | 'allergy',
  heading: string,
): readonly WrittenSentence[] {
  const facts = ofKind(sheet, kind);
  const named = facts.filter(({ name }) => name !== undefined);
  return [
    ...tell(
      named.filter(({ key }) => key !== 'said'),
      (names) => `${heading}: ${names}.`,
    ),
    ...tell(
      named.filter(({ key }) => key === 'said'),
      (names) => `${heading} named by the patient: ${names}.`,
    ),
    ...verbatim(facts.filter(({ name, key }) => name === undefined && key !== 'nothing-recorded')),
  ];
}

function assessment(sheet: FactSheet): readonly WrittenSentence[] {
  const present = findingsIn(sheet, 'present');
  const missing = ofKind(sheet, 'missing').filter(
    ({ key = '' }) => !key.startsWith('missing:') && !CHART.has(key.replace(/^(?:more|part)-/, '')),
  );
  const sentences: readonly WrittenSentence[] = [
    ...measured(sheet),
    ...tell(
      present.slice(NAMED_FIRST),
      () => `Also reported: ${withSharedDuration(present.slice(NAMED_FIRST))}.`,
    ),
    ...tell(present.length === 0 ? [] : findingsIn(sheet, 'uncertain'), (names) => `Possibly: ${names}.`),
    ...tell(findingsIn(sheet, 'absent'), (names) => `Denied: ${names}.`),
    ...reasons(sheet),
    ...verbatim(missing),
  ];
  return sentences.map((one) => ({ ...one, section: 'assessment' as const }));
}

/** Abnormal values first; a value that is old says so. */
export function measured(sheet: FactSheet): readonly WrittenSentence[] {
  const { high, low, abnormal, normal, plain, old } = groupMeasurements(sheet);
  const unmeasured = notMeasured(sheet);
  return [
    ...tell(low, () => `Below the normal range: ${valuesOf(low)}.`),
    ...tell(high, () => `Above the normal range: ${valuesOf(high)}.`),
    ...tell(abnormal, () => `Not normal: ${valuesOf(abnormal)}.`),
    ...tell(plain, () => `${capital(valuesOf(plain))}.`),
    ...tell(normal, () => `In the normal range: ${valuesOf(normal)}.`),
    ...tell(old, () => `Old values, measure again: ${valuesOf(old)}.`),
    ...tell(unmeasured.facts, () => `Not measured: ${unmeasured.names}.`),
  ];
}

function reasons(sheet: FactSheet): readonly WrittenSentence[] {
  const all = ofKind(sheet, 'reason');
  const rest = isUrgent(sheet) ? all.slice(1, MOST_REASONS) : all.slice(0, MOST_REASONS);
  return [
    ...rest.flatMap((fact) =>
      tell(
        [fact],
        (name) => `${isUrgent(sheet) ? 'Further reason' : 'Reason'} for the priority: ${lower(name)}`,
      ),
    ),
    ...tell(isUrgent(sheet) ? [] : newAgainst(sheet), (names) => `Speaks for less urgency: ${names}.`),
  ].map((one) => ({ ...one, text: /[.?!”]$/u.test(one.text) ? one.text : `${one.text}.` }));
}

/** What the denials and the values of the note do not say already. */
function newAgainst(sheet: FactSheet): readonly DraftFact[] {
  return ofKind(sheet, 'against').filter(({ name = '' }) => !/^no\b|\d|\bvital signs\b/i.test(name));
}

function recommendation(sheet: FactSheet): readonly WrittenSentence[] {
  const questions = openQuestions(sheet);
  return [
    ...verbatim(
      ofKind(sheet, 'step').filter(({ audience }) => audience === undefined),
      'recommendation',
    ),
    ...questions.slice(0, MOST_QUESTIONS).map(({ id, text }) => ({
      text: `Ask: ${lower(text)}`,
      cites: [id],
      section: 'recommendation' as const,
    })),
    ...verbatim(ofKind(sheet, 'caution'), 'recommendation'),
  ];
}

/** What to ask, without what another question asks already in almost the same words. */
export function openQuestions(sheet: FactSheet): readonly DraftFact[] {
  const asked = ofKind(sheet, 'question').filter(({ key }) => !key?.startsWith('measure'));
  const wordsOf = ({ text }: DraftFact) => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return asked.filter((question, at) => {
    const own = wordsOf(question);
    return !asked.slice(0, at).some((earlier) => {
      const known = new Set(wordsOf(earlier));
      return own.filter((word) => known.has(word)).length >= 0.8 * own.length;
    });
  });
}

/** First letter small, unless the word is an abbreviation or "I". */
export function lower(text: string): string {
  return /^[A-Z](?:[a-z]|\s)/.test(text) && !/^I\s/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
