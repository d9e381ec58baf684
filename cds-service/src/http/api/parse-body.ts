import type { z } from 'zod';
import { ServiceError } from '#fhir-mappers/service-error.ts';

/**
 * Checks a body against its schema.
 *
 * @throws ServiceError `request-invalid` that names the fields and never repeats their values.
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const keys = parsed.error.issues.map(({ path }) => path.join('.') || 'body');
  throw new ServiceError('request-invalid', { keys: [...new Set(keys)] });
}
