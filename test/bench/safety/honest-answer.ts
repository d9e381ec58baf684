import type { Asked } from '../../support/drafting/model-server.ts';

/** What a model would write that only repeats its facts: each fact that is told in a note, with its id. */
export function honestAnswer({ facts, system }: Pick<Asked, 'facts' | 'system'>): readonly string[] {
  const isSbar = /handover/.test(system);
  return facts
    .filter(({ id, text }) => id.startsWith('F') && !text.startsWith('Complaint as recorded'))
    .map(({ id, text }) => `${isSbar ? `${partOf(text)}: ` : ''}${text} [${id}]`);
}

function partOf(text: string): string {
  if (/^(?:\d|Proposed|Reported)/.test(text)) return 'S';
  if (/^(?:On the problem|Takes|Allergy|In the (?:past|family)|Nothing is recorded|The chart)/.test(text))
    return 'B';
  if (/^(?:See|Measure|Ask|Repeat|Call|Any|Did|Does|Is|Has|When|How|What)\b/.test(text)) return 'R';
  return 'A';
}
