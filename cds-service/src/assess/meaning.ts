import type { Clause, ClinicalSnapshot, Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embeddings, MeaningHead } from '#models/contract.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';

/** A reader by meaning is asked about the first clauses only: latency grows with every one. */
const MOST_CLAUSES = 12;

/** Clauses that speak of this patient now: the only ones that meaning may read. */
export function clausesToRead(snapshot: ClinicalSnapshot): readonly Clause[] {
  const clauses = snapshot.complaint.state === 'present' ? (snapshot.complaint.value.clauses ?? []) : [];
  return clauses
    .filter(({ state, text }) => (state === 'present' || state === 'uncertain') && text.trim().length > 3)
    .slice(0, MOST_CLAUSES);
}

/**
 * Findings that the lexicon did not read, by the meaning of the clauses.
 *
 * They can only be added: a concept that the text denies is left denied, and nothing is taken away, so this
 * reader may raise a priority and never lowers one.
 *
 * @param vectors - One per clause, in order.
 * @returns Findings with origin `meaning` and their probability; empty when the head is not there.
 */
export async function matchMeaning(
  input: {
    readonly snapshot: ClinicalSnapshot;
    readonly clauses: readonly Clause[];
    readonly vectors: Embeddings;
  },
  head: MeaningHead,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const { snapshot, clauses, vectors } = input;
  if (clauses.length === 0) return [];
  const answers = await head.classify(vectors, signal);
  if (isUnavailable(answers)) return [];
  const spoken = new Set(snapshot.findings.map(({ concept }) => concept));
  const found: Finding[] = [];
  for (const [index, clause] of clauses.entries()) {
    for (const { concept, probability } of answers[index] ?? []) {
      if (spoken.has(concept)) continue;
      spoken.add(concept);
      found.push({
        concept,
        display: lookUpConcept(concept)?.display ?? concept,
        text: clause.text,
        state: 'uncertain',
        source: { origin: 'meaning', span: clause.span, at: snapshot.asOf },
        probability,
      });
    }
  }
  return found;
}
