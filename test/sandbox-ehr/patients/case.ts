import type { VitalKind } from '#terminology/vital-signs.ts';

/** One vital sign of a case. Without `unit` it is in the unit that `VITAL_SIGNS` names for its kind. */
export interface CaseVital {
  readonly kind: VitalKind;
  readonly value: number;
  readonly unit?: string;
  readonly minutesAgo: number;
  readonly status?: 'final' | 'entered-in-error';
}

export interface CaseCondition {
  readonly snomed: string;
  readonly display: string;
  readonly resolved?: boolean;
}

export interface CaseMedicine {
  readonly rxnorm: string;
  readonly display: string;
  /** The two ways in which charts hold medicines. */
  readonly as: 'statement' | 'request';
  readonly stopped?: boolean;
}

export interface CaseAllergy {
  readonly snomed?: string;
  readonly rxnorm?: string;
  readonly display: string;
  readonly reaction?: string;
  readonly criticality?: 'low' | 'high';
}

/**
 * One synthetic patient, written by us from guidelines; no vignette or real person stands behind it.
 *
 * `shows` names the states of data that the case is there to show.
 */
export interface Case {
  readonly id: string;
  /** Running number in the clinic, for record number, address and telephone. */
  readonly number: number;
  readonly given: string;
  readonly family: string;
  readonly gender: 'female' | 'male';
  /** Age at the visit: years, or days for infants. */
  readonly age: { readonly years: number } | { readonly days: number };
  readonly language?: string;
  readonly shows: readonly string[];
  readonly complaint?: {
    readonly text: string;
    readonly via: 'reason' | 'questionnaire' | 'observation';
    readonly answers?: readonly (readonly [question: string, answer: string])[];
  };
  readonly arrivedMinutesAgo: number;
  readonly byAmbulance?: boolean;
  readonly vitals: readonly CaseVital[];
  readonly conditions: readonly CaseCondition[];
  readonly medicines: readonly CaseMedicine[];
  /** A list; `none-known` when the chart says so; `not-asked` when it is silent; `unreadable` when it fails. */
  readonly allergies: readonly CaseAllergy[] | 'none-known' | 'not-asked' | 'unreadable';
  readonly pregnantWeeks?: number;
}

/** A usual set of vital signs taken at one time. */
export function vitals(minutesAgo: number, values: Partial<Record<VitalKind, number>>): readonly CaseVital[] {
  return Object.entries(values).map(([kind, value]) => ({ kind: kind as VitalKind, value, minutesAgo }));
}
