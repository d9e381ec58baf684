import { PRIORITY_MEANING } from '#terminology/priority.ts';
import { OVERRIDE_REASONS } from '../review.ts';
import type { WriteBackInput } from './input.ts';

/** What each receiver of a handover is called. */
export const RECEIVERS = {
  'triage-nurse': 'Triage nurse',
  'charge-nurse': 'Charge nurse',
  physician: 'Physician',
} as const;

/** One block of the note: a heading and its lines. */
export interface NoteBlock {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * The nurse's conclusion as readable text: what a person sees in an EHR that shows nothing else.
 *
 * What the tool proposed stands apart, under its own heading.
 */
export function noteBlocks({ review, assessment, practitioner, asOf }: WriteBackInput): readonly NoteBlock[] {
  const { overrideReason, belowFloor, handover } = review;
  const kept = review.findings.filter(({ verdict }) => verdict !== 'rejected').map(nameOf);
  const rejected = review.findings.filter(({ verdict }) => verdict === 'rejected').map(nameOf);
  const blocks: readonly NoteBlock[] = [
    { heading: 'Triage priority', lines: [PRIORITY_MEANING[review.priority].display] },
    { heading: 'Assessment', lines: [review.summary] },
    { heading: 'Findings', lines: kept },
    { heading: 'Proposed findings not confirmed', lines: rejected },
    { heading: 'Questions asked', lines: review.answers.map(({ text, answer }) => `${text} ${answer}`) },
    { heading: 'Next steps', lines: review.nextSteps },
    {
      heading: 'Handed over to',
      lines: [
        `${RECEIVERS[handover.to]}${handover.name === undefined ? '' : ` (${handover.name})`}, within ${handover.withinMinutes} minutes`,
      ],
    },
    {
      heading: 'Proposed by Prescreen',
      lines: [
        PRIORITY_MEANING[assessment.priority].display,
        ...(overrideReason === undefined
          ? []
          : [`Changed: ${overrideReason.text ?? OVERRIDE_REASONS[overrideReason.code]}`]),
        ...(belowFloor === undefined ? [] : [`Below the floor of rule ${belowFloor.rule}, confirmed`]),
      ],
    },
    { heading: 'Concluded by', lines: [`${practitioner.display}, ${asOf}`] },
  ];
  return blocks.filter(({ lines }) => lines.length > 0);
}

function nameOf({ display, text }: WriteBackInput['review']['findings'][number]): string {
  return text === undefined || text === display ? display : `${display} ("${text}")`;
}

/** The blocks as plain text. */
export function asPlainText(blocks: readonly NoteBlock[]): string {
  return blocks.map(({ heading, lines }) => `${heading}\n${lines.join('\n')}`).join('\n\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The blocks as FHIR narrative. All text is escaped. */
export function asNarrative(blocks: readonly NoteBlock[]): { status: 'generated'; div: string } {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
  const parts = blocks.map(
    ({ heading, lines }) =>
      `<p><b>${escaped(heading)}</b></p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
  );
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${parts.join('')}</div>`,
  };
}
