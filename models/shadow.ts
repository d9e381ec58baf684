import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { Prediction, TriageModel } from './contract.ts';

/** How a new version of the model differed from the one in use, for one patient. No patient data. */
export interface Difference {
  readonly current: string;
  readonly candidate: string;
  /** Change of the probability of a critical outcome. */
  readonly criticalOutcome: number;
  readonly zones: readonly [string, string];
  /** Reason code when the candidate gave no answer. */
  readonly failed?: string;
}

/**
 * Runs a new version beside the one in use: only the latter's answer is given, differences are reported.
 *
 * The candidate is never waited for; what it does cannot delay or change a proposal.
 */
export function withShadow(
  current: TriageModel,
  candidate: TriageModel,
  onDifference: (difference: Difference) => void,
): TriageModel {
  return {
    get info() {
      return current.info;
    },
    async predict(input, signal) {
      const beside = candidate.predict(input);
      const answer = await current.predict(input, signal);
      if (!isUnavailable(answer))
        void beside.then((other) => onDifference(compare(answer, other, candidate)));
      return answer;
    },
    async close() {
      await Promise.all([current.close(), candidate.close()]);
    },
  };
}

function compare(answer: Prediction, other: Prediction | Unavailable, candidate: TriageModel): Difference {
  const current = `${answer.name} ${answer.version}`;
  if (isUnavailable(other)) {
    const named = isUnavailable(candidate.info)
      ? 'candidate'
      : `${candidate.info.name} ${candidate.info.version}`;
    return {
      current,
      candidate: named,
      criticalOutcome: 0,
      zones: [answer.zone, 'none'],
      failed: other.code,
    };
  }
  return {
    current,
    candidate: `${other.name} ${other.version}`,
    criticalOutcome: other.criticalOutcome - answer.criticalOutcome,
    zones: [answer.zone, other.zone],
  };
}
