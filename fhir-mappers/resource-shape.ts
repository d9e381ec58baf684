/**
 * What a resource may look like for us: the fields that are read, with the JSON type of each.
 *
 * `many` is an array, `fields` an object, the rest are primitives.
 */
export type Shape = 'string' | 'number' | 'boolean' | { readonly many: Shape } | Fields;

interface Fields {
  readonly fields: () => readonly (readonly [string, Shape])[];
}

/** An object with these fields; given late so that a shape may hold itself, and listed once. */
export function object(fields: () => Readonly<Record<string, Shape>>): Shape {
  let listed: readonly (readonly [string, Shape])[] | undefined;
  return {
    fields: () => {
      listed ??= Object.entries(fields());
      return listed;
    },
  };
}

export const many = (item: Shape): Shape => ({ many: item });

/** Deeper nesting than any real form: stops a hostile one. */
const MAX_DEPTH = 16;
/** Longer arrays than any real element. */
const MAX_ITEMS = 2000;

/**
 * Copies what fits the shape and drops everything else: wrong types, empty values, unknown fields.
 *
 * After this a field is either absent or of the type that FHIR gives it, whatever the sender wrote, so mappers
 * need not look again. Narrative and extensions are not copied.
 *
 * @returns `undefined` when nothing fits.
 */
export function prune(value: unknown, shape: Shape, depth = 0): unknown {
  if (typeof shape === 'string') return isPrimitive(value, shape) ? value : undefined;
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return undefined;
  if ('many' in shape) {
    if (!Array.isArray(value)) return undefined;
    const items = value.slice(0, MAX_ITEMS).map((item) => prune(item, shape.many, depth + 1));
    const kept = items.filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (Array.isArray(value)) return undefined;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of shape.fields()) {
    if (!Object.hasOwn(value, key)) continue;
    const kept = prune((value as Record<string, unknown>)[key], inner, depth + 1);
    if (kept !== undefined) result[key] = kept;
  }
  for (const _ in result) return result;
  return undefined;
}

function isPrimitive(value: unknown, type: 'string' | 'number' | 'boolean'): boolean {
  if (type === 'string') return typeof value === 'string' && value.trim() !== '';
  return type === 'number' ? Number.isFinite(value) : typeof value === 'boolean';
}
