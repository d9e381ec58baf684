import type { Assessment } from '#fhir-mappers/assessment.ts';
import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import type { RetrievedEvidence } from '../retrieval/contract.ts';
import type { Fact, RuleHit, TriageFindings } from '../triage/rule.ts';
import type { Combined } from './combine.ts';

type Reason = Assessment['reasons'][number];

/** More reasons than a nurse reads at a glance help nobody. */
const MOST_REASONS = 5;

const KIND: Readonly<Record<RuleHit['kind'], Reason['kind']>> = {
  'red-flag': 'rule',
  vital: 'vital',
  drug: 'drug',
};

/** Rules with the highest floor first; equal floors keep the order of the catalogue. */
export function byFloor(hits: readonly RuleHit[]): readonly RuleHit[] {
  return [...hits].sort((a, b) => rankOf(b.floor) - rankOf(a.floor));
}

/**
 * What decided the priority, most decisive first.
 *
 * Rules below the proposed priority are left to the list of rules: they did not decide. Where neither rule nor
 * model did, the protocol's reasons stand.
 */
export function reasonsFor(
  triage: TriageFindings,
  combined: Combined,
  evidence: RetrievedEvidence | Unavailable,
): readonly Reason[] {
  const ruled = sayingSomethingNew(
    byFloor(triage.hits).filter(
      ({ floor, settled }) =>
        settled !== true && rankOf(floor) >= Math.min(rankOf(combined.priority), rankOf('high')),
    ),
  ).map((hit) => fromRule(hit, evidence));
  const model: Reason[] =
    combined.raisedByModel === undefined
      ? []
      : [
          {
            kind: 'model',
            text: combined.raisedByModel,
            facts: combined.telling === undefined ? [] : [{ text: combined.telling }],
          },
        ];
  const decided = ruled.length > 0 && !isProtocolHigher(triage, combined.priority);
  const protocol: Reason[] = decided
    ? []
    : triage.protocol.reasons.map((fact) => ({ kind: 'protocol', text: fact.text, facts: factsOf(fact) }));
  return [...ruled, ...model, ...protocol].slice(0, MOST_REASONS);
}

/** Without the rules whose facts an earlier one of them has told already: one fact is one reason to a nurse. */
function sayingSomethingNew(hits: readonly RuleHit[]): readonly RuleHit[] {
  const told = new Set<string>();
  const richest = [...hits].sort(
    (a, b) => rankOf(b.floor) - rankOf(a.floor) || b.facts.length - a.facts.length,
  );
  return richest.filter(({ facts }) => {
    const isNew = facts.length === 0 || facts.some(({ text }) => !told.has(text));
    for (const { text } of facts) told.add(text);
    return isNew;
  });
}

function isProtocolHigher(triage: TriageFindings, priority: Priority): boolean {
  return (
    triage.protocol.priority === priority &&
    triage.hits.every(({ floor, settled }) => settled === true || rankOf(floor) < rankOf(priority))
  );
}

function fromRule(hit: RuleHit, evidence: RetrievedEvidence | Unavailable): Reason {
  const passages = isUnavailable(evidence)
    ? []
    : evidence.passages
        .filter(({ passage }) => passage.supports.includes(hit.id))
        .map(({ passage }) => passage.id);
  return { kind: KIND[hit.kind], text: hit.title, facts: hit.facts.map(toFact), passages };
}

function factsOf(fact: Fact): Reason['facts'] {
  return fact.source === undefined ? [] : [toFact(fact)];
}

export function toFact({ text, source }: Fact): Reason['facts'][number] {
  return source === undefined ? { text } : { text, source };
}
