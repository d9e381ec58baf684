import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import type { Rule } from '#cds-service/triage/catalogue-rule.ts';
import { createTriage } from '#cds-service/triage/triage.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import type { RealVisit } from './real-visits.ts';

/** A choice that was made with these visits in view, and what it would be otherwise. */
export interface Choice {
  readonly name: string;
  readonly otherwise: (rule: Rule) => Rule | undefined;
}

const floorOf = (id: string, floor: Priority) => (rule: Rule) => (rule.id === id ? { ...rule, floor } : rule);
const without = (id: string) => (rule: Rule) => (rule.id === id ? undefined : rule);

/** Everything that was decided with the visits in view. Each stands in the catalogue as it was decided. */
export const CHOICES: readonly Choice[] = [
  { name: 'systolic over 180 alone is medium', otherwise: floorOf('vital-pressure-high', 'high') },
  { name: 'NEWS2 of 7 or 8 is high', otherwise: floorOf('news2-seven', 'critical') },
  { name: 'terse fever in the danger zone is high', otherwise: without('fever-danger-zone-terse') },
  {
    name: 'a pain score alone is not high',
    otherwise: (rule) =>
      rule.id === 'severe-central-pain'
        ? {
            ...rule,
            when: {
              all: [
                { age: { from: 12, orUnknown: true } },
                { vital: 'pain', atLeast: 8 },
                { finding: CENTRAL },
              ],
            },
          }
        : rule,
  },
  { name: 'bare chest pain from 15 to 29 years is high', otherwise: without('chest-pain-young-bare') },
];
const CENTRAL = ['headache', 'abdominal-pain', 'flank-pain', 'upper-back-pain', 'pelvic-pain', 'eye-pain'];

/** How many patients sent up in vain weigh as much as an emergency that is missed. */
const WEIGHT_OF_A_MISS = 5;

/** A visit as it was judged without having been seen by what decided. */
export interface HeldOut {
  readonly gold: Priority;
  readonly given: Priority;
  readonly fold: number;
}

/**
 * Judges each tenth of the visits by the choices that the other nine tenths would have made.
 *
 * Visits of one complaint stay in one fold, so that no choice has seen its words.
 *
 * @returns The held-out judgements, and how often each choice was made as it stands in the catalogue.
 */
export function crossValidate(
  visits: readonly RealVisit[],
  folds = 10,
): { readonly rows: readonly HeldOut[]; readonly asShipped: readonly number[] } {
  const combinations = Array.from({ length: 2 ** CHOICES.length }, (_none, bits) => bits);
  const judged = combinations.map((bits) => judge(visits, bits));
  const foldOf = visits.map(
    ({ text }) =>
      hash(
        text
          .toLowerCase()
          .replaceAll(/[^a-z]+/g, ' ')
          .trim(),
      ) % folds,
  );
  const asShipped = CHOICES.map(() => 0);
  const rows: HeldOut[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const cost = (bits: number): number =>
      visits.reduce(
        (sum, { gold }, at) => (foldOf[at] === fold ? sum : sum + costOf(gold, judged[bits]![at]!)),
        0,
      );
    const best = combinations.reduce((least, bits) => (cost(bits) < cost(least) ? bits : least));
    for (const at of CHOICES.keys()) if (!isTurned(best, at)) asShipped[at]! += 1;
    for (const [at, { gold }] of visits.entries())
      if (foldOf[at] === fold) rows.push({ gold, given: judged[best]![at]!, fold });
  }
  return { rows, asShipped };
}

function judge(visits: readonly RealVisit[], bits: number): readonly Priority[] {
  const turned = CHOICES.filter((_choice, at) => isTurned(bits, at));
  const rules = CATALOGUE.flatMap((rule) => {
    const other = turned.reduce<Rule | undefined>((now, choice) => now && choice.otherwise(now), rule);
    return other === undefined ? [] : [other];
  });
  const triage = createTriage(rules);
  return visits.map(({ snapshot }) => rulePriority(triage(snapshot)));
}

function costOf(gold: Priority, given: Priority): number {
  const up = (priority: Priority): boolean => rankOf(priority) >= rankOf('high');
  if (up(gold) !== up(given)) return up(gold) ? WEIGHT_OF_A_MISS : 1;
  return gold === given ? 0 : 0.2;
}

const isTurned = (bits: number, at: number): boolean => Math.floor(bits / 2 ** at) % 2 === 1;

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + letter.codePointAt(0)!) % 1_000_003;
  return value;
}
