import type { Facts } from './gold.ts';

/** How long ago it began; the phrase banks hold the words for each. */
export type Onset = 'minutes' | 'hours' | 'day' | 'days' | 'weeks' | 'months' | 'years';

/** Ranges of vital signs that belong to the condition; what is not named is normal for the age. */
export interface VitalRanges {
  readonly sbp?: readonly [number, number];
  readonly dbp?: readonly [number, number];
  readonly hr?: readonly [number, number];
  readonly rr?: readonly [number, number];
  readonly spo2?: readonly [number, number];
  readonly tempC?: readonly [number, number];
  readonly pain?: readonly [number, number];
  readonly avpu?: 'A' | 'V' | 'P' | 'U';
}

/**
 * One presentation: what is wrong, what it means for triage, and the words that people use for it.
 *
 * Every wording of `lay`, `nurse`, `physician` and `terse` carries the decisive facts alone, so that the gold
 * holds whichever is drawn. `lay` is written in the first person with braces for what changes when somebody
 * else speaks: `{I} {have} a pain in {my} chest`. `physician` is a noun phrase that follows "presents with".
 */
export interface Condition {
  readonly id: string;
  readonly system: string;
  readonly facts: Facts;
  /** Where the facts come from: `row N` of the red-flag catalogue, or the guideline. */
  readonly basis: string;
  /** Years, lowest and highest. */
  readonly ages: readonly [number, number];
  readonly sex?: 'female' | 'male';
  /** Left out where the wordings themselves say when. */
  readonly onset?: Onset;
  /** The patient cannot speak for themself. */
  readonly othersOnly?: true;
  readonly lay: readonly string[];
  readonly nurse: readonly string[];
  readonly physician: readonly string[];
  readonly terse: readonly string[];
  /** Associated facts that change nothing about the priority, in lay words and as fragments of a note. */
  readonly extraLay?: readonly string[];
  readonly extraNote?: readonly string[];
  /** Findings that are absent: noun phrases. */
  readonly absent?: readonly string[];
  readonly vitals?: VitalRanges;
  /** The gold rests on these vital signs, so each case states them. */
  readonly vitalsNeeded?: true;
  /** Nobody has measured anything yet: no vital signs in any case. */
  readonly unmeasured?: true;
  /** What the chart holds in every case because the gold rests on it. */
  readonly chart?: { readonly conditions?: readonly string[]; readonly medications?: readonly string[] };
  /** Names of the diagnosis that may never be in a text. */
  readonly diagnosis: readonly string[];
}

/** The lines of a block of wordings, trimmed, without empty ones. */
export function lines(block: string): readonly string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
