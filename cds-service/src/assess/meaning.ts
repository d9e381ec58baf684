import type { Clause, ClinicalSnapshot, FactSource, Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embeddings, MeaningHead } from '#models/contract.ts';
import { isA, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { STOP_WORDS } from '../retrieval/search/stop-words.ts';

/** A reader by meaning is asked about the first clauses only: latency grows with every one. */
const MOST_CLAUSES = 12;

/**
 * Clauses that speak of this patient now and have words that the lexicon did not read.
 *
 * "Headache, pain in head" is read whole: nothing is left that could mean more, and a vector near "worst headache
 * of my life" would only mislead.
 */
export function clausesToRead(snapshot: ClinicalSnapshot): readonly Clause[] {
  const clauses = snapshot.complaint.state === 'present' ? (snapshot.complaint.value.clauses ?? []) : [];
  return clauses
    .filter(({ state }) => state === 'present' || state === 'uncertain')
    .filter((clause) => hasUnreadWords(clause, snapshot.findings))
    .slice(0, MOST_CLAUSES);
}

/** True when a word of the clause that tells something stands in no finding. */
function hasUnreadWords({ text, span: [from] }: Clause, findings: readonly Finding[]): boolean {
  const letters = text.split('');
  for (const { source } of findings) {
    const [begin, end] = source.span ?? [0, 0];
    letters.fill(' ', Math.max(0, begin - from), Math.max(0, end - from));
  }
  const words =
    letters
      .join('')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => !STOP_WORDS.has(word));
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
  const origin = whenSaid(snapshot);
  const found: Finding[] = [];
  for (const [index, clause] of clauses.entries()) {
    for (const { concept, probability } of answers[index] ?? []) {
      if (spoken.has(concept) || cannotBe(concept, snapshot)) continue;
      spoken.add(concept);
      found.push({
        concept,
        display: lookUpConcept(concept)?.display ?? concept,
        text: clause.text,
        state: 'uncertain',
        source: { ...origin, origin: 'meaning', span: clause.span },
        probability,
      });
    }
  }
  return found;
}

/** "Not pregnant" denies every trouble of a pregnancy, whatever its words are near to. */
function cannotBe(concept: string, { pregnancy }: ClinicalSnapshot): boolean {
  return pregnancy.state === 'not-pregnant' && isA(concept, 'pregnancy-problem');
}

/** When and where the complaint was told: what was read from it is as old as it is, never "now". */
function whenSaid({ complaint }: ClinicalSnapshot): Pick<FactSource, 'at' | 'reference'> {
  const sources = complaint.state === 'present' ? complaint.value.sources : [];
  const at = sources
    .flatMap((source) => source.at ?? [])
    .toSorted()
    .at(-1);
  const reference = sources.length === 1 ? sources[0]?.reference : undefined;
  return { ...(at === undefined ? {} : { at }), ...(reference === undefined ? {} : { reference }) };
}
