import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { moreUrgent, type Priority, rankOf } from '#terminology/priority.ts';
import type { RuleHit, TriageFindings } from '../triage/rule.ts';
import type { Gate } from './gate.ts';
import { escalateIf } from './verdict.ts';

/** The priority that rules and protocol alone would propose. */
export function rulePriority({ hits, protocol }: TriageFindings): Priority {
  return hits.reduce((highest: Priority, hit) => moreUrgent(highest, hit.floor), protocol.priority);
}

const othersOf = new WeakMap<ClinicalSnapshot, readonly ClinicalSnapshot[]>();

/**
 * The snapshot with sex or language exchanged, everything else equal; the same ones each time it is asked.
 *
 * Race, ethnicity, payer and names are not in a snapshot, so they cannot be swapped because they cannot matter.
 */
export function counterfactuals(snapshot: ClinicalSnapshot): readonly ClinicalSnapshot[] {
  const known = othersOf.get(snapshot) ?? swapAttributes(snapshot);
  othersOf.set(snapshot, known);
  return known;
}

function swapAttributes(snapshot: ClinicalSnapshot): readonly ClinicalSnapshot[] {
  const { patient } = snapshot;
  const swapped: ClinicalSnapshot[] = [
    { ...snapshot, patient: { ...patient, language: patient.language === 'es' ? 'en' : 'es' } },
  ];
  if (patient.sex === 'female') swapped.push({ ...snapshot, patient: { ...patient, sex: 'male' } });
  if (patient.sex === 'male') swapped.push({ ...snapshot, patient: { ...patient, sex: 'female' } });
  return swapped;
}

/**
 * Swapping an audit attribute may not move the priority unless a rule that names sex explains it.
 *
 * Rules say so themselves (`RuleHit.sexSpecific`): ectopic pregnancy, testicular torsion and their like.
 * An unexplained difference escalates, and names the priority that the other patient would have had.
 */
export const counterfactualFairness: Gate = {
  id: 'counterfactual-fairness',
  check: ({ snapshot, triage, retriage }) => {
    const own = rulePriority(sexNeutral(triage));
    const reasons = counterfactuals(snapshot).flatMap((other) => {
      const theirs = rulePriority(sexNeutral(retriage(other)));
      return rankOf(theirs) > rankOf(own) ? [`the same facts in another patient would be ${theirs}`] : [];
    });
    return escalateIf([...new Set(reasons)]);
  },
};

/** The findings without the rules that are about one sex only. */
export function sexNeutral(findings: TriageFindings): TriageFindings {
  return { ...findings, hits: findings.hits.filter((hit: RuleHit) => hit.sexSpecific !== true) };
}
