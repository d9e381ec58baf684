import { z } from 'zod';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { PRIORITIES, type Priority, rankOf } from '#terminology/priority.ts';
import type { Rule } from './catalogue-rule.ts';
import { conceptsOf, triggerSchema } from './trigger-schema.ts';

const floor = z.enum(PRIORITIES);
const ruleId = z.string().regex(/^[a-z0-9-]{3,80}$/);

/** What a clinic may say about the catalogue. Lowering a floor needs a name and a reason. */
export const clinicRulesSchema = z.strictObject({
  clinic: z.string().min(1).max(200),
  rules: z
    .array(
      z.strictObject({
        id: ruleId,
        title: z.string().min(1).max(200),
        floor,
        escalate: z.boolean().default(false),
        when: triggerSchema,
        question: z
          .strictObject({
            when: triggerSchema,
            about: z.array(z.string()).max(20),
            text: z.string().min(1).max(300),
            reason: z.string().min(1).max(300),
          })
          .optional(),
        source: z.strictObject({
          organisation: z.string().min(1),
          title: z.string().min(1),
          year: z.number().int().min(1900).max(2100),
          verified: z.boolean(),
        }),
      }),
    )
    .max(500)
    .default([]),
  raise: z
    .array(z.strictObject({ rule: ruleId, floor }))
    .max(500)
    .default([]),
  lower: z
    .array(
      z.strictObject({
        rule: ruleId,
        floor,
        approvedBy: z.string().trim().min(3).max(200),
        reason: z.string().trim().min(10).max(1000),
      }),
    )
    .max(100)
    .default([]),
});

/** One change that a clinic's file made, for the audit. */
export interface ClinicChange {
  readonly rule: string;
  readonly kind: 'added' | 'raised' | 'lowered' | 'refused';
  readonly from?: Priority;
  readonly to?: Priority;
  readonly approvedBy?: string;
  /** Why a lowering was approved, or why the entry was refused. */
  readonly reason?: string;
}

/**
 * Applies a clinic's file to a catalogue.
 *
 * Adding and raising are free; lowering is only done by an entry of `lower`, which names who approved it and why.
 * An entry that names an unknown rule, an unknown concept or the wrong direction is refused by itself and
 * reported; the rest of the file still counts.
 *
 * @throws {z.ZodError} When the file has not the shape of `clinicRulesSchema`.
 */
export function applyClinicRules(
  catalogue: readonly Rule[],
  file: unknown,
): { readonly rules: readonly Rule[]; readonly changes: readonly ClinicChange[] } {
  const clinic = clinicRulesSchema.parse(file);
  const changes: ClinicChange[] = [];
  const rules = new Map(catalogue.map((rule) => [rule.id, rule]));
  for (const { rule: id, floor: to } of clinic.raise) {
    const rule = rules.get(id);
    if (rule === undefined) changes.push({ rule: id, kind: 'refused', reason: 'no such rule' });
    // The same floor is a raise for an indicator: it becomes a floor that no story settles.
    else if (rankOf(to) < rankOf(rule.floor) || (to === rule.floor && rule.indicator !== true)) {
      changes.push({ rule: id, kind: 'refused', from: rule.floor, to, reason: 'not a raise' });
    } else {
      rules.set(id, { ...rule, floor: to, indicator: false });
      changes.push({ rule: id, kind: 'raised', from: rule.floor, to });
    }
  }
  for (const { rule: id, floor: to, approvedBy, reason } of clinic.lower) {
    const rule = rules.get(id);
    if (rule === undefined) changes.push({ rule: id, kind: 'refused', reason: 'no such rule' });
    else if (rankOf(to) >= rankOf(rule.floor)) {
      changes.push({ rule: id, kind: 'refused', from: rule.floor, to, reason: 'not a lowering' });
    } else {
      rules.set(id, { ...rule, floor: to });
      changes.push({ rule: id, kind: 'lowered', from: rule.floor, to, approvedBy, reason });
    }
  }
  for (const added of clinic.rules) {
    const unknown = conceptsOf(added.when).find((concept) => lookUpConcept(concept) === undefined);
    if (rules.has(added.id)) {
      changes.push({ rule: added.id, kind: 'refused', reason: 'the id is taken' });
    } else if (unknown !== undefined) {
      changes.push({ rule: added.id, kind: 'refused', reason: `no such concept: ${unknown}` });
    } else {
      rules.set(added.id, { ...added, kind: 'red-flag', version: 1, fires: [], spares: [] });
      changes.push({ rule: added.id, kind: 'added', to: added.floor });
    }
  }
  return { rules: [...rules.values()], changes };
}
