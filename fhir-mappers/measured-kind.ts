import type { CodeableConcept } from 'fhir/r4';
import { SYSTEMS } from '#terminology/coding.ts';
import { LAB_KINDS, LAB_RESULTS, type LabKind } from '#terminology/lab-results.ts';
import { VITAL_KINDS, VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import { codingsOf, loincCodes } from './codeable-concept.ts';

/** What an observation measures: a vital sign or a laboratory result. */
export type MeasuredKind = VitalKind | LabKind;

/** How a kind is written and when it can be believed. */
export interface MeasuredSpec {
  readonly kind: MeasuredKind;
  readonly display: string;
  readonly unit: string;
  readonly plausible: readonly [number, number];
  readonly staleAfterHours: number;
  /** g/mol, where charts write mass instead of amount of substance. */
  readonly molarMass?: number;
}

/** Molar masses of the molecules, rounded; ketones as beta-hydroxybutyrate. */
const MOLAR_MASS: Partial<Record<MeasuredKind, number>> = {
  glucose: 180.156,
  creatinine: 113.12,
  lactate: 90.08,
  ketones: 104.1,
};

/** SNOMED CT observables, used where LOINC is not (UK, Australia). From memory: unverified. */
const SNOMED_KINDS: Readonly<Record<string, VitalKind>> = {
  '271649006': 'systolic',
  '271650006': 'diastolic',
  '364075005': 'heart-rate',
  '78564009': 'heart-rate',
  '86290005': 'respiratory-rate',
  '386725007': 'temperature',
  '431314004': 'spo2',
  '103228002': 'spo2',
  '27113001': 'weight',
};

const SPECS: ReadonlyMap<MeasuredKind, MeasuredSpec> = new Map<MeasuredKind, MeasuredSpec>([
  ...VITAL_KINDS.map((kind) => [kind, { kind, ...VITAL_SIGNS[kind], molarMass: MOLAR_MASS[kind] }] as const),
  ...LAB_KINDS.map((kind) => [kind, { kind, ...LAB_RESULTS[kind], molarMass: MOLAR_MASS[kind] }] as const),
]);

const LOINC_KINDS: ReadonlyMap<string, MeasuredKind> = new Map([
  ...VITAL_KINDS.flatMap((kind) => VITAL_SIGNS[kind].loinc.map((code) => [code, kind] as const)),
  ...LAB_KINDS.flatMap((kind) => LAB_RESULTS[kind].loinc.map((code) => [code, kind] as const)),
]);

export function specOf(kind: MeasuredKind): MeasuredSpec {
  const spec = SPECS.get(kind);
  if (spec === undefined) throw new TypeError(`no such kind: ${kind}`);
  return spec;
}

/** True for a kind of laboratory result; false for vital signs and everything else. */
export function isLab(kind: string): kind is LabKind {
  return (LAB_KINDS as readonly string[]).includes(kind);
}

/**
 * What the code of an Observation or of a component measures: the first code that is known.
 *
 * Several codes on one Observation are one measurement (US Core sends both SpO2 codes).
 *
 * @returns `undefined` for panels (85354-9, 55284-4: their components carry the values) and all that is not read.
 */
export function kindOfCode(code: CodeableConcept | undefined): MeasuredSpec | undefined {
  const loinc = loincCodes(code).flatMap((one) => LOINC_KINDS.get(one) ?? []);
  const snomed = codingsOf(code).flatMap(({ system, code: one }) =>
    system === SYSTEMS.snomed ? (SNOMED_KINDS[one] ?? []) : [],
  );
  const kind = loinc[0] ?? snomed[0];
  return kind === undefined ? undefined : specOf(kind);
}
