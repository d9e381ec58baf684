import { unavailable } from '#fhir-mappers/data-state.ts';
import type { MeaningHead, Provider } from './contract.ts';

/** Opens the reader by meaning; `Unavailable` where its artefact is not installed. */
export async function openMeaningHead(_: {
  readonly artifact: string;
  readonly providers?: readonly Provider[];
}): Promise<MeaningHead> {
  const info = unavailable('not-installed', 'the reader by meaning is not part of this installation');
  return { info, classify: async () => info };
}
