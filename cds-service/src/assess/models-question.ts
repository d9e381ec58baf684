import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { Prediction } from '#models/contract.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { Question } from '../triage/rule.ts';

/** A nurse asks no more than this at once. */
const MOST = 5;

/** Below this change of the probability of a critical outcome a measurement is not worth asking for. */
const LEAST_CHANGE = 0.005;

/** Questions of the protocol that ask for the same measurement under another name. */
const SAME: Readonly<Record<string, string>> = { systolic: 'measure-pressure' };

/**
 * In the model's middle zone: asks first for the vital sign whose answer could change its mind most.
 *
 * A question that the protocol asks already moves to the front; outside the middle zone, and for a patient unlike
 * the training data, the questions stay as they are.
 */
export function withModelsQuestion(
  questions: readonly Question[],
  prediction: Prediction | Unavailable,
): readonly Question[] {
  if (isUnavailable(prediction) || prediction.outOfDistribution || prediction.zone !== 'ask')
    return questions;
  const [first] = prediction.ask;
  if (first === undefined || first.change < LEAST_CHANGE || !(first.fact in VITAL_SIGNS)) return questions;
  const id = SAME[first.fact] ?? `measure-${first.fact}`;
  const asked = questions.find((question) => question.id === id);
  const display = VITAL_SIGNS[first.fact as VitalKind].display.toLowerCase();
  const question: Question = asked ?? {
    id,
    text: `Measure the ${display}.`,
    reason: 'Of what is not measured yet, this could change the estimate most.',
  };
  return [question, ...questions.filter((other) => other !== asked)].slice(0, MOST);
}
