import type { DraftedNote, DraftSection } from '#fhir-mappers/drafted-note.ts';
import type { Draft, Handover4 } from '../../review/draft.ts';

/** Where the sentences of a draft without parts go. */
const PLACE: Readonly<Record<'summary' | 'questions', DraftSection>> = {
  summary: 'situation',
  questions: 'recommendation',
};

/** A line of the handover takes no more; whole sentences are left out at its end. */
const LONGEST_LINE = 1900;

/** The sentences of a note by the line of the handover that they belong to; a text for the patient has no line. */
export function linesOfNote({ kind, sentences }: DraftedNote): Partial<Handover4> {
  if (kind === 'patient') return {};
  const lines: { [K in DraftSection]?: string } = {};
  for (const { section, text } of sentences) {
    const line = section ?? (kind === 'sbar' ? 'situation' : PLACE[kind]);
    const longer = lines[line] === undefined ? text : `${lines[line]} ${text}`;
    if (longer.length <= LONGEST_LINE) lines[line] = longer;
  }
  return lines;
}

/**
 * What changes in a review when a draft is put into its handover: one step, that undo takes back.
 *
 * A line that the nurse has not touched, or that holds an earlier draft untouched, is replaced; behind words of her own
 * the draft is added on a new line. `drafted` keeps what was put in, so that the line can say whether it was edited.
 */
export function insertDraft(
  { lines, drafted = {} }: Pick<Draft, 'lines' | 'drafted'>,
  note: DraftedNote,
  untouched: Handover4,
): Pick<Draft, 'lines' | 'drafted'> {
  const next = { ...lines };
  const marks = { ...drafted };
  for (const [line, text] of Object.entries(linesOfNote(note)) as [keyof Handover4, string][]) {
    const own = lines[line].trim();
    const isFree = own === '' || own === untouched[line].trim() || own === drafted[line];
    next[line] = isFree ? text : `${own}\n${text}`;
    marks[line] = text;
  }
  return { lines: next, drafted: marks };
}

/** Whether a line holds a draft as it was put in, a changed one, or none. */
export function markOf({ lines, drafted }: Pick<Draft, 'lines' | 'drafted'>, line: keyof Handover4) {
  const put = drafted?.[line];
  if (put === undefined || lines[line].trim() === '') return undefined;
  return lines[line].trim() === put ? 'drafted' : 'edited';
}
