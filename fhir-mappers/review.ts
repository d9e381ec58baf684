import { z } from 'zod';
import { PRIORITIES } from '#terminology/priority.ts';

/** Codes of `SYSTEMS.overrideReason`: the same on the card and in the app. */
export const OVERRIDE_REASONS = {
  'vitals-remeasured': 'Re-measured: the value is different now',
  'finding-wrong': 'A finding is wrong or old',
  'known-baseline': 'Known baseline of this patient',
  'clinician-saw-patient': 'A clinician has seen the patient',
  'more-urgent-than-proposed': 'More urgent than proposed',
  'acting-already': 'Will review or is acting already',
  other: 'Other reason',
} as const;

export type OverrideReason = keyof typeof OVERRIDE_REASONS;

const reasonCode = z.enum(Object.keys(OVERRIDE_REASONS) as [OverrideReason, ...OverrideReason[]]);

/** Kinds of follow-up that a nurse orders with one touch, each its own Task. */
export const FOLLOW_UPS = {
  'physician-review': 'Immediate physician review',
  'additional-testing': 'Additional testing',
  'medication-reconciliation': 'Medication reconciliation',
  'repeat-observations': 'Repeat observations',
  interpreter: 'Interpreter',
} as const;

export type FollowUp = keyof typeof FOLLOW_UPS;

/**
 * The nurse's conclusion about one assessment: what she confirms, changes and hands over.
 *
 * Parsed at the service's door before it is signed. Lengths are limits of input, not of style.
 */
export const reviewSchema = z.object({
  assessmentId: z.uuid(),
  priority: z.enum(PRIORITIES),
  /** Required when `priority` differs from the proposal. */
  overrideReason: z.object({ code: reasonCode, text: z.string().max(2000).optional() }).optional(),
  /** Required when `priority` is below a floor; names the rule whose floor is overridden. */
  belowFloor: z.object({ rule: z.string(), confirmed: z.literal(true) }).optional(),
  findings: z
    .array(
      z.object({
        code: z.string().max(100),
        display: z.string().max(300),
        text: z.string().max(1000).optional(),
        verdict: z.enum(['confirmed', 'rejected', 'added']),
      }),
    )
    .max(200),
  answers: z
    .array(
      z.object({ question: z.string().max(100), text: z.string().max(500), answer: z.string().max(2000) }),
    )
    .max(50),
  summary: z.string().trim().min(1).max(8000),
  nextSteps: z.array(z.string().max(500)).max(20),
  handover: z.object({
    to: z.enum(['triage-nurse', 'charge-nurse', 'physician']),
    name: z.string().max(200).optional(),
    withinMinutes: z.number().int().min(0).max(1440),
  }),
  escalate: z.boolean(),
  followUps: z.array(z.enum(Object.keys(FOLLOW_UPS) as [FollowUp, ...FollowUp[]])).max(5),
  /** The nurse's own level, asked for before the proposal was shown, where the clinic asks for it. */
  firstImpression: z.enum(PRIORITIES).optional(),
  /** The signed impression that this one corrects; both stay in the record, linked. */
  amends: z
    .string()
    .regex(/^ClinicalImpression\/[A-Za-z0-9.-]{1,64}$/)
    .optional(),
});

export type Review = z.infer<typeof reviewSchema>;
