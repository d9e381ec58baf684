import type { Unavailable } from '#fhir-mappers/data-state.ts';
export declare const EVIDENCE_KINDS: readonly [
  'emergency-protocol',
  'clinic-guideline',
  'drug-safety',
  'reference',
];
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
/** Source weights of design section 6. */
export declare const KIND_WEIGHT: Readonly<Record<EvidenceKind, number>>;
export declare const AGE_GROUPS: readonly ['infant', 'child', 'adult', 'older-adult'];
/** Under 1 year, 1 to 15, 16 to 64, 65 and over. */
export type AgeGroup = (typeof AGE_GROUPS)[number];
export declare const SETTINGS: readonly ['primary-care', 'telephone', 'emergency-department'];
export type Setting = (typeof SETTINGS)[number];
/** A piece of the knowledge base: one topic, 60 to 180 words, with its source. */
export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly organisation: string;
  readonly document: string;
  readonly year: number;
  readonly link?: string;
  /** False while nobody has compared the text with the document itself; such a passage says so when shown. */
  readonly verified: boolean;
  /** ISO date of the last review of our text, and the text's own version. */
  readonly reviewed: string;
  readonly version: string;
  readonly ageGroups: readonly AgeGroup[];
  /** `only` means pregnant or within the weeks after birth. */
  readonly pregnancy: 'any' | 'only' | 'never';
  readonly settings: readonly Setting[];
  /** How patients, nurses and physicians put it, in a few words each: found by these as well as by its text. */
  readonly askedAs?: readonly string[];
  /** Rule ids whose reasons it supports. */
  readonly supports: readonly string[];
  /** Set for a clinic's own document; undefined for ours, which every clinic sees. */
  readonly clinic?: string;
  /** Page of the original document, where there is one, and the headings above the passage. */
  readonly page?: number;
  readonly heading?: string;
}
/** What is asked of the index, written from the snapshot. Holds no identifiers. */
export interface EvidenceQuery {
  readonly text: string;
  /** Rule ids that fired: their passages are reached without any search. */
  readonly rules: readonly string[];
  readonly ageGroup?: AgeGroup;
  /** True also in the weeks after birth; undefined when it is not known, and then nothing is left out. */
  readonly pregnant?: boolean;
  readonly setting?: Setting;
  readonly clinic?: string;
  /** False when nothing medical was recognised in the words: a passage must then be clearly about them. */
  readonly recognised?: boolean;
  readonly limit: number;
}
export interface RetrievedPassage {
  readonly passage: Passage;
  /** Relevance after fusion and weights, 0 to 1; comparable inside one answer only. */
  readonly score: number;
  readonly by: 'rule' | 'search';
}
/** Empty `passages` is an honest nothing: the index was asked and nothing fits. */
export interface RetrievedEvidence {
  readonly passages: readonly RetrievedPassage[];
  readonly index: {
    readonly store: 'embedded' | 'weaviate';
    readonly version: string;
    readonly size: number;
  };
}
/** Searches the knowledge base. `vector` is absent when the embedder is: lexical search alone then answers. */
export interface EvidenceStore {
  retrieve(
    query: EvidenceQuery,
    vector: Float32Array | undefined,
    signal?: AbortSignal,
  ): Promise<RetrievedEvidence | Unavailable>;
  close(): Promise<void>;
}
/** A store that can be asked how it is, for the readiness page. */
export interface CheckedEvidenceStore extends EvidenceStore {
  /** @returns how many passages it holds, or why it cannot answer now. Never throws, never takes longer than a second. */
  check(): Promise<
    | {
        readonly size: number;
      }
    | Unavailable
  >;
}
