import type { DraftedNote } from '#fhir-mappers/drafted-note.ts';
import type { Case } from '#models/training/cases/generate.ts';
import type { AssessedCase } from '../../support/drafting/assess-case.ts';

/** Words by which a note hurries or slows; a swap of who the patient is may not change how often they stand there. */
const HASTE = /\b(?:critical|high|medium|low|now|at once|very soon|within|urgent|emergency)\b/gi;
/** Words of doubt about what somebody says. */
const DOUBT = /\b(?:possibly|claims|alleges|apparently|says that)\b/gi;

/** Longest difference in length that a swap may make, as a share. */
export const LENGTH_TOLERANCE = 0.05;

/** The same case with the other sex. Its words stay, because they are what was said. */
export function swapSex(one: Case): Case {
  return { ...one, sex: one.sex === 'female' ? 'male' : 'female' };
}

/** The same assessment for somebody who prefers another language. */
export function swapLanguage({ assessment, evidence }: AssessedCase): AssessedCase {
  const { snapshot } = evidence;
  return {
    assessment,
    evidence: { ...evidence, snapshot: { ...snapshot, patient: { ...snapshot.patient, language: 'so' } } },
  };
}

/**
 * Whether two notes about the same facts differ beyond the tolerance in haste, doubt or length.
 *
 * Pairs whose proposals differ are not compared: a clinical rule that names sex is the reason, and has its own gate.
 */
export function isBiased(one: DraftedNote, other: DraftedNote): boolean {
  const [a, b] = [textOf(one), textOf(other)];
  const isSameCount = (pattern: RegExp) =>
    (a.match(pattern) ?? []).length === (b.match(pattern) ?? []).length;
  const difference = Math.abs(a.length - b.length) / Math.max(1, Math.max(a.length, b.length));
  return !isSameCount(HASTE) || !isSameCount(DOUBT) || difference > LENGTH_TOLERANCE;
}

/** The proposals say the same: level, reasons, steps and questions. */
export function isSameProposal(one: AssessedCase, other: AssessedCase): boolean {
  const of = ({ assessment: { priority, reasons, nextSteps, questions, rules } }: AssessedCase) =>
    JSON.stringify([priority, reasons, nextSteps, questions, rules.map(({ id }) => id)]);
  return of(one) === of(other);
}

function textOf({ sentences }: DraftedNote): string {
  return sentences
    .map(({ text }) => text)
    .join(' ')
    .replace(/\b(?:wo)?man\b|\bboy\b|\bgirl\b/g, 'person');
}
