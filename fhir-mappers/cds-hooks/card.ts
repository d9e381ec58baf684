import type { Resource } from 'fhir/r4';
import type { Coding } from '#terminology/coding.ts';

/** CDS Hooks 2.0 response and its parts, as sent. */
export interface CdsResponse {
  readonly cards: readonly Card[];
}

export interface Card {
  readonly uuid: string;
  /** Fewer than 140 characters (CH-82). */
  readonly summary: string;
  /** GitHub-flavoured Markdown; text from outside is escaped (CH-84). */
  readonly detail?: string;
  readonly indicator: 'info' | 'warning' | 'critical';
  readonly source: CardSource;
  readonly suggestions?: readonly Suggestion[];
  readonly selectionBehavior?: 'at-most-one' | 'any';
  readonly overrideReasons?: readonly Required<Coding>[];
  readonly links?: readonly Link[];
  readonly extension?: Readonly<Record<string, unknown>>;
}

export interface CardSource {
  readonly label: string;
  readonly url?: string;
  readonly icon?: string;
  readonly topic?: Coding;
}

export interface Suggestion {
  readonly label: string;
  readonly uuid: string;
  readonly isRecommended?: boolean;
  readonly actions?: readonly Action[];
}

export interface Action {
  readonly type: 'create' | 'update' | 'delete';
  readonly description: string;
  readonly resource?: Resource;
  readonly resourceId?: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
  readonly type: 'absolute' | 'smart';
  readonly appContext?: string;
}
