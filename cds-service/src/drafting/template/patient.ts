import type { WrittenSentence } from '../contract.ts';
import { type FactSheet, ofKind } from '../facts/fact.ts';
import { findingsIn, groupMeasurements, listed, tell, verbatim } from './telling.ts';

/** What a nurse judges is not told as a measurement. */
const SCORES: ReadonlySet<string> = new Set(['gcs', 'consciousness', 'pain']);

/**
 * What happens now, in words for the patient: what was told, what was measured, who comes, when to call.
 *
 * It names no cause and promises nothing; a nurse reads it first.
 */
export function writePatientText(sheet: FactSheet): readonly WrittenSentence[] {
  const told = findingsIn(sheet, 'present').slice(0, 3);
  const names = told.map(({ finding, alsoSaid = [] }) => alsoSaid[0] ?? finding?.display ?? '');
  const { high, low, abnormal } = groupMeasurements(sheet);
  const outside = [...low, ...high, ...abnormal];
  const measured = ofKind(sheet, 'measurement').filter(
    ({ measurement }) => !measurement?.stale && !SCORES.has(measurement?.kind ?? ''),
  );
  const forPatient = (key: string) => ofKind(sheet, 'step').filter((fact) => fact.key === key);
  const questions = ofKind(sheet, 'question');
  return [
    // Where every minute counts there is nothing to thank for, and mostly nobody who reads.
    ...tell(
      sheet.priority === 'critical' ? [] : told,
      () => `Thank you for telling us about: ${listed(names)}.`,
    ),
    ...tell(measured, () => `We measured: ${listed(measuredNames(measured))}.`),
    ...tell(
      outside,
      () => 'Some of these numbers are outside the normal range, and the nurse will look at them with you.',
    ),
    ...verbatim(forPatient('patient-seen')),
    ...(questions.length === 0
      ? []
      : [{ text: 'We need to ask you some more questions.', cites: [questions[0]!.id] }]),
    ...verbatim(forPatient('patient-worse')),
  ];
}

function measuredNames(facts: ReturnType<typeof ofKind>): readonly string[] {
  const names = facts.map(({ measurement }) =>
    ['systolic', 'diastolic'].includes(measurement?.kind ?? '')
      ? 'blood pressure'
      : (measurement?.display ?? ''),
  );
  return [...new Set(names)];
}
