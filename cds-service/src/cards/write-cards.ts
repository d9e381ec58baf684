import { ASSESSMENT_EXTENSION, type Assessment } from '#fhir-mappers/assessment.ts';
import type { Card } from '#fhir-mappers/cds-hooks/card.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { OVERRIDE_REASONS } from '#fhir-mappers/review.ts';
import { SYSTEMS } from '#terminology/coding.ts';
import { PRIORITY_MEANING, rankOf } from '#terminology/priority.ts';
import type { HookOutcome, PipelineSettings } from '../pipeline-deps.ts';
import { shorten } from './markdown.ts';
import { suggestTask } from './suggest-task.ts';
import { withoutDose, writeDetail } from './write-detail.ts';

/** CH-82: fewer than 140 characters. */
const SUMMARY_LIMIT = 140;

interface CardInput {
  readonly assessment: Assessment;
  readonly request: CdsRequest;
  readonly newId: () => string;
  readonly newHandle: () => string;
  readonly settings: PipelineSettings;
}

/** True when a patient or a relative is signed in: they get no clinician's advice (CH-32). */
export function isForPatient({ context }: CdsRequest): boolean {
  return /^(?:Patient|RelatedPerson)\//.test(context.userId);
}

/**
 * One card with the proposal, or one that says why there is none, or nothing.
 *
 * Nothing is right only when everything was read and there is no complaint, no abnormal vital sign and no safety
 * concern. What could not be read is said, because an empty answer means that all is well.
 */
export function writeCards(input: CardInput): HookOutcome {
  const { assessment } = input;
  if (assessment.gates.decision !== 'abstain' && hasSomethingToSay(assessment)) {
    const handle = input.newHandle();
    return { response: { cards: [proposalCard(input, handle)] }, assessment, handle };
  }
  const unread = assessment.missing.filter(({ code }) => code === 'unavailable' || code === 'incomplete');
  const withheld = assessment.gates.verdicts.some(
    ({ kind, gate }) => kind === 'abstain' && gate !== 'input-sufficiency',
  );
  if (unread.length === 0 && !withheld && assessment.hook === 'patient-view')
    return { response: { cards: [] } };
  return { response: { cards: [noProposalCard(input)] } };
}

function hasSomethingToSay({ hook, complaint, measurements, rules }: Assessment): boolean {
  if (complaint !== undefined || rules.length > 0) return true;
  if (measurements.some(({ abnormal, stale }) => !stale && (abnormal === 'low' || abnormal === 'high')))
    return true;
  return hook !== 'patient-view' && measurements.some(({ stale }) => !stale);
}

function proposalCard(input: CardInput, handle: string): Card {
  const { assessment, request, newId, settings } = input;
  const { priority, reasons } = assessment;
  const reason = firstReason(reasons) ?? 'no danger sign was found in what could be read';
  return {
    uuid: newId(),
    summary: shorten(
      `${PRIORITY_MEANING[priority].display} priority proposed, nurse to review: ${plain(reason)}`,
      SUMMARY_LIMIT,
    ),
    detail: writeDetail(assessment),
    indicator: PRIORITY_MEANING[priority].indicator,
    source: cardSource(settings),
    suggestions: [suggestTask({ assessment, request, uuid: newId(), launchUrl: settings.launchUrl, handle })],
    selectionBehavior: 'at-most-one',
    overrideReasons: overrideReasons(assessment),
    links: [{ label: 'Review and sign', url: settings.launchUrl, type: 'smart', appContext: handle }],
    extension: { [ASSESSMENT_EXTENSION]: assessment },
  };
}

/** Says that there is no proposal, why, and what to do: never a silent nothing (CH-80). */
function noProposalCard({ assessment, newId, settings }: CardInput): Card {
  const items = assessment.missing.slice(0, 8).map(({ text }) => `- ${plain(text)}`);
  const why =
    items.length === 0
      ? '- No presenting complaint and no current vital signs are recorded.'
      : items.join('\n');
  return {
    uuid: newId(),
    summary: 'No triage proposal: too little could be read. Assess by hand.',
    detail: `**No triage proposal**\n\n${why}\n\nRecord the presenting complaint and the vital signs, then open the chart again.\n\n_Evaluated ${assessment.asOf} by Prescreen._\n\n**${assessment.review}**`,
    indicator: 'warning',
    source: cardSource(settings),
    links: [{ label: 'Open triage', url: settings.launchUrl, type: 'smart' }],
  };
}

function cardSource({ aboutUrl }: PipelineSettings): Card['source'] {
  return {
    label: 'Prescreen nurse triage (AI-supported)',
    ...(aboutUrl === undefined ? {} : { url: aboutUrl }),
    topic: { system: SYSTEMS.topic, code: 'triage-priority', display: 'Triage priority' },
  };
}

/** The reasons that make sense here: lowering is not offered where nothing is below, raising not above. */
function overrideReasons({ priority }: Assessment): Card['overrideReasons'] {
  return Object.entries(OVERRIDE_REASONS)
    .filter(([code]) => code !== 'more-urgent-than-proposed' || rankOf(priority) < rankOf('critical'))
    .map(([code, display]) => ({ system: SYSTEMS.overrideReason, code, display }));
}

/** Chart words in a plain-text field: control characters and line breaks become spaces. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}<>]+/gu, ' ').trim();
}

/** What decided, in one line; of a model's opinion the words that it rests on. */
function firstReason([first]: Assessment['reasons']): string | undefined {
  const words = first?.kind === 'model' ? first.facts[0]?.text : undefined;
  return words === undefined ? first?.text : `${first?.text}: "${withoutDose(words)}"`;
}
