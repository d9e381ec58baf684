import type { Priority } from '#terminology/priority.ts';
import type { Citation, RuleHit } from './rule.ts';
import type { Trigger } from './trigger.ts';

/** What a nurse is asked when a rule is half met. */
export interface RuleQuestion {
  /** Asked when this holds and the rule has not fired. */
  readonly when: Trigger;
  /** Concepts and vital kinds that answer it: known or denied already, it is not asked. */
  readonly about: readonly string[];
  readonly text: string;
  readonly reason: string;
}

/** One row of the catalogue: plain data, so that a clinic's file can hold the same. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly kind: RuleHit['kind'];
  readonly version: number;
  readonly floor: Priority;
  /** Asks for a physician at once. */
  readonly escalate: boolean;
  /** True for what harmless stories meet as well: see `indicators.ts`. */
  readonly indicator?: boolean;
  readonly when: Trigger;
  readonly question?: RuleQuestion;
  readonly source: Citation;
  /** Narratives in which it must fire, and benign neighbours in which it must not. Own invention. */
  readonly fires: readonly string[];
  readonly spares: readonly string[];
}

/** What differs from row to row; the rest has a default. */
export interface RuleDetails {
  readonly when: Trigger;
  readonly source: Citation;
  readonly fires: readonly string[];
  readonly spares: readonly string[];
  readonly ask?: RuleQuestion;
  readonly escalate?: boolean;
  readonly kind?: RuleHit['kind'];
  readonly version?: number;
}

/** Writes a row with the floor `critical`: a physician is asked for at once. */
export function critical(id: string, title: string, details: RuleDetails): Rule {
  return row('critical', { id, title }, { escalate: true, ...details });
}

/** Writes a row with the floor `high`. */
export function high(id: string, title: string, details: RuleDetails): Rule {
  return row('high', { id, title }, details);
}

/** Writes a row with the floor `medium`. */
export function medium(id: string, title: string, details: RuleDetails): Rule {
  return row('medium', { id, title }, details);
}

function row(
  floor: Priority,
  name: { readonly id: string; readonly title: string },
  details: RuleDetails,
): Rule {
  const { ask, escalate = false, kind = 'red-flag', version = 1, ...rest } = details;
  return {
    ...name,
    floor,
    kind,
    version,
    escalate,
    ...rest,
    ...(ask === undefined ? {} : { question: ask }),
  };
}
