import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const TESTS = resolve(import.meta.dirname, '../..');
const LAST = 53;

/** Ids in the names of tests and of groups of tests: a text that is the first argument of a call. */
function tested(): ReadonlySet<string> {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  );
  const names = files.flatMap((name) => [
    ...readFileSync(join(TESTS, name), 'utf8').matchAll(/\(\s*(['"`])(?:(?!\1).)*\1/g),
  ]);
  return new Set(names.flatMap(([name]) => name.match(/SM-\d\d/g) ?? []));
}

it('every row of the SMART checklist, the first to the last, is the name of a test', () => {
  const all = Array.from({ length: LAST }, (_, at) => `SM-${String(at + 1).padStart(2, '0')}`);
  const found = tested();
  expect(all.filter((id) => !found.has(id))).toEqual([]);
});
