import type { NarrativeOpinion } from '#models/contract.ts';

/** An opinion of a story on no side of any line, with what a test wants of it. */
export function opinionOf(said: Partial<NarrativeOpinion> = {}): NarrativeOpinion {
  return {
    atLeastMedium: 0.6,
    urgent: 0.2,
    critical: 0.1,
    raises: false,
    raisesToCritical: false,
    raisesToMedium: false,
    unlikeEmergency: false,
    unlikeCritical: false,
    soundsMinor: false,
    ...said,
  };
}
