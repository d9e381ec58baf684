import { unavailable } from '#fhir-mappers/data-state.ts';
import type { Provider, TriageModel } from './contract.ts';

/** Opens the triage model; `Unavailable` where its artefact is not installed. */
export async function openTriageModel(_: {
  readonly artifact: string;
  readonly providers?: readonly Provider[];
}): Promise<TriageModel> {
  const info = unavailable('not-installed', 'the triage model is not part of this installation');
  return { info, predict: async () => info, close: async () => {} };
}
