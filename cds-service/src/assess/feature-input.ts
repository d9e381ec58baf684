import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import type { FeatureInput } from '#models/contract.ts';

/** What the triage model may see of a snapshot: stale values, and findings not of this patient now, are left out. */
export function featureInput(
  snapshot: ClinicalSnapshot,
  complaintVector: Float32Array | undefined,
): FeatureInput {
  const { patient, pregnancy, conditions, encounter } = snapshot;
  const vitals = Object.fromEntries(
    snapshot.measurements.filter(({ stale }) => !stale).map(({ kind, value }) => [kind, value]),
  );
  const active =
    conditions.state === 'present' ? conditions.value.filter((condition) => condition.active) : [];
  return {
    sex: patient.sex,
    ...(patient.ageYears === undefined ? {} : { ageYears: patient.ageYears }),
    vitals,
    ...(encounter?.arrival === undefined ? {} : { arrivedByAmbulance: encounter.arrival === 'ambulance' }),
    ...(conditions.state === 'unavailable' ? {} : { conditions: active.flatMap(({ concepts }) => concepts) }),
    ...(pregnancy.state === 'unknown' ? {} : { pregnant: pregnancy.state === 'pregnant' }),
    concepts: snapshot.findings
      .filter(({ state }) => state === 'present' || state === 'uncertain')
      .map(({ concept }) => concept),
    ...(complaintVector === undefined ? {} : { complaintVector }),
  };
}
