import { z } from 'zod';

/** Discovery entry with nothing but the keys that CDS Hooks 2.0 and 3.0 name (CH-03, CH-08). */
export const discoveredService = z.strictObject({
  hook: z.string().min(1),
  id: z.string().min(1),
  description: z.string().min(1),
  title: z.string().min(1).optional(),
  prefetch: z.record(z.string(), z.string().min(1)).optional(),
  usageRequirements: z.string().min(1).optional(),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+/)
    .optional(),
  hookVersion: z.string().optional(),
  extension: z.record(z.string(), z.unknown()).optional(),
});

export const coding = z.object({
  code: z.string().min(1),
  system: z.string().min(1),
  display: z.string().optional(),
});

export const action = z
  .object({
    type: z.enum(['create', 'update', 'delete']),
    description: z.string().min(1),
    resource: z.looseObject({ resourceType: z.string() }).optional(),
    resourceId: z.string().optional(),
  })
  .refine(
    (a) =>
      a.type === 'delete' ? a.resourceId !== undefined && a.resource === undefined : a.resource !== undefined,
    {
      message: 'delete names a resourceId and nothing else; create and update carry a resource',
    },
  );

export const suggestion = z.object({
  label: z.string().min(1),
  uuid: z.string().optional(),
  isRecommended: z.boolean().optional(),
  actions: z.array(action).optional(),
});

export const link = z.object({
  label: z.string().min(1),
  url: z.url(),
  type: z.enum(['absolute', 'smart']),
  appContext: z.string().optional(),
  autolaunchable: z.boolean().optional(),
});

export const card = z.object({
  uuid: z.string().optional(),
  summary: z.string().min(1),
  detail: z.string().optional(),
  indicator: z.enum(['info', 'warning', 'critical']),
  source: z.object({
    label: z.string().min(1),
    url: z.url().optional(),
    icon: z.url().optional(),
    topic: coding.optional(),
  }),
  suggestions: z.array(suggestion).optional(),
  selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
  overrideReasons: z.array(coding).optional(),
  links: z.array(link).optional(),
  extension: z.record(z.string(), z.unknown()).optional(),
});

export type WireCard = z.infer<typeof card>;

export const cdsResponse = z.object({ cards: z.array(card), systemActions: z.array(action).optional() });

export const operationOutcome = z.looseObject({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(z.looseObject({ severity: z.string(), code: z.string() })).min(1),
});

/** The first problem of a failed parse, in words; undefined when it fits. */
export function misfit(schema: z.ZodType, value: unknown): string | undefined {
  const result = schema.safeParse(value);
  if (result.success) return undefined;
  const issue = result.error.issues[0];
  return `${issue?.path.join('.') || 'body'}: ${issue?.message}`;
}
