import type { Unavailable } from '#fhir-mappers/data-state.ts';
import type { DraftAdapter, DraftedNote, DraftKind, DraftSection } from '#fhir-mappers/drafted-note.ts';
import type { FactSheet } from './facts/fact.ts';

/** A sentence as an adapter wrote it, before any check. */
export interface WrittenSentence {
  readonly section?: DraftSection;
  readonly text: string;
  /** Ids of facts and passages, as the adapter gave them. */
  readonly cites: readonly string[];
}

/** What a model is asked: the whole of it, so that a nurse can read what left for the model. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

export interface DraftJob {
  readonly kind: DraftKind;
  readonly sheet: FactSheet;
  readonly prompt: Prompt;
}

export interface DraftOptions {
  readonly signal: AbortSignal;
  /** Told of the text so far, at most a few times a second; nothing of it has been checked. */
  readonly onText?: (text: string, tokens: number) => void;
  /** Told what the adapter is busy with. */
  readonly onStage?: (stage: 'waiting' | 'loading' | 'prompt' | 'writing') => void;
}

export interface DrafterInfo {
  readonly adapter: DraftAdapter;
  readonly name: string;
  readonly version?: string;
  readonly provider?: string;
}

/**
 * Writes a draft from facts.
 *
 * Never throws for expected trouble: a missing model, a closed gate, a full queue, a server that fails or a signal that
 * aborts is `Unavailable`. What it writes is checked sentence by sentence by `draftNote`, whoever wrote it.
 */
export interface Drafter {
  readonly adapter: DraftAdapter;
  /** What would answer now; `Unavailable` with the reason why it stays off. */
  readonly info: DrafterInfo | Unavailable;
  draft(job: DraftJob, options: DraftOptions): Promise<readonly WrittenSentence[] | Unavailable>;
  close(): Promise<void>;
}

/** The sentences that make up a note, with what was left out. */
export type NoteParts = Pick<DraftedNote, 'sentences' | 'dropped'>;
