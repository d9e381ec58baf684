import { rankOf } from '#terminology/priority.ts';
import type { Rule } from './catalogue-rule.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import { isSexSpecific } from './describe-trigger.ts';
import { evaluate } from './evaluate.ts';
import type { FactIndex } from './fact-index.ts';
import type { Fact, RuleHit } from './rule.ts';

/**
 * Asks every rule, none excepted.
 *
 * @returns The hits, the highest floor first and in the catalogue's order within a floor, each with the
 *   distinct facts that made it fire.
 */
export function askRules(rules: readonly Rule[], index: FactIndex): readonly RuleHit[] {
  const hits: RuleHit[] = [];
  for (const rule of rules) {
    const facts = evaluate(rule.when, index, CIRCUMSTANCES);
    if (facts === undefined) continue;
    const { id, title, kind, floor, escalate, source } = rule;
    const sexSpecific = isSexSpecific(rule.when) ? { sexSpecific: true } : {};
    hits.push({ id, title, kind, floor, escalate, ...sexSpecific, facts: distinct(facts), source });
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
