import type { Priority } from '#terminology/priority.ts';
import { composeText } from './compose.ts';
import type { Condition } from './condition.ts';
import { CONDITIONS } from './conditions/all.ts';
import { type Facts, goldOf } from './gold.ts';
import { type Chance, chanceOf, hashOf } from './random.ts';
import { type Register, TEMPLATES, type Template } from './templates.ts';
import { drawVitals, inDangerZone, type Vitals } from './vital-signs.ts';
import type { Person } from './voice.ts';

export const SPLITS = ['tune', 'report'] as const;

export type Split = (typeof SPLITS)[number];

/** One synthetic case: what an evaluation sends, and what it wants back. */
export interface Case {
  readonly id: string;
  readonly text: string;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  /** Coded vital signs; empty when the case has none, or has them in its text only. */
  readonly vitals: Vitals;
  readonly conditions: readonly string[];
  readonly medications: readonly string[];
  readonly register: Register;
  readonly condition: string;
  readonly template: string;
  readonly sentences: number;
  readonly split: Split;
  readonly facts: Facts;
  readonly priority: Priority;
}

/** The conditions whose words the tune split never shows: 3 in 10, by a stable hash, so that new ones move no old one. */
export function isHeldCondition({ id }: Condition): boolean {
  return hashOf(`condition ${id}`) % 10 < 3;
}

/**
 * The cases of one seed: every condition in every template that suits it, each with drawn words, person and vital signs.
 *
 * The report split holds whole conditions that `tune` lacks, and for the others templates and wordings that `tune` lacks.
 *
 * @param seed - The same seed gives the same cases in the same order.
 * @param perPair - Tries for each pair of condition and template; double texts are dropped.
 */
export function generateCases(seed: number, perPair = 2): readonly Case[] {
  const seen = new Set<string>();
  const cases: Case[] = [];
  for (const condition of CONDITIONS)
    for (const template of TEMPLATES) {
      if (!suits(template, condition)) continue;
      const chance = chanceOf(hashOf(`${seed} ${condition.id} ${template.id}`));
      for (let attempt = 0; attempt < perPair; attempt += 1) {
        const one = drawCase(condition, template, chance);
        const key = one.text.toLowerCase();
        if (seen.has(key)) continue;
        seen.add(key);
        cases.push({ id: `${condition.id}/${template.id}/${attempt}`, ...one });
      }
    }
  return cases;
}

/** Are there vital signs, and where: in the text where the frame has a place for them, or coded? */
const STANCES = ['none', 'stated', 'stated', 'coded'] as const;

/** May this frame tell this condition? Children and those who cannot speak are spoken for. */
function suits({ register }: Template, { othersOnly, ages }: Condition): boolean {
  return register !== 'lay-self' || (othersOnly !== true && ages[1] >= 14);
}

function drawCase(condition: Condition, template: Template, chance: Chance): Omit<Case, 'id'> {
  const held = isHeldCondition(condition);
  const split = held || template.held === true ? 'report' : 'tune';
  const person = drawPerson(condition, template, chance);
  const stance = condition.unmeasured ? 'none' : condition.vitalsNeeded ? 'stated' : chance.pick(STANCES);
  const measured =
    stance === 'none' ? undefined : drawVitals(person.ageYears, condition.vitals ?? {}, chance);
  const { text, sentences, statesVitals } = composeText(
    { condition, template, person, vitals: measured, share: held ? 'all' : split },
    chance,
  );
  const coded = stance === 'coded' || (condition.vitalsNeeded === true && !statesVitals);
  const facts: Facts =
    measured !== undefined && (coded || statesVitals) && inDangerZone(measured, person.ageYears)
      ? { ...condition.facts, dangerVitals: true }
      : condition.facts;
  return {
    text,
    ageYears: person.ageYears,
    sex: person.sex,
    vitals: coded && measured !== undefined ? measured : {},
    conditions: condition.chart?.conditions ?? [],
    medications: condition.chart?.medications ?? unrelatedMedicines(person, chance),
    register: template.register,
    condition: condition.id,
    template: template.id,
    sentences,
    split,
    facts,
    priority: goldOf(facts),
  };
}

function drawPerson({ ages: [low, high], sex }: Condition, { register }: Template, chance: Chance): Person {
  const from = register === 'lay-self' ? Math.max(low, 14) : low;
  const years = from + chance.next() * (high - from);
  return {
    ageYears: years < 2 ? Math.round(years * 100) / 100 : Math.floor(years),
    sex: sex ?? (chance.happens(0.5) ? 'female' : 'male'),
  };
}

/** Medicines in the chart that change nothing. */
function unrelatedMedicines({ ageYears }: Person, chance: Chance): readonly string[] {
  return ageYears > 12 && chance.happens(0.15) ? [chance.pick(['cetirizine', 'levothyroxine'])] : [];
}
