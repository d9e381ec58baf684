import { describe, expect, it } from 'vitest';
import { many, object, prune, type Shape } from '#fhir-mappers/resource-shape.ts';

const item: Shape = object(() => ({ text: 'string', item: many(item) }));
const shape = object(() => ({ id: 'string', count: 'number', flag: 'boolean', items: many(item) }));

describe('prune', () => {
  it('keeps what fits and drops the rest', () => {
    const value = {
      id: 'a',
      count: '7',
      flag: false,
      extra: 1,
      items: [{ text: 'x' }, null, 'y', { text: 3 }],
    };
    expect(prune(value, shape)).toEqual({ id: 'a', flag: false, items: [{ text: 'x' }] });
  });

  it.each([
    null,
    undefined,
    'x',
    3,
    [],
    {},
    { id: '' },
    { id: '  ' },
    { items: [] },
    { count: Number.NaN },
  ])('nothing of %j fits', (value) => {
    expect(prune(value, shape)).toBeUndefined();
  });

  it('does not take inherited fields', () => {
    expect(prune(Object.create({ id: 'inherited' }), shape)).toBeUndefined();
    expect(prune(JSON.parse('{"__proto__":{"id":"x"}}'), shape)).toBeUndefined();
  });

  it('ends in a form that is nested without end', () => {
    const deep: { text: string; item: unknown[] } = { text: 'x', item: [] };
    deep.item.push(deep);
    expect(JSON.stringify(prune(deep, item)).length).toBeLessThan(1000);
  });
});
