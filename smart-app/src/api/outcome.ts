import { z } from 'zod';

const outcomeSchema = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(
    z.object({
      code: z.string().optional(),
      diagnostics: z.string().optional(),
      details: z
        .object({
          text: z.string().optional(),
          coding: z.array(z.object({ code: z.string().optional() })).optional(),
        })
        .optional(),
    }),
  ),
});

/** What an OperationOutcome says: our stable code where there is one, and a sentence. */
export interface Outcome {
  readonly code: string | undefined;
  readonly text: string | undefined;
}

/** Reads the first issue of an OperationOutcome; undefined for any other body. */
export function readOutcome(body: unknown): Outcome | undefined {
  const parsed = outcomeSchema.safeParse(body);
  const issue = parsed.success ? parsed.data.issue[0] : undefined;
  if (!issue) return undefined;
  const coded = issue.details?.coding?.find(({ code }) => code !== undefined)?.code;
  return { code: coded ?? issue.code, text: issue.diagnostics ?? issue.details?.text };
}
