import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ageBandOf, exampleSchema } from '#models/training/dataset/example.ts';
import { syntheticExamples } from '#models/training/dataset/sources/synthetic.ts';

const FILE = new URL('../../../../models/training/dataset/example.schema.json', import.meta.url);

/** Names of the properties of an object schema, at every level. */
function shapeOf(schema: unknown): unknown {
  const { properties, required } = schema as { properties?: Record<string, unknown>; required?: string[] };
  if (properties === undefined) return undefined;
  return {
    required: [...(required ?? [])].sort(),
    properties: Object.fromEntries(
      Object.entries(properties)
        .sort()
        .map(([name, inner]) => [name, shapeOf(inner)]),
    ),
  };
}

describe('the form of an instruction example', () => {
  const documented = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
  const [first] = syntheticExamples(1);

  it('is the same in the JSON Schema and in the code', async () => {
    const { z } = await import('zod');
    expect(shapeOf(documented)).toEqual(shapeOf(z.toJSONSchema(exampleSchema)));
  });

  it('fits what the generator gives', () => {
    expect(exampleSchema.safeParse(first?.example).success).toBe(true);
  });

  it('refuses another priority, an unknown field and a missing split', () => {
    const good = first?.example as unknown as Record<string, Record<string, unknown>>;
    const { split: _split, ...metadata } = good.metadata!;
    expect(exampleSchema.safeParse({ ...good, output: { ...good.output, priority: 'urgent' } }).success).toBe(
      false,
    );
    expect(exampleSchema.safeParse({ ...good, input: { ...good.input, name: 'x' } }).success).toBe(false);
    expect(exampleSchema.safeParse({ ...good, metadata }).success).toBe(false);
  });

  it('puts ages above 89 into one band', () => {
    expect([89.9, 90, 104].map(ageBandOf)).toEqual(['80-89', '90+', '90+']);
    expect(ageBandOf(undefined)).toBe('unknown');
  });
});
