import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Gate } from './gate.ts';
import { passWith } from './verdict.ts';

/**
 * A model whose file does not match its manifest refuses to load; here the proposal says that it went without.
 *
 * Rules stand on their own, so this never withholds a proposal.
 */
export const artefactIntegrity: Gate = {
  id: 'artefact-integrity',
  check: ({ prediction, story, evidence }) =>
    passWith(
      [
        isUnavailable(prediction) && prediction.code === 'broken'
          ? 'the triage model failed its check at load'
          : '',
        isUnavailable(story) && story.code === 'broken'
          ? 'the reader of stories failed its check at load'
          : '',
        isUnavailable(evidence) && evidence.code === 'broken'
          ? 'the evidence index failed its check at load'
          : '',
      ].filter(Boolean),
    ),
};
