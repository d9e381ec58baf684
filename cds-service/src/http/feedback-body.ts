import { z } from 'zod';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { FeedbackItem } from '../store/contract.ts';

const reasonSchema = z.object({
  code: z.string().min(1).max(200),
  system: z.string().max(500).optional(),
  display: z.string().max(500).optional(),
});

const itemSchema = z
  .object({
    card: z.string().min(1).max(200),
    outcome: z.enum(['accepted', 'overridden']),
    outcomeTimestamp: z.iso.datetime({ offset: true }),
    acceptedSuggestions: z
      .array(z.object({ id: z.string().min(1).max(200) }))
      .max(50)
      .optional(),
    overrideReason: z
      .object({ reason: reasonSchema.optional(), userComment: z.string().min(1).max(8000).optional() })
      .refine(({ reason, userComment }) => reason || userComment, 'needs reason or userComment')
      .optional(),
  })
  .refine(({ outcome, acceptedSuggestions }) => outcome === 'overridden' || acceptedSuggestions, {
    path: ['acceptedSuggestions'],
    message: 'is required for accepted',
  });

const bodySchema = z.object({ feedback: z.array(itemSchema).min(1).max(1000) });

/**
 * Parses a feedback body (CH-108 to CH-112, CH-117).
 *
 * A batch is taken whole or not at all; the error names the items that are wrong. Times are normalised to UTC.
 * An override reason on an accepted card says nothing and is left out.
 *
 * @throws ServiceError `request-invalid`; values are never repeated.
 */
export function parseFeedback(body: unknown): readonly FeedbackItem[] {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    const keys = parsed.error.issues.map(({ path }) => path.join('.') || 'body');
    throw new ServiceError('request-invalid', { keys: [...new Set(keys)] });
  }
  return parsed.data.feedback.map(
    ({ card, outcome, outcomeTimestamp, acceptedSuggestions = [], overrideReason }) => ({
      card,
      outcome,
      outcomeTimestamp: new Date(outcomeTimestamp).toISOString(),
      acceptedSuggestions: outcome === 'accepted' ? acceptedSuggestions.map(({ id }) => id) : [],
      ...(outcome === 'overridden' && overrideReason ? { overrideReason } : {}),
    }),
  );
}
