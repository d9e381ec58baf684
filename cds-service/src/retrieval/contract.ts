import type { Unavailable } from '#fhir-mappers/data-state.ts';

export const EVIDENCE_KINDS = ['emergency-protocol', 'clinic-guideline', 'drug-safety', 'reference'] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Source weights of design section 6. */
export const KIND_WEIGHT: Readonly<Record<EvidenceKind, number>> = {
  'emergency-protocol': 2.0,
  'clinic-guideline': 1.5,
  'drug-safety': 1.3,
  reference: 1.0,
};

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
  readonly reviewed: string;
  readonly version: string;
  readonly ageGroups: readonly ('infant' | 'child' | 'adult' | 'older-adult')[];
  readonly pregnancy: 'any' | 'only' | 'never';
  /** Rule ids whose reasons it supports. */
  readonly supports: readonly string[];
  /** Set for a clinic's own document; undefined for ours, which every clinic sees. */
  readonly clinic?: string;
  /** Page of the original document, where there is one. */
  readonly page?: number;
}

/** What is asked of the index, written from the snapshot. Holds no identifiers. */
export interface EvidenceQuery {
  readonly text: string;
  /** Rule ids that fired: their passages are reached without any search. */
  readonly rules: readonly string[];
  readonly ageGroup?: 'infant' | 'child' | 'adult' | 'older-adult';
  readonly pregnant?: boolean;
  readonly clinic?: string;
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
