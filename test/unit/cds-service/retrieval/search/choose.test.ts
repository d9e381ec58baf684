import { describe, expect, it } from 'vitest';
import { type Candidate, choose } from '#cds-service/retrieval/search/choose.ts';
import { passage } from '../support/corpus-folder.ts';

function candidate(id: string, score: number): Candidate {
  const text = Array.from({ length: 8 }, (_, index) => `${id}${index}`).join(' ');
  return { passage: passage({ id, text }), score };
}

const shown = (...args: Parameters<typeof choose>) =>
  choose(...args).map(({ passage: { id }, by }) => `${by}:${id}`);

describe('choose', () => {
  it('gives every rule its best passage before any rule gets a second', () => {
    const first = [candidate('a', 0.2), candidate('b', 0.9)];
    const second = [candidate('c', 0.1)];
    expect(shown([first, second], [], 6)).toEqual(['rule:b', 'rule:c', 'rule:a']);
  });

  it('leaves a third of the places to the search while it has something', () => {
    const rules = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [candidate(id, 0.5)]);
    const found = [candidate('x', 0.4), candidate('y', 0.9), candidate('z', 0.1)];
    expect(shown(rules, found, 6)).toEqual(['rule:a', 'rule:b', 'rule:c', 'rule:d', 'search:y', 'search:x']);
  });

  it('fills places that the search leaves with further passages of the rules', () => {
    const rules = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [candidate(id, 0.5)]);
    expect(shown(rules, [candidate('x', 0.4)], 6)).toEqual([
      'rule:a',
      'rule:b',
      'rule:c',
      'rule:d',
      'rule:e',
      'search:x',
    ]);
  });

  it('does not show a passage of a rule again as found', () => {
    expect(shown([[candidate('a', 0.5)]], [candidate('a', 0.9), candidate('b', 0.3)], 6)).toEqual([
      'rule:a',
      'search:b',
    ]);
  });

  it('still shows a rule when only one place is left', () => {
    expect(shown([[candidate('a', 0.1)]], [candidate('b', 0.9)], 1)).toEqual(['rule:a']);
  });
});
