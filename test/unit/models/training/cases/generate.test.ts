import { describe, expect, it } from 'vitest';
import { shareOf } from '#models/training/cases/compose.ts';
import { CONDITIONS } from '#models/training/cases/conditions/all.ts';
import { generateCases, isHeldCondition } from '#models/training/cases/generate.ts';
import { goldOf } from '#models/training/cases/gold.ts';
import { REGISTERS, TEMPLATES } from '#models/training/cases/templates.ts';
import { PRIORITIES } from '#terminology/priority.ts';

const cases = generateCases(1);
const tune = cases.filter(({ split }) => split === 'tune');
const report = cases.filter(({ split }) => split === 'report');
const pairOf = (one: { condition: string; template: string }): string =>
  `${one.condition} in ${one.template}`;

describe('the cases of a seed', () => {
  it('are at least 5,000 in each split, and no text comes twice', () => {
    expect(tune.length).toBeGreaterThanOrEqual(5_000);
    expect(report.length).toBeGreaterThanOrEqual(5_000);
    expect(new Set(cases.map(({ text }) => text.toLowerCase())).size).toBe(cases.length);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(generateCases(1)).toEqual(cases);
    const known = new Set(cases.map(({ text }) => text));
    const fresh = generateCases(2).filter(({ text }) => !known.has(text));
    expect(fresh.length).toBeGreaterThan(cases.length / 2);
  });

  it('hold every register and every priority in both splits', () => {
    for (const split of [tune, report]) {
      expect(new Set(split.map(({ register }) => register))).toEqual(new Set(REGISTERS));
      expect(new Set(split.map(({ priority }) => priority))).toEqual(new Set(PRIORITIES));
    }
  });

  it('have one to eight sentences, or the few words of a triage desk', () => {
    const lengths = new Set(cases.map(({ sentences }) => sentences));
    expect(Math.max(...lengths)).toBe(8);
    expect(lengths).toContain(0);
    for (const { text, sentences } of cases)
      if (sentences === 0) expect(text.split(' ').length).toBeLessThanOrEqual(10);
  });

  it('leave no brace, no empty place and no word "undefined" in a text', () => {
    for (const { text } of cases) expect(text).not.toMatch(/[{}]|<[a-z]+>|\bundefined\b|\bNaN\b|\s{2}| ,/);
  });
});

describe('the splits', () => {
  it('share no pair of condition and template', () => {
    const tuned = new Set(tune.map(pairOf));
    expect(report.filter((one) => tuned.has(pairOf(one)))).toEqual([]);
  });

  it('keep held conditions and held templates out of tune', () => {
    const heldConditions = new Set(CONDITIONS.filter(isHeldCondition).map(({ id }) => id));
    const heldTemplates = new Set(TEMPLATES.filter(({ held }) => held).map(({ id }) => id));
    expect(heldConditions.size).toBeGreaterThan(30);
    expect(tune.some(({ condition }) => heldConditions.has(condition))).toBe(false);
    expect(tune.some(({ template }) => heldTemplates.has(template))).toBe(false);
  });

  it('never draw the same wording of a condition', () => {
    for (const { lay, nurse, physician, terse } of CONDITIONS)
      for (const wordings of [lay, nurse, physician, terse]) {
        const tuned = new Set(shareOf(wordings, 'tune'));
        expect(shareOf(wordings, 'report').some((wording) => tuned.has(wording))).toBe(false);
        expect(shareOf(wordings, 'report')).not.toEqual([]);
      }
  });
});

describe('the gold', () => {
  it('follows from the facts of the case by the rule of construction alone', () => {
    for (const { facts, priority } of cases) expect(priority).toBe(goldOf(facts));
  });

  it('is never lower than that of its condition', () => {
    const base = new Map(CONDITIONS.map(({ id, facts }) => [id, PRIORITIES.indexOf(goldOf(facts))]));
    for (const { condition, priority } of cases)
      expect(PRIORITIES.indexOf(priority)).toBeGreaterThanOrEqual(base.get(condition) ?? 0);
  });

  it('of medium and low cases is the gold of their condition: their vital signs are calm', () => {
    const calm = CONDITIONS.filter(({ facts }) => ['low', 'medium'].includes(goldOf(facts)));
    const base = new Map(calm.map(({ id, facts }) => [id, goldOf(facts)]));
    for (const { condition, priority } of cases) {
      const wanted = base.get(condition);
      if (wanted !== undefined) expect(`${condition} ${priority}`).toBe(`${condition} ${wanted}`);
    }
  });
});
