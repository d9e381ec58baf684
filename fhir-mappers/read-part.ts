import type { Finding, FindingState } from './clinical-snapshot.ts';
import type { ComplaintPart } from './complaint-parts.ts';
import type { Answer } from './questionnaire-answers.ts';
import { type Narrative, readNarrative } from './text/read-narrative.ts';

/** Longest text that is read, UTF-16 units. Longer than any complaint; reading time grows with it. */
export const MAX_TEXT = 20_000;

/** What one part gives: the line that is shown, if any, and what was read from it. */
export interface ReadPart {
  readonly part: ComplaintPart;
  /** Undefined when nothing is shown: a question that was answered with no. */
  readonly line?: string;
  readonly narrative: Narrative;
}

/**
 * Reads one part of the complaint.
 *
 * @param room - Characters left for the line; a longer text is cut.
 * @returns `undefined` when the part says nothing.
 */
export function readPart(part: ComplaintPart, room: number): ReadPart | undefined {
  if (part.answer !== undefined) return readAnswered(part, part.answer, room);
  const line = clean(part.text ?? '', room);
  if (line === '') {
    return part.codings.length === 0 ? undefined : { part, narrative: read('', part) };
  }
  return { part, line, narrative: read(line, part) };
}

const HEADS: Partial<Record<Answer['topic'], string>> = {
  medicine: 'takes',
  history: 'history of',
  family: 'family history of',
};

function readAnswered(part: ComplaintPart, answer: Answer, room: number): ReadPart | undefined {
  if (answer.kind === 'text') return readWritten(part, answer, room);
  const question = clean(answer.question);
  // Whether there are allergies says nothing of today.
  if (question === '' || answer.topic === 'allergy') return undefined;
  if (answer.asksFor !== 'finding') return readWellness(part, question, answer);
  const head = HEADS[answer.topic];
  const statement = head === undefined ? question : `${head} ${question}`;
  const narrative = read(statement, part);
  const isList = namesSeveral(statement) && narrative.findings.length > 1;
  const findings = narrative.findings.flatMap((finding) => answered(finding, answer.kind, isList) ?? []);
  // A yes is always shown, also when the reader knows no word of it: a reader by meaning or a nurse may.
  if (answer.kind !== 'no') return { part, line: statement, narrative: { ...narrative, findings } };
  if (findings.length === 0) return undefined;
  return { part, narrative: { ...narrative, findings, measurements: [], medicines: [], clauses: [] } };
}

/** An answer in words. It stands alone when it names something; otherwise the question gives it its sense. */
function readWritten(part: ComplaintPart, answer: Answer, room: number): ReadPart | undefined {
  // An allergy is no symptom of today; it goes to the allergies.
  if (answer.topic === 'allergy') return undefined;
  const text = clean(answer.text, room);
  const question = clean(answer.question);
  if (text === '') return undefined;
  // A bare number says nothing alone: "2" is shown as "pain 2/10".
  const score = asScore(question, text);
  if (score !== undefined) return { part, line: score, narrative: read(score, part) };
  const head = HEADS[answer.topic];
  const alone = head === undefined ? text : `${head} ${text}`;
  const narrative = read(alone, part);
  const standsAlone =
    speaks(narrative) || head !== undefined || question === '' || answer.topic === 'complaint';
  // "When was he last well, and is there any face droop?" answered "at nine" says nothing of the face.
  if (standsAlone || (answer.isOpen && namesSeveral(question))) return { part, line: alone, narrative };
  const line = `${question}: ${text}`;
  return { part, line, narrative: read(line, part) };
}

function namesSeveral(statement: string): boolean {
  return /,|\b(?:or|and)\b/i.test(statement);
}

/** "No" to "Can you finish a sentence?" is the finding, and shown in any case; "yes" is none. */
function readWellness(part: ComplaintPart, question: string, answer: Answer): ReadPart | undefined {
  if (answer.kind === 'yes') return undefined;
  const doubt = answer.kind === 'unsure' ? 'perhaps ' : '';
  const line = `${doubt}${answer.asksFor === 'ability' ? 'cannot' : 'not'} ${question}`;
  return { part, line, narrative: read(line, part) };
}

function speaks({ findings, medicines }: Narrative): boolean {
  return findings.length > 0 || medicines.length > 0;
}

/**
 * The state of a finding of a question, by its answer.
 *
 * @param isList - The question names several things: a yes is true of one of them, and nobody knows of which.
 */
function answered(finding: Finding, kind: Answer['kind'], isList: boolean): Finding | undefined {
  const yes = {
    present: isList ? 'uncertain' : 'present',
    uncertain: 'uncertain',
    past: 'past',
    family: 'family',
  } as const;
  const states: Readonly<Record<'yes' | 'no' | 'unsure', Partial<Record<FindingState, FindingState>>>> = {
    yes,
    no: { present: 'absent', uncertain: 'absent', past: 'absent' },
    unsure: { present: 'uncertain', uncertain: 'uncertain' },
  };
  const state = kind === 'text' ? undefined : states[kind][finding.state];
  return state === undefined ? undefined : { ...finding, state };
}

/** Numbers that a reader knows only in the words of a note: "pain 8/10", "30 weeks pregnant". */
function asScore(question: string, answer: string): string | undefined {
  const isScale = /score|scale|rate|level|0\s*(?:-|–|to)\s*10/i.test(question);
  if (/pain/i.test(question) && isScale && /^(?:10|\d)$/.test(answer)) return `pain ${answer}/10`;
  const isWeeks = /weeks/i.test(question) && /pregnan/i.test(question) && /^\d{1,2}$/.test(answer);
  return isWeeks ? `${answer} weeks pregnant` : undefined;
}

function read(text: string, { source }: ComplaintPart): Narrative {
  return readNarrative(text, {
    asOf: source.at,
    origin: source.origin,
    ...(source.reference === undefined ? {} : { reference: source.reference }),
  });
}

/** A line end inside a sentence: a long line without a stop, and a small letter after it. */
const WRAPPED_LINE = /(?<=[^\n]{40})(?<![.;:!?])\n(?=[a-z])/g;

/** Invisible characters removed, line ends kept but where a long line was wrapped: a line end is also the end of a clause. */
export function clean(text: string, length = MAX_TEXT): string {
  return text
    .slice(0, Math.max(0, length))
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(WRAPPED_LINE, ' ')
    .replace(/\p{Cf}+/gu, '')
    .replace(/(?!\n)\p{Cc}(?:\[[0-9;]{0,20}[a-z])?/giu, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}
