import type { WrittenSentence } from '../contract.ts';
import { type FactSheet, ofKind } from '../facts/fact.ts';
import { findingsIn, groupMeasurements, listed, tell, verbatim } from './telling.ts';

/** Symptoms that a note tells in a nurse's words, for people; what is not here is told as it stands. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  dyspnoea: 'trouble breathing',
  syncope: 'fainting',
  emesis: 'vomiting',
};

/**
 * What happens now, in words for the patient: what was told, what was measured, who comes, when to call.
 *
 * It names no cause and promises nothing; a nurse reads it first.
 */
export function writePatientText(sheet: FactSheet): readonly WrittenSentence[] {
  const told = findingsIn(sheet, 'present').slice(0, 3);
  const names = told.map(
    ({ finding, name }) => PLAIN_NAMES[finding?.concept ?? ''] ?? finding?.display ?? name ?? '',
  );
  const { high, low, abnormal } = groupMeasurements(sheet);
  const outside = [...low, ...high, ...abnormal];
  const measured = ofKind(sheet, 'measurement').filter(({ measurement }) => !measurement?.stale);
  const forPatient = (key: string) => ofKind(sheet, 'step').filter((fact) => fact.key === key);
  const questions = ofKind(sheet, 'question');
  return [
    ...tell(told, () => `Thank you for telling us about: ${listed(names)}.`),
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
