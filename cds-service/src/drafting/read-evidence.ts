import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import type { PipelineDeps } from '../pipeline-deps.ts';
import type { DraftEvidence } from './facts/fact-sheet.ts';
import { identifiersOf } from './identifiers.ts';

/** Reads the chart for a draft with the session's token; `undefined` where the session has none any more. */
export type ReadEvidence = (request: CdsRequest | undefined, signal: AbortSignal) => Promise<DraftEvidence>;

/**
 * Makes the reader of what a draft needs beside the assessment: the chart, and the identifiers to take out.
 *
 * Trouble with the chart is no trouble of the draft: it is then written from the assessment alone and says so.
 */
export function createReadEvidence(
  deps: Pick<PipelineDeps, 'readPatientData' | 'now' | 'settings'>,
): ReadEvidence {
  return async (request, signal) => {
    if (request === undefined) return { snapshot: unavailable('not-provided'), identifiers: [] };
    try {
      const data = await deps.readPatientData(request, signal);
      const snapshot = takeSnapshot(data, {
        asOf: deps.now().toISOString(),
        hook: request.hook,
        staleAfterHours: deps.settings.staleAfterHours,
      });
      return { snapshot, identifiers: identifiersOf(data) };
    } catch {
      return { snapshot: unavailable('failed'), identifiers: [] };
    }
  };
}
