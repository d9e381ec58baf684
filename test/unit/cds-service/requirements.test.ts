import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const COUNT = 125;

const nameOf = (number: number) => `CH-${String(number).padStart(2, '0')}`;

/** `CH-01 to CH-03, CH-07` as single ids. */
function expand(list: string): string[] {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = [...part.matchAll(/CH-(\d+)/g)].map(([, digits]) => Number(digits));
    return Array.from({ length: last - first + 1 }, (_, step) => nameOf(first + step));
  });
}

const readme = readFileSync(resolve(ROOT, 'cds-service/README.md'), 'utf8');
const rows = [...readme.matchAll(/^\| (CH-[^|]+) \| `(test\/[^`]+)` \|$/gm)].map(
  ([, ids = '', file = '']) => ({
    ids: expand(ids),
    file,
  }),
);

describe('the table of requirements in the README', () => {
  it('has every id of section A once', () => {
    const listed = rows.flatMap(({ ids }) => ids).sort();
    expect(listed).toEqual(Array.from({ length: COUNT }, (_, index) => nameOf(index + 1)).sort());
  });

  it.each(rows)('names ids that are titles of tests in $file', ({ ids, file }) => {
    const source = readFileSync(resolve(ROOT, file), 'utf8');
    // A title is a string that stands in a call of `it` or `describe`, or a row of `it.each`: never a comment.
    const titles = [...source.matchAll(/^(?!\s*(?:\*|\/\/)).*(['"`]).*CH-\d+.*\1/gm)]
      .map(([text]) => text)
      .join('\n');
    expect(ids.filter((id) => !new RegExp(`${id}\\b`).test(titles))).toEqual([]);
  });
});
