import type { DropCode } from '#fhir-mappers/drafted-note.ts';
import { type Token, tokenise } from '#fhir-mappers/text/tokens.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { CitedFact } from './cited.ts';

/** Why a sentence may not be shown. */
export interface Fault {
  readonly code: DropCode;
  /** The word, number or concept that it is about; never more than the sentence itself holds. */
  readonly detail?: string;
}

/** A part of a sentence that is checked for itself: what stands between semicolons, without quotations. */
export interface Segment {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export interface CheckInput {
  /** The sentence without what it quotes and without what is word for word a fact of ours. */
  readonly segments: readonly Segment[];
  /** The same without the names of cited facts, which were judged already: what the sentence adds of its own. */
  readonly rest: readonly Segment[];
  /** As `rest`, with the names of measurements left in. */
  readonly values: readonly Segment[];
  readonly cited: readonly CitedFact[];
  readonly sheet: FactSheet;
  readonly asOf: string;
}

export type Check = (input: CheckInput) => readonly Fault[];

export function segmentsOf(text: string): readonly Segment[] {
  return text
    .split(/;|(?<=[.?!])\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part, tokens: tokenise(part) }));
}
