import type { Clause, Finding, FindingState } from '#fhir-mappers/clinical-snapshot.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { neutral, saysSomething } from './neutral-words.ts';

/** More texts than this are not embedded: each costs a millisecond or two, and the mean no longer moves. */
const MOST_TEXTS = 16;

/** Finding origins that say why the patient came; the chart's own problem list has its own inputs. */
const SPOKEN: ReadonlySet<string> = new Set(['complaint', 'questionnaire', 'meaning']);

/** Kinds of concept that are a reason to come; the others say when, where or how, or stand in the chart. */
const REASONS: ReadonlySet<string> = new Set([
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'mechanism',
  'exposure',
  'behaviour',
  'pregnancy',
  'device',
  'minor',
  'administrative',
]);

/**
 * The texts whose mean vector is the complaint for the triage model: first what the reader found, in the words
 * of the lexicon, then the clauses as written. Only what is about this patient now; nothing negated or past.
 *
 * Who somebody is (`neutral-words.ts`) is left out, so that no model can treat people differently by it.
 *
 * Displays stand beside the clauses because a sentence with unusual words is far from its meaning for the
 * embedder, and the lexicon's own words are near it. Training mixes both in the same way.
 *
 * @returns At most 16 different texts; none when nothing is present.
 */
export function complaintTexts(input: {
  readonly clauses: readonly Pick<Clause, 'text' | 'state'>[];
  readonly findings: readonly Finding[];
}): readonly string[] {
  const displays = input.findings
    .filter(({ state, source, concept }) => isNow(state) && SPOKEN.has(source.origin) && isReason(concept))
    .map(({ display }) => display);
  const clauses = input.clauses
    .filter(({ state }) => isNow(state))
    .map(({ text }) => neutral(text))
    .filter(saysSomething);
  const texts = new Set([...displays, ...clauses].filter((text) => text.length > 1));
  return [...texts].slice(0, MOST_TEXTS);
}

/** Mean of the texts' vectors, not of unit length; nothing when there is no text. */
export function complaintVector(vectors: readonly Float32Array[]): Float32Array | undefined {
  const [first] = vectors;
  if (first === undefined) return undefined;
  const mean = new Float32Array(first.length);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0);
  return mean.map((sum) => sum / vectors.length);
}

function isReason(concept: string): boolean {
  return REASONS.has(lookUpConcept(concept)?.kind ?? 'symptom');
}

function isNow(state: FindingState): boolean {
  return state === 'present' || state === 'uncertain';
}
