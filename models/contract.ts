import type { Unavailable } from '#fhir-mappers/data-state.ts';

/** Execution providers in the order in which they are tried. */
export type Provider = 'cuda' | 'webgpu' | 'cpu';

/** One vector per text, in the order given, each of unit length. */
export type Embeddings = readonly Float32Array[];

/** Who embedded: needed to tell whether an index was made by the same model. */
export interface EmbedderInfo {
  readonly name: string;
  readonly version: string;
  readonly dimensions: number;
  readonly provider: Provider;
}

/**
 * Turns texts into vectors.
 *
 * Never throws for expected trouble: a missing file, a wrong hash, a dead worker or an aborted signal is
 * `Unavailable`, so that rules go on without it. Texts longer than the model takes are cut at its limit.
 */
export interface Embedder {
  readonly info: EmbedderInfo | Unavailable;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embeddings | Unavailable>;
  close(): Promise<void>;
}

/**
 * What the triage model reads. Values are in the units of `VITAL_SIGNS`; `undefined` means not known.
 *
 * Race, ethnicity, payer, language and names are not here, so they cannot reach it.
 */
export interface FeatureInput {
  readonly ageYears?: number;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly vitals: Readonly<Partial<Record<string, number>>>;
  readonly arrivedByAmbulance?: boolean;
  /** Concept ids of chronic conditions; `undefined` when the list could not be read. */
  readonly conditions?: readonly string[];
  readonly pregnant?: boolean;
  /** Concept ids of present findings. */
  readonly concepts: readonly string[];
  /** Mean vector of the complaint's clauses that are about this patient now. */
  readonly complaintVector?: Float32Array;
}

/** Calibrated output of the triage model for one patient. Probabilities 0 to 1. */
export interface Prediction {
  readonly name: string;
  readonly version: string;
  readonly provider: Provider;
  readonly probabilities: {
    readonly low: number;
    readonly medium: number;
    readonly high: number;
    readonly critical: number;
  };
  /** Probability of admission to critical care or death. */
  readonly criticalOutcome: number;
  /** Conformal set, most urgent first. */
  readonly set: readonly ('low' | 'medium' | 'high' | 'critical')[];
  readonly zone: 'low' | 'ask' | 'high';
  readonly outOfDistribution: boolean;
  /** How much each known fact adds to the probability of a critical outcome, the largest first. */
  readonly effects: readonly { readonly fact: string; readonly change: number }[];
  /** How much a vital sign that nobody has measured could add, if it were worrying; the largest first. */
  readonly ask: readonly { readonly fact: string; readonly change: number }[];
}

export interface TriageModel {
  readonly info:
    | { readonly name: string; readonly version: string; readonly provider: Provider }
    | Unavailable;
  predict(input: FeatureInput, signal?: AbortSignal): Promise<Prediction | Unavailable>;
  close(): Promise<void>;
}

/**
 * The reader by meaning: a small head over clause embeddings.
 *
 * @returns for each clause vector, concepts with their probability, the likeliest first; empty for "none of these".
 */
export interface MeaningHead {
  readonly info: { readonly name: string; readonly version: string } | Unavailable;
  classify(
    clauses: Embeddings,
    signal?: AbortSignal,
  ): Promise<
    readonly (readonly { readonly concept: string; readonly probability: number }[])[] | Unavailable
  >;
}

/** A complaint as a whole, as the reader of stories gets it. No name, sex, origin, language or payer is in it. */
export interface Story {
  /** Age, coded vital signs, known conditions and medicines, in one line. */
  readonly about: string;
  /** The complaint's words, said neutrally. */
  readonly words: string;
}

/**
 * What the reader of stories makes of a complaint as a whole.
 *
 * The probabilities are calibrated, 0 to 1; on which side of the model's lines they are is said with them, because a
 * line belongs to the model that it was measured for.
 */
export interface NarrativeOpinion {
  readonly atLeastMedium: number;
  /** High or critical. */
  readonly urgent: number;
  readonly critical: number;
  /** Told as emergencies are told: raises to high. */
  readonly raises: boolean;
  /** Told as those are who need a life-saving intervention now: raises to critical. */
  readonly raisesToCritical: boolean;
  /** Told as what needs an examination today: raises to medium. */
  readonly raisesToMedium: boolean;
  /** Emergencies are hardly ever told like this. */
  readonly unlikeEmergency: boolean;
  /** Critical patients are hardly ever told like this. */
  readonly unlikeCritical: boolean;
  /** Neither emergencies nor what needs an examination today are told like this. */
  readonly soundsMinor: boolean;
  /** The words that make it sound most urgent. */
  readonly telling?: string;
}

/** A second opinion on the whole story: it may be an emergency that no rule names, or name a danger and be none. */
export interface NarrativeModel {
  readonly info:
    | { readonly name: string; readonly version: string; readonly provider: Provider }
    | Unavailable;
  judge(story: Story, signal?: AbortSignal): Promise<NarrativeOpinion | Unavailable>;
  close(): Promise<void>;
}
