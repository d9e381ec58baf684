import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';

// Questions of the service whose answer is a number, beside those that name their kind (`measure-spo2`).
const BY_QUESTION: Readonly<Record<string, readonly VitalKind[]>> = {
  'measure-pressure': ['systolic', 'diastolic', 'heart-rate'],
  'ask-pain': ['pain'],
};

/** The vital signs that a question asks to measure; empty for a question that is answered in words. */
export function askedMeasurements(question: string): readonly VitalKind[] {
  const named = BY_QUESTION[question];
  if (named) return named;
  const kind = question.replace(/^measure-/, '');
  return question.startsWith('measure-') && kind in VITAL_SIGNS ? [kind as VitalKind] : [];
}
