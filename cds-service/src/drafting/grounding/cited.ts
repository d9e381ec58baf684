import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { type Token, tokenise } from '#fhir-mappers/text/tokens.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import type { DraftFact } from '../facts/fact.ts';

/** A fact read for comparison: by the same reader that reads the sentences, and only when it is asked. */
export interface CitedFact {
  readonly fact: DraftFact;
  readonly tokens: readonly Token[];
  /** Plain words and stems of everything that the fact says. */
  readonly words: ReadonlySet<string>;
  readonly findings: readonly Pick<Finding, 'concept' | 'state'>[];
  readonly ingredients: ReadonlySet<string>;
}

/** Reads facts once each; a draft has many sentences that cite the same ones. */
export function createFactReader(asOf: string): (fact: DraftFact) => CitedFact {
  const known = new Map<DraftFact, CitedFact>();
  return (fact) => {
    const read = known.get(fact) ?? readFact(fact, asOf);
    known.set(fact, read);
    return read;
  };
}

function readFact(fact: DraftFact, asOf: string): CitedFact {
  const texts = [fact.text, ...(fact.alsoSaid ?? [])];
  const tokens = texts.flatMap((text) => tokenise(text));
  const words = new Set(
    [...tokens, ...tokenise(`${conceptWords(fact)} ${flagWords(fact)}`)].flatMap(({ plain, stem }) => [
      plain,
      stem,
    ]),
  );
  let findings: CitedFact['findings'] | undefined;
  let ingredients: ReadonlySet<string> | undefined;
  return {
    fact,
    tokens,
    words,
    get findings() {
      findings ??= findingsOf(fact, asOf);
      return findings;
    },
    get ingredients() {
      ingredients ??= new Set([...(fact.ingredients ?? []), ...readMedicine(fact.text, []).ingredients]);
      return ingredients;
    },
  };
}

function findingsOf(fact: DraftFact, asOf: string): CitedFact['findings'] {
  if (fact.finding !== undefined) return [fact.finding];
  const texts = fact.kind === 'condition' ? [fact.text, ...(fact.alsoSaid ?? [])] : [fact.text];
  return texts
    .flatMap((text) => readNarrative(text, { asOf, origin: 'complaint' }).findings)
    .map(({ concept, state }) => ({ concept, state }));
}

/** Other words for what a measurement's fact says of it; whether they fit is the check of flags. */
function flagWords({ measurement }: DraftFact): string {
  if (measurement === undefined) return '';
  const by = { high: 'high higher raised elevated', low: 'low lower reduced', no: 'normal', unknown: '' };
  return `${by[measurement.abnormal]} bpm beats breaths percent mmHg abnormal`;
}

/** The display of a finding's concept and of those above it: a sentence may say it more generally. */
function conceptWords({ finding }: DraftFact): string {
  const concept = finding === undefined ? undefined : lookUpConcept(finding.concept);
  return [
    concept?.display ?? '',
    ...(concept?.broader ?? []).map((id) => lookUpConcept(id)?.display ?? ''),
  ].join(' ');
}
