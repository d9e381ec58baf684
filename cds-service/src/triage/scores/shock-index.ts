import type { Measurement } from '#fhir-mappers/clinical-snapshot.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';

/** Heart rate over systolic pressure; undefined unless both are current. */
export function shockIndex(vitals: ReadonlyMap<VitalKind, Measurement>): number | undefined {
  const rate = vitals.get('heart-rate')?.value;
  const systolic = vitals.get('systolic')?.value;
  return rate === undefined || systolic === undefined ? undefined : rate / systolic;
}

/**
 * Quick SOFA (Sepsis-3, 2016): respiratory rate >= 22, systolic <= 100, altered mentation; 0 to 3.
 *
 * @param altered - Whether findings say that the mental state is altered; the measurements are read here.
 */
export function quickSofa(vitals: ReadonlyMap<VitalKind, Measurement>, altered: boolean): number {
  const respiratoryRate = vitals.get('respiratory-rate')?.value ?? 0;
  const systolic = vitals.get('systolic')?.value ?? Number.POSITIVE_INFINITY;
  const mentation =
    altered || (vitals.get('gcs')?.value ?? 15) < 15 || (vitals.get('consciousness')?.value ?? 0) > 0;
  return Number(respiratoryRate >= 22) + Number(systolic <= 100) + Number(mentation);
}
