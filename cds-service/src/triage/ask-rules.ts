import { rankOf } from '#terminology/priority.ts';
import type { Rule } from './catalogue-rule.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import { isSexSpecific } from './describe-trigger.ts';
import { evaluate } from './evaluate.ts';
import type { FactIndex } from './fact-index.ts';
import type { Fact, RuleHit } from './rule.ts';
import { indexTriggers, mayBeMet, type TriggerIndex } from './rule-index.ts';

/** What is worked out once for a catalogue, not once for each patient. */
interface Prepared {
  readonly triggers: TriggerIndex;
  readonly sexSpecific: readonly boolean[];
}

const preparedFor = new WeakMap<readonly Rule[], Prepared>();

function prepare(rules: readonly Rule[]): Prepared {
  const known = preparedFor.get(rules);
  if (known !== undefined) return known;
  const triggers = rules.map(({ when }) => when);
  const prepared = { triggers: indexTriggers(triggers), sexSpecific: triggers.map(isSexSpecific) };
  preparedFor.set(rules, prepared);
  return prepared;
}

/**
 * Asks every rule that these facts could meet; the others cannot fire.
 *
 * @returns The hits, the highest floor first and in the catalogue's order within a floor, each with the
 *   distinct facts that made it fire.
 */
export function askRules(rules: readonly Rule[], index: FactIndex): readonly RuleHit[] {
  const hits: RuleHit[] = [];
  const { triggers, sexSpecific } = prepare(rules);
  for (const at of mayBeMet(triggers, index)) {
    const rule = rules[at]!;
    const facts = evaluate(rule.when, index, CIRCUMSTANCES);
    if (facts === undefined) continue;
    const { id, title, kind, floor, escalate, source } = rule;
    const forOneSex = sexSpecific[at] ? { sexSpecific: true } : {};
    const alone = rule.indicator ? { indicator: true } : {};
    hits.push({ id, title, kind, floor, escalate, ...forOneSex, ...alone, facts: distinct(facts), source });
  }
  // The sort is stable: rules of one floor keep the catalogue's order.
  return hits.sort((a, b) => rankOf(b.floor) - rankOf(a.floor));
}

/** Facts without repetition of the same words from the same place. */
export function distinct(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts;
  const seen = new Set<string>();
  return facts.filter(({ text, source }) => {
    const key = `${text}|${source?.span?.[0] ?? ''}|${source?.reference ?? ''}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
