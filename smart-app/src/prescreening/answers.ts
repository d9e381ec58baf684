import type {
  Coding,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
} from 'fhir/r4';
import { isHidden, STOPS, YES } from './questionnaire.ts';

/** One given answer. A question without an answer is not in the record: unasked is never "no". */
export type Given = { readonly coding: Coding } | { readonly text: string } | { readonly number: number };

export type Answers = Readonly<Record<string, Given>>;

/** The questions to show now, one a page; those that depend on an answer come and go with it. */
export function pages(questionnaire: Questionnaire, answers: Answers): readonly QuestionnaireItem[] {
  return (questionnaire.item ?? []).filter((item) => !isHidden(item) && isEnabled(item, answers));
}

function isEnabled({ enableWhen = [] }: QuestionnaireItem, answers: Answers): boolean {
  return enableWhen.every(({ question, answerCoding }) => {
    const given = answers[question];
    return given !== undefined && 'coding' in given && given.coding.code === answerCoding?.code;
  });
}

/** Questions answered yes that mean an emergency; empty when the form may go on. */
export function emergencies(questionnaire: Questionnaire, answers: Answers): readonly QuestionnaireItem[] {
  return flat(questionnaire.item ?? []).filter(({ linkId, extension }) => {
    const given = answers[linkId];
    const stops = extension?.some(({ url, valueBoolean }) => url === STOPS && valueBoolean === true);
    return stops && given !== undefined && 'coding' in given && given.coding.code === YES.code;
  });
}

function flat(items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...flat(item.item ?? [])]);
}

interface About {
  readonly id: string;
  readonly patient: string;
  readonly encounter: string;
  readonly language: string;
  readonly authored: string;
  /** `in-progress` when an emergency stopped the form. */
  readonly status: 'completed' | 'in-progress';
}

/** The answers as a QuestionnaireResponse: only what was shown and answered, in the form's order, in English. */
export function asResponse(
  questionnaire: Questionnaire,
  answers: Answers,
  about: About,
): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    identifier: { system: questionnaire.url ?? '', value: about.id },
    questionnaire: `${questionnaire.url}|${questionnaire.version}`,
    status: about.status,
    language: about.language,
    subject: { reference: `Patient/${about.patient}` },
    encounter: { reference: `Encounter/${about.encounter}` },
    authored: about.authored,
    item: pages(questionnaire, answers).flatMap((item) => itemOf(item, answers)),
  };
}

function itemOf(
  { linkId, text, item = [] }: QuestionnaireItem,
  answers: Answers,
): QuestionnaireResponseItem[] {
  const inner = item.flatMap((one) => itemOf(one, answers));
  const given = answers[linkId];
  if (inner.length > 0) return [{ linkId, text, item: inner }];
  if (given === undefined || ('text' in given && given.text.trim() === '')) return [];
  const answer =
    'coding' in given
      ? { valueCoding: given.coding }
      : 'text' in given
        ? { valueString: given.text.trim() }
        : { valueInteger: given.number };
  return [{ linkId, text, answer: [answer] }];
}
