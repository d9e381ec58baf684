import { z } from 'zod';
import { LAB_KINDS } from '#terminology/lab-results.ts';
import { VITAL_KINDS } from '#terminology/vital-signs.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import { LIMITS } from './limits.ts';
import type { Trigger } from './trigger.ts';

const names = z.array(z.string().min(1).max(100)).min(1).max(100);
const bounds = {
  above: z.number().optional(),
  atLeast: z.number().optional(),
  below: z.number().optional(),
  atMost: z.number().optional(),
};
const course = z.array(
  z.enum(['worsening', 'improving', 'resolved', 'intermittent', 'chronic', 'unchanged']),
);

/** A trigger as a clinic's file may hold it. Unknown keys, limits and circumstances are refused. */
export const triggerSchema: z.ZodType<Trigger> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(triggerSchema).min(1).max(50) }),
    z.strictObject({ any: z.array(triggerSchema).min(1).max(50) }),
    z.strictObject({ atLeast: z.number().int().min(1), of: z.array(triggerSchema).min(1).max(50) }),
    z.strictObject({ not: triggerSchema }),
    z.strictObject({
      finding: names,
      onset: z.enum(['sudden', 'gradual']).optional(),
      severity: z.enum(['mild', 'moderate', 'severe']).optional(),
      notMild: z.literal(true).optional(),
      withinHours: z.number().positive().optional(),
      lastingHours: z.number().min(0).optional(),
      course: course.optional(),
      notCourse: course.optional(),
      evenChronic: z.literal(true).optional(),
      except: names.optional(),
      sites: names.optional(),
    }),
    z.strictObject({ history: names }),
    z.strictObject({ denied: names }),
    z.strictObject({ vital: z.enum(VITAL_KINDS), ...bounds }),
    z.strictObject({ lab: z.enum(LAB_KINDS), ...bounds }),
    z.strictObject({ beyond: z.string().refine((name) => name in LIMITS, 'no such limit') }),
    z.strictObject({ measured: z.enum(VITAL_KINDS) }),
    z.strictObject({ score: z.enum(['news2', 'shock-index', 'qsofa', 'systolic-drop']), ...bounds }),
    z.strictObject({
      age: z.strictObject({
        from: z.number().min(0).optional(),
        under: z.number().positive().optional(),
        orUnknown: z.literal(true).optional(),
      }),
    }),
    z.strictObject({ sex: z.enum(['female', 'male']) }),
    z.strictObject({
      pregnancy: z.strictObject({
        states: z.array(z.enum(['pregnant', 'postpartum', 'not-pregnant', 'unknown'])).min(1),
        weeksFrom: z.number().min(0).optional(),
        weeksUnder: z.number().positive().optional(),
      }),
    }),
    z.strictObject({ medicine: names }),
    z.strictObject({ allergy: names }),
    z.strictObject({ words: z.strictObject({ atMost: z.number().int().positive() }) }),
    z.strictObject({
      circumstance: z.string().refine((name) => name in CIRCUMSTANCES, 'no such circumstance'),
    }),
  ]),
);

/** Every concept that a trigger names, for a check against the lexicon. */
export function conceptsOf(trigger: Trigger): readonly string[] {
  if ('all' in trigger) return trigger.all.flatMap(conceptsOf);
  if ('any' in trigger) return trigger.any.flatMap(conceptsOf);
  if ('of' in trigger) return trigger.of.flatMap(conceptsOf);
  if ('not' in trigger) return conceptsOf(trigger.not);
  if ('finding' in trigger) return [...trigger.finding, ...(trigger.except ?? []), ...(trigger.sites ?? [])];
  if ('history' in trigger) return trigger.history;
  if ('denied' in trigger) return trigger.denied;
  return [];
}
