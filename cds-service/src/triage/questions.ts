import { type Priority, rankOf } from '#terminology/priority.ts';
import { VITAL_KINDS, VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { Rule } from './catalogue-rule.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import { evaluate } from './evaluate.ts';
import type { FactIndex } from './fact-index.ts';
import { GENERAL_QUESTIONS } from './general-questions.ts';
import type { Question } from './rule.ts';
import { indexTriggers, mayBeMet, type TriggerIndex } from './rule-index.ts';

const MOST = 5;

/** Rules with a question, and their triggers, worked out once for a catalogue. */
interface Prepared {
  readonly asking: readonly Rule[];
  readonly triggers: TriggerIndex;
}

const preparedFor = new WeakMap<readonly Rule[], Prepared>();

function prepare(rules: readonly Rule[]): Prepared {
  const known = preparedFor.get(rules);
  if (known !== undefined) return known;
  const asking = rules.filter(({ question }) => question !== undefined);
  const prepared = { asking, triggers: indexTriggers(asking.map(({ question }) => question!.when)) };
  preparedFor.set(rules, prepared);
  return prepared;
}

/**
 * The questions whose answer could raise the priority most, in the order in which a triage nurse would ask.
 *
 * Only what is not known yet is asked: a finding that is present or denied, or a vital sign that was measured,
 * answers every question about it. At most five.
 *
 * @param current - The priority that floors and protocol give now; a question that could not raise it is left out.
 */
export function askQuestions(
  rules: readonly Rule[],
  index: FactIndex,
  current: Priority,
): readonly Question[] {
  const candidates: (Question & { readonly order: number })[] = [];
  const again = toMeasureAgain(index);
  if (again.length > 0) candidates.push(measureAgain(again));
  for (const general of GENERAL_QUESTIONS) {
    if (general.about.some((about) => again.includes(about as VitalKind))) continue;
    if (answered(general.about, index) || rankOf(general.couldRaiseTo) <= rankOf(current)) continue;
    if (evaluate(general.when, index, CIRCUMSTANCES) === undefined) continue;
    const { id, text, reason, couldRaiseTo, order } = general;
    candidates.push({ id, text, reason, couldRaiseTo, order });
  }
  const { asking, triggers } = prepare(rules);
  for (const at of mayBeMet(triggers, index)) {
    const rule = asking[at]!;
    const question = rule.question!;
    if (rankOf(rule.floor) <= rankOf(current) || answered(question.about, index)) continue;
    if (evaluate(question.when, index, CIRCUMSTANCES) === undefined) continue;
    const { text, reason } = question;
    candidates.push({ id: `ask-${rule.id}`, text, reason, couldRaiseTo: rule.floor, order: 50 });
  }
  const effect = ({ couldRaiseTo = 'low' }: Question): number => rankOf(couldRaiseTo);
  return candidates
    .sort((a, b) => effect(b) - effect(a) || a.order - b.order)
    .slice(0, MOST)
    .map(({ order: _, ...question }) => question);
}

/** Kinds whose value is too old, cannot be right or contradicts another: they neither raise nor reassure. */
function toMeasureAgain({ stale, vitals, snapshot }: FactIndex): readonly VitalKind[] {
  const doubted = snapshot.problems
    .filter(({ code }) => code === 'implausible' || code === 'contradictory' || code === 'unknown-unit')
    .map(({ about }) => about);
  return VITAL_KINDS.filter(
    (kind) => kind !== 'weight' && ((stale.has(kind) && !vitals.has(kind)) || doubted.includes(kind)),
  );
}

/** These come first: what is not known to be right decides nothing. */
function measureAgain(kinds: readonly VitalKind[]): Question & { readonly order: number } {
  return {
    id: 'measure-again',
    text: `Measure again: ${kinds.map((kind) => VITAL_SIGNS[kind].display).join(', ')}.`,
    reason: 'The recorded values are too old, contradict each other or cannot be right.',
    couldRaiseTo: 'critical',
    order: 0,
  };
}

const KINDS: ReadonlySet<string> = new Set(VITAL_KINDS);

/** True when any of the concepts or vital kinds that a question is about is known already. */
function answered(about: readonly string[], index: FactIndex): boolean {
  return about.some((id) =>
    KINDS.has(id) ? index.vitals.has(id as VitalKind) : index.present.has(id) || index.denied.has(id),
  );
}
