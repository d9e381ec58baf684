import type { ClinicalSnapshot, FactSource } from '#fhir-mappers/clinical-snapshot.ts';
import type { Priority } from '#terminology/priority.ts';

/** Where a threshold or a trigger comes from. `verified` is false for what was written from memory. */
export interface Citation {
  readonly organisation: string;
  readonly title: string;
  readonly year: number;
  readonly verified: boolean;
}

/** A fact that made a rule fire, in words a nurse can check, with where it stands. */
export interface Fact {
  readonly text: string;
  readonly source?: FactSource;
}

/** A question whose answer could change the priority. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly reason: string;
  readonly couldRaiseTo?: Priority;
}

/**
 * A rule that fired: the patient may not be proposed below `floor`.
 *
 * `kind` tells the catalogue it comes from; `escalate` asks for a physician at once.
 */
export interface RuleHit {
  readonly id: string;
  readonly title: string;
  readonly kind: 'red-flag' | 'vital' | 'drug';
  readonly floor: Priority;
  readonly escalate: boolean;
  /** True for a rule that is about one sex only (ectopic pregnancy, testicular torsion): it explains a swap. */
  readonly sexSpecific?: boolean;
  /** True for a rule that harmless stories meet as often as emergencies: see `indicators.ts`. */
  readonly indicator?: boolean;
  /** True for an indicator that the rest of the story speaks against: something to ask about, no reason. */
  readonly settled?: boolean;
  readonly facts: readonly Fact[];
  readonly source: Citation;
}

/** A caution that sets no floor: shown to the nurse, never a dose or a prescription. */
export interface Caution {
  readonly id: string;
  readonly text: string;
  readonly source?: Citation;
}

/** All that rules and protocol say of a snapshot. Deterministic: the same snapshot gives the same value. */
export interface TriageFindings {
  readonly hits: readonly RuleHit[];
  /** What the protocol proposes for what is left after the floors, with its reasons. */
  readonly protocol: {
    readonly priority: Priority;
    /** True where medium is only what is usual for such complaints: nothing about this patient speaks for it. */
    readonly undecided?: boolean;
    readonly reasons: readonly Fact[];
    readonly against: readonly Fact[];
  };
  readonly questions: readonly Question[];
  readonly cautions: readonly Caution[];
  readonly news2?: {
    readonly atLeast: number;
    readonly missing: readonly string[];
    readonly anySingleThree: boolean;
  };
}

/** Asks every rule of the catalogue and then the protocol. */
export type Triage = (snapshot: ClinicalSnapshot) => TriageFindings;
