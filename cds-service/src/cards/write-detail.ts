import type { Assessment } from '#fhir-mappers/assessment.ts';
import { PRIORITY_MEANING } from '#terminology/priority.ts';
import { escapeMarkdown, shorten } from './markdown.ts';

/** A number with a unit of a medicine: true in the chart, and never a thing for a card to repeat. */
const DOSE = /\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|g|ml|units?|iu)\b(?!\s?\/\s?(?:dl|l\b))/gi;

/**
 * The card's body: stands alone when a client hides everything else (CH-83, CH-102, CH-124).
 *
 * In the order in which a nurse needs it: what and why, what speaks against it, what is not known, what to ask,
 * what next, sources, and by whom and when it was proposed. Chart words are escaped.
 */
export function writeDetail(assessment: Assessment): string {
  const { priority, reasons, against, missing, questions, nextSteps, cautions, passages } = assessment;
  const sections = [
    `**Proposed priority: ${PRIORITY_MEANING[priority].display}**`,
    list('Why', reasons.map(withFacts)),
    list(
      'Against',
      against.map(({ text }) => quoted(text)),
    ),
    list(
      'Next',
      nextSteps.map(({ text }) => escapeMarkdown(text)),
    ),
    list(
      'Ask',
      questions.map(({ text, reason }) => `${escapeMarkdown(text)} (${escapeMarkdown(reason)})`),
    ),
    list(
      'Take care',
      cautions.map(({ text }) => escapeMarkdown(text)),
    ),
    list(
      'Not known',
      missing.slice(0, 8).map(({ text }) => quoted(text)),
    ),
    list('Sources', passages.map(source)),
    footer(assessment),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function withFacts({ text, facts }: Assessment['reasons'][number]): string {
  // A reason of the protocol is its own fact, with its place in the text: it is said once.
  const others = facts.filter((fact) => fact.text !== text);
  const words = others.slice(0, 4).map((fact) => quoted(fact.text));
  return words.length === 0 ? escapeMarkdown(text) : `${escapeMarkdown(text)}: ${words.join('; ')}`;
}

/** A patient's words without amounts of a medicine: a card names no dose, not even a quoted one. */
export function withoutDose(text: string): string {
  return text.replace(DOSE, '…');
}

function quoted(text: string): string {
  return escapeMarkdown(shorten(withoutDose(text), 160));
}

function source({ title, organisation, year, page }: Assessment['passages'][number]): string {
  const where = page === undefined ? '' : `, page ${page}`;
  return `${escapeMarkdown(title)} (${escapeMarkdown(organisation)}, ${year}${where})`;
}

function list(heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `**${heading}**\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function footer({ asOf, review, model, story, evidence }: Assessment): string {
  const parts = [`AI-supported proposal by Prescreen, evaluated ${asOf.slice(0, 16).replace('T', ' ')} UTC.`];
  if (model.state === 'unavailable')
    parts.push('Made by rules and protocol; no model opinion was available.');
  else if (story?.state === 'unavailable')
    parts.push('The complaint could not be judged as a whole: read it with care.');
  if (evidence.state === 'unavailable') parts.push('The knowledge base could not be searched.');
  return `_${parts.join(' ')}_\n\n**${review}**`;
}
