import type { ElementDefinition } from 'fhir/r4';

/** What an element must be: exactly (`fixed[x]`), or at least (`pattern[x]`); undefined when it is free. */
export function expectedOf(
  definition: ElementDefinition,
): { readonly kind: 'fixed' | 'pattern'; readonly value: unknown } | undefined {
  for (const kind of ['fixed', 'pattern'] as const) {
    const key = Object.keys(definition).find(
      (name) => name.startsWith(kind) && /^[A-Z]/.test(name.slice(kind.length)),
    );
    if (key !== undefined) return { kind, value: (definition as unknown as Record<string, unknown>)[key] };
  }
  return undefined;
}

/** True when a value is as the element demands. */
export function isAsExpected(
  value: unknown,
  { kind, value: wanted }: NonNullable<ReturnType<typeof expectedOf>>,
): boolean {
  return kind === 'fixed' ? isSame(value, wanted) : holds(value, wanted);
}

/** True when the value has everything of the pattern, perhaps among more. */
function holds(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && pattern.every((wanted) => value.some((one) => holds(one, wanted)));
  }
  if (typeof pattern !== 'object' || pattern === null) return value === pattern;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(pattern).every(([key, wanted]) =>
    holds((value as Record<string, unknown>)[key], wanted),
  );
}

function isSame(value: unknown, wanted: unknown): boolean {
  return holds(value, wanted) && holds(wanted, value);
}
