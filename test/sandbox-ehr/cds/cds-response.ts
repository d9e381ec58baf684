import { z } from 'zod';

const coding = z.object({ system: z.string().optional(), code: z.string(), display: z.string().optional() });

const action = z.object({
  type: z.enum(['create', 'update', 'delete']),
  description: z.string().optional(),
  resource: z.looseObject({ resourceType: z.string() }).optional(),
  resourceId: z.union([z.string(), z.array(z.string())]).optional(),
});

const card = z.object({
  uuid: z.string().optional(),
  summary: z.string().min(1),
  detail: z.string().optional(),
  indicator: z.enum(['info', 'warning', 'critical']),
  source: z.object({ label: z.string(), url: z.url({ protocol: /^https?$/ }).optional() }),
  selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
  suggestions: z
    .array(
      z.object({
        label: z.string(),
        uuid: z.string().optional(),
        isRecommended: z.boolean().optional(),
        actions: z.array(action).optional(),
      }),
    )
    .optional(),
  overrideReasons: z.array(coding).optional(),
  links: z
    .array(
      z.object({
        label: z.string(),
        url: z.url({ protocol: /^https?$/ }),
        type: z.enum(['absolute', 'smart']),
        appContext: z.string().optional(),
      }),
    )
    .optional(),
});

/** What a CDS service may send and the chart can show; fields that the chart does not use are dropped. */
export const cdsResponseSchema = z.object({ cards: z.array(card) });

export const discoverySchema = z.object({
  services: z.array(
    z.object({
      hook: z.string(),
      id: z.string().regex(/^[^/?#]+$/),
      title: z.string().optional(),
      description: z.string(),
      prefetch: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** As much of an OperationOutcome as the chart shows when a service refuses. */
export const outcomeSchema = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(
    z.object({
      diagnostics: z.string().optional(),
      details: z.object({ text: z.string().optional() }).optional(),
    }),
  ),
});

export type CdsCard = z.infer<typeof card>;
export type CdsSuggestion = NonNullable<CdsCard['suggestions']>[number];
export type DiscoveredService = z.infer<typeof discoverySchema>['services'][number];
