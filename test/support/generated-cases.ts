import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import type { TriageFindings } from '#cds-service/triage/rule.ts';
import { triage } from '#cds-service/triage/triage.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { type ChartedCase, caseData } from '#models/training/cases/charted-case.ts';
import { generateCases } from '#models/training/cases/generate.ts';
import type { Priority } from '#terminology/priority.ts';
import { TEST_TIME } from './narrative-snapshot.ts';

const AS_OF = new Date(TEST_TIME);

/** Every so many of the synthetic cases of a seed, spread over conditions, registers and ages. */
export function sampleOfCases(seed: number, every: number): readonly ChartedCase[] {
  return generateCases(seed)
    .filter((_one, index) => index % every === 0)
    .map((one) => ({ ...one, vitals: { ...one.vitals } }));
}

/** The chart of a case as an EHR would send it. */
export function chartOf(one: ChartedCase): PatientData {
  return caseData(one, AS_OF);
}

/** The snapshot of a chart at the tests' time. */
export function snapshotOf(data: PatientData): ClinicalSnapshot {
  return takeSnapshot(data, { asOf: TEST_TIME, hook: 'patient-view' });
}

/** What rules and protocol say of a snapshot. */
export function judge(snapshot: ClinicalSnapshot): {
  readonly priority: Priority;
  readonly findings: TriageFindings;
} {
  const findings = triage(snapshot);
  return { priority: rulePriority(findings), findings };
}

/** The priority of a case, from its chart. */
export function priorityOfCase(one: ChartedCase): Priority {
  return judge(snapshotOf(chartOf(one))).priority;
}
