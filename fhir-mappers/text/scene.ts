import type { ConceptKind } from '#terminology/lexicon/concept.ts';
import type { FindingState } from '../clinical-snapshot.ts';
import type { Layout } from './layout.ts';
import type { Token } from './tokens.ts';

/** A concept in the text by its tokens. */
export interface TextMention {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly sites: readonly string[];
  /** Half-open range of tokens. */
  readonly from: number;
  readonly to: number;
  /** Where the parts of a saying stand: the words between are not part of it. */
  readonly members?: readonly (readonly [number, number])[];
}

/** What the stages of context look at. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly layout: Layout;
  /** In order of `from`. */
  readonly mentions: readonly TextMention[];
  /** 1 where a token is part of a mention, so that its own negation is not read twice ("not breathing"). */
  readonly covered: Uint8Array;
}

/** What context says of one mention. Stages fill it in order; later ones only where the earlier said nothing. */
export interface Judgement {
  state: FindingState;
  /** Negated only as a later member of a list that nothing closed: doubtful when nothing else is left. */
  weak?: boolean;
  /** It was there and is no more. */
  resolved?: boolean;
  /** Durations said of the past ("3 years ago") do not count as long-standing. */
  past?: boolean;
}

const MODIFIER_KINDS: ReadonlySet<ConceptKind> = new Set([
  'onset',
  'course',
  'severity',
  'quality',
  'radiation',
]);

/** True for words that only describe another finding. */
export function isModifier(mention: TextMention): boolean {
  return MODIFIER_KINDS.has(mention.kind);
}

/** Kinds that last: "history of diabetes" is diabetes now. */
const LASTING: ReadonlySet<ConceptKind> = new Set([
  'history',
  'device',
  'medicine',
  'pregnancy',
  'social',
  'reassuring',
  'reassurance',
  'administrative',
  'behaviour',
]);

export function isLasting(mention: TextMention): boolean {
  return LASTING.has(mention.kind);
}

/** Index of the first mention that starts at or after a token. Binary search: called once a trigger. */
export function firstMentionFrom(mentions: readonly TextMention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.from < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
