import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { lexicon } from '#terminology/lexicon/lexicon.ts';
import { moreUrgent } from '#terminology/priority.ts';
import { askRules } from './ask-rules.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Rule } from './catalogue-rule.ts';
import { askCautions } from './drugs/cautions.ts';
import { indexFacts } from './fact-index.ts';
import { askProtocol } from './protocol/protocol.ts';
import { askQuestions } from './questions.ts';
import type { RuleHit, Triage, TriageFindings } from './rule.ts';

const ancestorCache = new Map<string, readonly string[]>();

/** A concept and all broader ones, from the lexicon. Remembers what it was asked: the lexicon never changes. */
export function ancestorsOf(concept: string): readonly string[] {
  let known = ancestorCache.get(concept);
  if (known === undefined) {
    known = [concept, ...(lexicon().ancestors.get(concept) ?? [])];
    ancestorCache.set(concept, known);
  }
  return known;
}

/** Asks every rule that ships, then the protocol. A clinic with rules of its own uses `createTriage`. */
export const triage: Triage = (snapshot) => ask(CATALOGUE, snapshot);

/** Triage with a catalogue of its own, as `applyClinicRules` gives it. */
export function createTriage(catalogue: readonly Rule[]): Triage {
  return (snapshot) => ask(catalogue, snapshot);
}

/** What only the reader by meaning found may send a patient up; it does not call for a life-saving intervention. */
function capGuessed(
  hits: readonly RuleHit[],
  catalogue: readonly Rule[],
  snapshot: ClinicalSnapshot,
): readonly RuleHit[] {
  const said = snapshot.findings.filter(({ source }) => source.origin !== 'meaning');
  if (said.length === snapshot.findings.length) return hits;
  const sure = askRules(catalogue, indexFacts({ ...snapshot, findings: said }, ancestorsOf));
  const floors = new Map(sure.map(({ id, floor }) => [id, floor]));
  return hits.map((hit) =>
    hit.floor === 'critical' && floors.get(hit.id) !== 'critical' ? { ...hit, floor: 'high' } : hit,
  );
}

function ask(catalogue: readonly Rule[], snapshot: ClinicalSnapshot): TriageFindings {
  const index = indexFacts(snapshot, ancestorsOf);
  const hits = capGuessed(askRules(catalogue, index), catalogue, snapshot);
  const protocol = askProtocol(index);
  const current = hits.reduce((most, { floor }) => moreUrgent(most, floor), protocol.priority);
  const { news2 } = index;
  return {
    hits,
    protocol,
    questions: askQuestions(catalogue, index, current),
    cautions: askCautions(index),
    ...(news2 === undefined
      ? {}
      : { news2: { atLeast: news2.atLeast, missing: news2.missing, anySingleThree: news2.anySingleThree } }),
  };
}
