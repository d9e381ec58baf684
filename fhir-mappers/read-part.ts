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
  if (part.answer !== undefined) return readAnswered(part, part.answer);
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

function readAnswered(part: ComplaintPart, answer: Answer): ReadPart | undefined {
  // An allergy is no symptom of today; it goes to the allergies.
  if (answer.topic === 'allergy') return undefined;
  const question = clean(answer.question);
  if (answer.kind === 'text') {
    const text = clean(answer.text);
    const head = HEADS[answer.topic];
    const alone = head === undefined ? text : `${head} ${text}`;
    const narrative = read(alone, part);
    const speaks = narrative.findings.length > 0 || narrative.medicines.length > 0;
    if (speaks || head !== undefined || question === '' || answer.topic === 'complaint') {
      return { part, line: alone, narrative };
    }
    const line = isPainScore(question, text) ? `pain ${text}/10` : `${question}: ${text}`;
    return { part, line, narrative: read(line, part) };
  }
  const head = HEADS[answer.topic];
  const statement = head === undefined || question === '' ? question : `${head} ${question}`;
  const narrative = read(statement, part);
  // A yes to "May we call you?" tells nothing that triage could use.
  if (narrative.findings.length === 0 && narrative.medicines.length === 0) return undefined;
  const findings = narrative.findings.flatMap((finding) => answered(finding, answer.kind) ?? []);
  if (answer.kind !== 'no') return { part, line: statement, narrative: { ...narrative, findings } };
  return { part, narrative: { ...narrative, findings, measurements: [], medicines: [], clauses: [] } };
}

function answered(finding: Finding, kind: Answer['kind']): Finding | undefined {
  const states: Partial<Record<FindingState, FindingState>> =
    kind === 'no'
      ? { present: 'absent', uncertain: 'absent', past: 'absent' }
      : kind === 'unsure'
        ? { present: 'uncertain', uncertain: 'uncertain' }
        : { present: 'present', uncertain: 'uncertain', past: 'past', family: 'family' };
  const state = states[finding.state];
  return state === undefined ? undefined : { ...finding, state };
}

function isPainScore(question: string, answer: string): boolean {
  return (
    /pain/i.test(question) &&
    /score|scale|rate|0\s*(?:-|–|to)\s*10/i.test(question) &&
    /^(?:10|\d)$/.test(answer)
  );
}

function read(text: string, { source }: ComplaintPart): Narrative {
  return readNarrative(text, {
    asOf: source.at,
    origin: source.origin,
    ...(source.reference === undefined ? {} : { reference: source.reference }),
  });
}

/** Invisible characters removed, line ends kept: a line end is also the end of a clause. */
export function clean(text: string, length = MAX_TEXT): string {
  return text
    .slice(0, Math.max(0, length))
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\p{Cf}+/gu, '')
    .replace(/(?!\n)\p{Cc}+/gu, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}
