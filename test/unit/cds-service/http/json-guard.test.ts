import { describe, expect, it } from 'vitest';
import { findJsonBomb } from '#cds-service/http/json-guard.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('findJsonBomb', () => {
  it('lets a resource pass', () => {
    expect(findJsonBomb(bytes('{"a":[{"b":"c"}]}'))).toBeUndefined();
  });

  it('finds 10,000 levels in milliseconds', () => {
    const begin = performance.now();
    expect(findJsonBomb(bytes('['.repeat(10_000)))).toBe('too-deep');
    expect(performance.now() - begin).toBeLessThan(50);
  });

  it('finds more members than a chart can have', () => {
    expect(findJsonBomb(bytes(`[${'1,'.repeat(600_000)}1]`))).toBe('too-many');
  });

  it('reads brackets, commas and escaped quotes inside strings as text', () => {
    expect(
      findJsonBomb(bytes(JSON.stringify({ a: '['.repeat(1000), b: '\\"[[['.repeat(200) }))),
    ).toBeUndefined();
  });

  it('counts what stands side by side as one level', () => {
    expect(findJsonBomb(bytes(`[${'[],'.repeat(1000)}[]]`))).toBeUndefined();
  });
});
