import type { Coding } from '#terminology/coding.ts';
import type { LabKind } from '#terminology/lab-results.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import type { Loaded } from './data-state.ts';

/** Where a fact came from, exact enough to show it to the nurse. */
export interface FactSource {
  /** `complaint` text, a coded `chart` resource, a `questionnaire` answer, or read by `meaning`. */
  readonly origin: 'complaint' | 'chart' | 'questionnaire' | 'meaning';
  /** Relative FHIR reference (`Observation/123`) where there is one. */
  readonly reference?: string;
  /** Half-open range of UTF-16 units in the complaint's text. */
  readonly span?: readonly [number, number];
  /** ISO instant at which the fact was true or recorded. */
  readonly at?: string;
}

/** Whose and when a finding is. Only `present` and `uncertain` may fire a rule; `uncertain` counts as present. */
export type FindingState =
  | 'present'
  | 'uncertain'
  | 'absent'
  | 'past'
  | 'family'
  | 'hypothetical'
  | 'other-person';

export type Onset = 'sudden' | 'gradual';
export type Course = 'worsening' | 'improving' | 'resolved' | 'intermittent' | 'chronic' | 'unchanged';
export type Severity = 'mild' | 'moderate' | 'severe';

/**
 * A coded fact with its context: a symptom, sign, mechanism, exposure, history or circumstance.
 *
 * `concept` is an id of the lexicon (`terminology/lexicon`), for example `chest-pain`.
 */
export interface Finding {
  readonly concept: string;
  readonly display: string;
  /** The words of the source, as written. */
  readonly text: string;
  readonly state: FindingState;
  readonly source: FactSource;
  readonly onset?: Onset;
  readonly course?: Course;
  readonly severity?: Severity;
  /** Hours since it began, when that was said. */
  readonly durationHours?: number;
  /** Concept ids of sites named with it, e.g. `left`, `arm`. */
  readonly sites?: readonly string[];
  /** How sure the reader by meaning was, 0 to 1; absent when the lexicon read it. */
  readonly probability?: number;
}

/** A number with its unit, in the unit that `VITAL_SIGNS` names for its kind. */
export interface Measurement {
  readonly kind: VitalKind;
  readonly value: number;
  readonly unit: string;
  /** ISO instant; `asOf` of the snapshot for a value written in the complaint. */
  readonly at: string;
  readonly stale: boolean;
  readonly source: FactSource;
}

/** A laboratory result, in the unit that `LAB_RESULTS` names for its kind. */
export interface LabResult {
  readonly kind: LabKind;
  readonly value: number;
  readonly unit: string;
  readonly at: string;
  readonly stale: boolean;
  readonly source: FactSource;
}

export interface ConditionFact {
  readonly display: string;
  readonly codings: readonly Coding[];
  /** Concept ids that the lexicon gives for its codes or its text, e.g. `diabetes`. */
  readonly concepts: readonly string[];
  readonly active: boolean;
  readonly onset?: string;
  readonly source: FactSource;
}

export interface MedicineFact {
  readonly display: string;
  readonly codings: readonly Coding[];
  /** Ingredient names in lower case (`warfarin`), by code map or by reading the display. */
  readonly ingredients: readonly string[];
  /** Class ids (`anticoagulant`), from the ingredients. */
  readonly classes: readonly string[];
  readonly active: boolean;
  readonly source: FactSource;
}

export interface AllergyFact {
  readonly display: string;
  readonly codings: readonly Coding[];
  readonly ingredients: readonly string[];
  readonly classes: readonly string[];
  readonly reaction?: string;
  readonly criticality?: 'low' | 'high';
  readonly source: FactSource;
}

/** What the chart says of pregnancy. `weeks` of gestation, or since delivery for `postpartum`. */
export interface PregnancyFact {
  readonly state: 'pregnant' | 'postpartum' | 'not-pregnant' | 'unknown';
  readonly weeks?: number;
  readonly source?: FactSource;
}

/** Something that was read and could not be used as it stands; each is named on the card. */
export interface DataProblem {
  readonly code:
    | 'unavailable'
    | 'stale'
    | 'implausible'
    | 'unknown-unit'
    | 'contradictory'
    | 'entered-in-error'
    | 'unread-language'
    | 'incomplete'
    | 'missing';
  /** What it is about: a prefetch key, a vital kind, `complaint`, `age` or `sex`. */
  readonly about: string;
  /** One sentence for the nurse. No identifiers. */
  readonly text: string;
  readonly reference?: string;
}

export interface Complaint {
  /** As written, control characters removed. Several sources are joined with newlines. */
  readonly text: string;
  readonly sources: readonly FactSource[];
  /** False when the text is in a language or script that the reader does not know. */
  readonly readable: boolean;
  /** The text cut into clauses, each with whose and when it is; input of the reader by meaning. */
  readonly clauses?: readonly Clause[];
}

export interface Clause {
  readonly text: string;
  readonly span: readonly [number, number];
  readonly state: FindingState;
}

/** Facts true at `asOf`, each with its source; what is missing is named in `problems`. Plain JSON. */
export interface ClinicalSnapshot {
  readonly asOf: string;
  readonly patient: {
    readonly id: string;
    /** Undefined when no usable birth date is known. Fractional years. */
    readonly ageYears?: number;
    readonly sex: 'female' | 'male' | 'other' | 'unknown';
    /** BCP 47 code of the language the patient prefers. */
    readonly language?: string;
  };
  readonly encounter?: {
    readonly id: string;
    readonly status: string;
    readonly class?: string;
    readonly arrival?: 'ambulance' | 'walk-in';
  };
  readonly complaint: Loaded<Complaint>;
  readonly findings: readonly Finding[];
  /** The measurement in force of each kind: the newest usable one. */
  readonly measurements: readonly Measurement[];
  /** Earlier values of the same kinds, newest first, for the trend. */
  readonly history: readonly Measurement[];
  /** The laboratory result in force of each kind. Absent and empty mean the same: none was read. */
  readonly labs?: readonly LabResult[];
  readonly conditions: Loaded<readonly ConditionFact[]>;
  readonly medicines: Loaded<readonly MedicineFact[]>;
  readonly allergies: Loaded<readonly AllergyFact[]>;
  /** True only where the chart states it (SNOMED CT 716186003 or an equal statement). */
  readonly noKnownAllergies: boolean;
  readonly pregnancy: PregnancyFact;
  readonly problems: readonly DataProblem[];
}
