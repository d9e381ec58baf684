import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Test files by requirement id, as their titles name them. Reads the tests' text; imports none. */
export function requirementTests(root: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const names = readdirSync(join(root, 'test'), { recursive: true }).map(String);
  for (const name of names.filter((each) => each.endsWith('.test.ts')).sort()) {
    const file = `test/${name}`;
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    for (const line of lines.filter((each) => !/^\s*(?:\*|\/\/|\/\*)/.test(each))) {
      for (const [id] of line.matchAll(/\b(?:CH|SM)-\d+\b/g)) {
        found.set(id, (found.get(id) ?? new Set()).add(file));
      }
    }
  }
  return new Map([...found].map(([id, files]) => [id, [...files]]));
}
