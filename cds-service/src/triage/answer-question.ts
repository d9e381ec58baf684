import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Rule } from './catalogue-rule.ts';
import { GENERAL_QUESTIONS } from './general-questions.ts';

const NO = /^\s*(no|none|nothing|denies|denied|negative|not?\b)/i;
const BARE_YES = /^\s*(yes|y|yeah|yep|true|positive|present)\s*[.!]?\s*$/i;

/**
 * Turns a bare yes or no to one of our questions into findings.
 *
 * A plain no denies every concept that the question is about; a plain yes affirms the first, which is the one
 * its text begins with. Anything longer is a narrative of its own and is not read here.
 *
 * @returns Empty when the question is not ours, is about a measurement only, or the answer is neither.
 */
export function findingsOfAnswer(
  answer: { readonly questionId: string; readonly answer: string; readonly at: string },
  rules: readonly Rule[] = CATALOGUE,
): readonly Finding[] {
  const concepts = aboutOf(answer.questionId, rules).filter((id) => lookUpConcept(id) !== undefined);
  const text = answer.answer.trim();
  const write = (concept: string, state: Finding['state']): Finding => ({
    concept,
    display: lookUpConcept(concept)!.display,
    text,
    state,
    source: { origin: 'questionnaire', at: answer.at },
  });
  if (BARE_YES.test(text)) return concepts.slice(0, 1).map((concept) => write(concept, 'present'));
  if (NO.test(text) && text.split(/\s+/).length <= 3)
    return concepts.map((concept) => write(concept, 'absent'));
  return [];
}

/** Questions that a yes or no does not answer: "How strong is the pain?" */
const OPEN = /^(?:how|what|when|which|measure|count)\b[^,]*$/i;

function aboutOf(questionId: string, rules: readonly Rule[]): readonly string[] {
  const asked =
    GENERAL_QUESTIONS.find(({ id }) => id === questionId) ??
    rules.find(({ id }) => `ask-${id}` === questionId)?.question;
  return asked === undefined || OPEN.test(asked.text) ? [] : asked.about;
}
