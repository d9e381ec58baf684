import type { FindingState } from '#fhir-mappers/clinical-snapshot.ts';
import type { Priority } from '#terminology/priority.ts';

export type DraftFactKind =
  | 'person'
  | 'pregnancy'
  | 'words' // what the patient said, in the patient's words
  | 'finding'
  | 'measurement'
  | 'condition'
  | 'medicine'
  | 'allergy'
  | 'missing'
  | 'priority'
  | 'reason'
  | 'against'
  | 'question'
  | 'step'
  | 'caution'
  | 'passage';

/** Kinds that say something about this patient; the others are ours: advice, questions, evidence. */
export const ABOUT_PATIENT: ReadonlySet<DraftFactKind> = new Set([
  'person',
  'pregnancy',
  'words',
  'finding',
  'measurement',
  'condition',
  'medicine',
  'allergy',
  'missing',
  'reason',
  'against',
]);

/** One thing that a sentence of a draft may rest on. Holds no identifiers. */
export interface DraftFact {
  /** `F1`, `F2`, ... for facts; `P1`, ... for passages. */
  readonly id: string;
  readonly kind: DraftFactKind;
  /** What it says, in one or a few sentences of ours. */
  readonly text: string;
  /** Other words for the same thing: they support a sentence, but are not sent to a model. */
  readonly alsoSaid?: readonly string[];
  readonly finding?: {
    readonly concept: string;
    readonly display: string;
    readonly state: FindingState;
    readonly details: readonly string[];
  };
  readonly measurement?: {
    readonly kind: string;
    readonly display: string;
    readonly value: number;
    readonly shown: string;
    readonly abnormal: 'low' | 'high' | 'no' | 'unknown';
    readonly stale: boolean;
  };
  /** Ingredients of a medicine or an allergy. */
  readonly ingredients?: readonly string[];
  readonly priority?: Priority;
  /** Id of the question, step, rule or missing item of the assessment. */
  readonly key?: string;
  /** Reads well inside a sentence: `penicillin (rash)`. */
  readonly name?: string;
  /** Set where a text is for one reader only. */
  readonly audience?: 'patient';
  readonly reference?: string;
  readonly source?: string;
}

/** Everything that a draft of one assessment may say. */
export interface FactSheet {
  readonly facts: readonly DraftFact[];
  readonly priority: Priority;
  readonly isChild: boolean;
}

export function ofKind(sheet: FactSheet, kind: DraftFactKind): readonly DraftFact[] {
  return sheet.facts.filter((fact) => fact.kind === kind);
}
