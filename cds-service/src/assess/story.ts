import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { complaintVector } from '#models/complaint-vector.ts';
import type { Embeddings, NarrativeHead, NarrativeOpinion } from '#models/contract.ts';
import { storyOf } from '#models/narrative-head.ts';

/** What the narrative head thinks, and the words without which it would think it least. */
export interface StoryOpinion extends NarrativeOpinion {
  readonly telling?: string;
}

/**
 * Asks the narrative head about the complaint as a whole; where it raises, also which words made it.
 *
 * @param told - The complaint's texts with a vector for each, as `complaintTexts` gives them.
 */
export async function judgeStory(
  snapshot: ClinicalSnapshot,
  told: { readonly texts: readonly string[]; readonly vectors: Embeddings },
  deps: { readonly head: NarrativeHead; readonly signal?: AbortSignal },
): Promise<StoryOpinion | Unavailable> {
  const { head, signal } = deps;
  const { ageYears } = snapshot.patient;
  const known = { ...storyOf(snapshot.findings), ...(ageYears === undefined ? {} : { ageYears }) };
  const vector = complaintVector(told.vectors);
  if (vector === undefined) return unavailable('not-provided');
  const opinion = await head.judge({ ...known, vector }, signal);
  if (isUnavailable(opinion) || !opinion.raises || told.texts.length < 2) return opinion;
  const without = await Promise.all(
    told.texts.map(async (text, index) => {
      const rest = complaintVector(told.vectors.filter((_, other) => other !== index));
      const answer = rest === undefined ? opinion : await head.judge({ ...known, vector: rest }, signal);
      return { text, urgent: isUnavailable(answer) ? opinion.urgent : answer.urgent };
    }),
  );
  const [most] = without.toSorted((a, b) => a.urgent - b.urgent);
  return most === undefined || most.urgent >= opinion.urgent ? opinion : { ...opinion, telling: most.text };
}
