import type { Course, Onset, Severity } from '#fhir-mappers/clinical-snapshot.ts';
import type { LabKind } from '#terminology/lab-results.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';

/** Bounds of a number, in the unit of its kind. Several bounds must all hold. */
export interface Bounds {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
}

/** What else must be true of a finding. What the source does not say never excludes, except where noted. */
export interface Qualifiers {
  readonly onset?: Onset;
  /** At least this severe. A finding without a severity does not pass. */
  readonly severity?: Severity;
  /** Passes unless the source calls it mild. */
  readonly notMild?: true;
  /** Began at most so many hours ago, or nobody said when. */
  readonly withinHours?: number;
  /** Has lasted at least so many hours. Unknown does not pass. */
  readonly lastingHours?: number;
  readonly course?: readonly Course[];
  readonly notCourse?: readonly Course[];
  /** Long-standing findings count too. Without it `chronic` and `unchanged` ones do not. */
  readonly evenChronic?: true;
  /** Concepts, with all narrower ones, that do not count here. */
  readonly except?: readonly string[];
  /** One of these sites was named with it. */
  readonly sites?: readonly string[];
}

/**
 * When a rule fires, as plain JSON.
 *
 * `finding`: one of these concepts, or something narrower, is present or uncertain in this patient now.
 * `history`: present, uncertain or past in the text, or on the problem list. `denied`: said to be absent.
 * `not` is meant for reassuring facts and age limits only: see README.
 */
export type Trigger =
  | { readonly all: readonly Trigger[] }
  | { readonly any: readonly Trigger[] }
  | { readonly atLeast: number; readonly of: readonly Trigger[] }
  | { readonly not: Trigger }
  | ({ readonly finding: readonly string[] } & Qualifiers)
  | { readonly history: readonly string[] }
  | { readonly denied: readonly string[] }
  | ({ readonly vital: VitalKind } & Bounds)
  | ({ readonly lab: LabKind } & Bounds)
  | { readonly beyond: string }
  | { readonly measured: VitalKind }
  | ({ readonly score: ScoreName } & Bounds)
  | { readonly age: { readonly from?: number; readonly under?: number; readonly orUnknown?: true } }
  | { readonly sex: 'female' | 'male' }
  | {
      readonly pregnancy: {
        readonly states: readonly ('pregnant' | 'postpartum' | 'not-pregnant' | 'unknown')[];
        /** Weeks of gestation, or since delivery when postpartum. Unknown weeks pass. */
        readonly weeksFrom?: number;
        readonly weeksUnder?: number;
      };
    }
  | { readonly medicine: readonly string[] }
  | { readonly allergy: readonly string[] }
  | { readonly words: { readonly atMost: number } }
  | { readonly circumstance: string };

/** Numbers that are computed from several measurements. */
export type ScoreName = 'news2' | 'shock-index' | 'qsofa' | 'systolic-drop';

export const all = (...triggers: Trigger[]): Trigger => ({ all: triggers });
export const any = (...triggers: Trigger[]): Trigger => ({ any: triggers });
export const atLeast = (count: number, ...of: Trigger[]): Trigger => ({ atLeast: count, of });
export const not = (trigger: Trigger): Trigger => ({ not: trigger });
/** One of the concepts, without qualifiers. */
export const has = (...concepts: string[]): Trigger => ({ finding: concepts });
/** One of the concepts, with qualifiers. */
export const hasWith = (concepts: string | readonly string[], qualifiers: Qualifiers): Trigger => ({
  finding: typeof concepts === 'string' ? [concepts] : concepts,
  ...qualifiers,
});
export const history = (...concepts: string[]): Trigger => ({ history: concepts });
export const denied = (...concepts: string[]): Trigger => ({ denied: concepts });
export const vital = (kind: VitalKind, bounds: Bounds): Trigger => ({ vital: kind, ...bounds });
export const lab = (kind: LabKind, bounds: Bounds): Trigger => ({ lab: kind, ...bounds });
export const beyond = (limit: string): Trigger => ({ beyond: limit });
export const score = (name: ScoreName, bounds: Bounds): Trigger => ({ score: name, ...bounds });
/** From so many years. */
export const from = (years: number): Trigger => ({ age: { from: years } });
export const under = (years: number): Trigger => ({ age: { under: years } });
export const between = (years: number, limit: number): Trigger => ({ age: { from: years, under: limit } });
/** Adult, or nobody said how old: an unknown age never hides a rule for adults. */
export const adult = (years = 16): Trigger => ({ age: { from: years, orUnknown: true } });
export const female: Trigger = { sex: 'female' };
export const male: Trigger = { sex: 'male' };
export const takes = (...classesOrIngredients: string[]): Trigger => ({ medicine: classesOrIngredients });
export const when = (circumstance: string): Trigger => ({ circumstance });
export const pregnant = (weeks: { from?: number; under?: number } = {}): Trigger => ({
  pregnancy: {
    states: ['pregnant'],
    ...(weeks.from === undefined ? {} : { weeksFrom: weeks.from }),
    ...(weeks.under === undefined ? {} : { weeksUnder: weeks.under }),
  },
});
export const postpartum = (underWeeks = 6): Trigger => ({
  pregnancy: { states: ['postpartum'], weeksUnder: underWeeks + 0.01 },
});
