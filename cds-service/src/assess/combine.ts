import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { Prediction } from '#models/contract.ts';
import { moreUrgent, type Priority, rankOf } from '#terminology/priority.ts';
import type { StoryOpinion } from './story.ts';

/** What the models did to the proposal: nothing, or a step up with its reason. */
export interface Combined {
  readonly priority: Priority;
  readonly raisedByModel?: string;
  /** The words that made the reader of stories raise. */
  readonly telling?: string;
}

/** What the models think of one patient. */
export interface Opinions {
  readonly prediction: Prediction | Unavailable;
  readonly story: StoryOpinion | Unavailable;
}

/**
 * Probability of level 1 or 2 from which the model raises by one step.
 *
 * From the curve in COMBINATION.md, on 9,624 real visits: at 0.3 instead of 0.5 the service finds 4 more of 100
 * critical outcomes and sends up 2 more of 100 others; at 0.2 it is 3 more again, for 2 more. A clinic may move it.
 */
export interface OperatingPoint {
  readonly raiseToHigh: number;
  readonly raiseToMedium: number;
}

export const DEFAULT_OPERATING_POINT: OperatingPoint = { raiseToHigh: 0.3, raiseToMedium: 0.3 };

/**
 * Joins what rules and protocol propose with the models' opinions, none of which ever lowers.
 *
 * The reader of stories raises to critical, high or medium what is told as such patients are told of. The triage model
 * raises by one step; a patient unlike its training data is left to the rules.
 *
 * @param base - Priority by floors and protocol.
 */
export function combine(
  base: Priority,
  { prediction, story }: Opinions,
  point: OperatingPoint = DEFAULT_OPERATING_POINT,
): Combined {
  if (!isUnavailable(story)) {
    const telling = story.telling === undefined ? {} : { telling: story.telling };
    if (base !== 'critical' && story.raisesToCritical)
      return {
        priority: 'critical',
        raisedByModel: 'Those in immediate danger are often told of like this',
        ...telling,
      };
    if (rankOf(base) < rankOf('high') && story.raises)
      return {
        priority: 'high',
        raisedByModel: 'Emergencies are often told in words like these',
        ...telling,
      };
    if (base === 'low' && story.raisesToMedium)
      return { priority: 'medium', raisedByModel: 'What is told like this often needs a visit', ...telling };
  }
  if (isUnavailable(prediction) || prediction.outOfDistribution) return { priority: base };
  const { probabilities, zone } = prediction;
  const urgent = probabilities.high + probabilities.critical;
  if (zone === 'high' && base === 'medium' && urgent >= point.raiseToHigh)
    return { priority: 'high', raisedByModel: 'Patients like this one were often more urgent' };
  if (base === 'low' && zone !== 'low' && urgent >= point.raiseToMedium)
    return { priority: 'medium', raisedByModel: 'Patients like this one were often more urgent' };
  return { priority: base };
}

/** The most urgent of several, `low` when there is none. */
export function mostUrgent(priorities: readonly Priority[]): Priority {
  return priorities.reduce(moreUrgent, 'low');
}

/** True when `a` is more urgent than `b`. */
export function isAbove(a: Priority, b: Priority): boolean {
  return rankOf(a) > rankOf(b);
}
