import { assess } from '#cds-service/assess/assess.ts';
import type { DraftEvidence } from '#cds-service/drafting/facts/fact-sheet.ts';
import { writeQuery } from '#cds-service/retrieval/write-query.ts';
import { triage } from '#cds-service/triage/triage.ts';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { type ChartedCase, caseData } from '#models/training/cases/charted-case.ts';
import type { Case } from '#models/training/cases/generate.ts';

export const CASE_TIME = new Date('2026-11-21T10:00:00.000Z');

/** A case as the service would have it when a draft is asked for. */
export interface AssessedCase {
  readonly assessment: Assessment;
  readonly evidence: DraftEvidence & { readonly snapshot: ClinicalSnapshot };
}

/** Rules and protocol over a case, without models and index: the facts of a draft do not depend on them. */
export function assessCase(
  one: Case | ChartedCase,
  change: (data: PatientData) => PatientData = (data) => data,
): AssessedCase {
  return assessData(change(caseData({ ...one, vitals: { ...one.vitals } }, CASE_TIME)));
}

export function assessData(data: PatientData): AssessedCase {
  const snapshot = takeSnapshot(data, { asOf: CASE_TIME.toISOString(), hook: 'encounter-start' });
  const found = triage(snapshot);
  const nothing = { state: 'unavailable', code: 'not-installed' } as const;
  const assessment = assess(
    {
      snapshot,
      query: writeQuery(snapshot, found.hits),
      triage: found,
      evidence: nothing,
      prediction: nothing,
      story: { state: 'unavailable', code: 'not-installed' },
      retriage: triage,
    },
    {
      id: '6f1c2d3e-0000-4000-8000-000000000001',
      hook: 'encounter-start',
      subject: { patient: 'case' },
      versions: { service: 'test' },
    },
  );
  return { assessment, evidence: { snapshot, identifiers: [] } };
}
