import type { Token } from './tokens.ts';

interface WordNode<T> {
  readonly next: Map<string, WordNode<T>>;
  value?: T;
}

/** A set of phrases of plain words, each with a value. */
export type WordTrie<T> = WordNode<T>;

export function buildWordTrie<T>(entries: Iterable<readonly [string, T]>): WordTrie<T> {
  const root: WordNode<T> = { next: new Map() };
  for (const [phrase, value] of entries) {
    let node = root;
    for (const word of phrase.split(' ')) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    node.value = value;
  }
  return root;
}

/** The longest phrase that starts at a token, with the token after it; `undefined` where none does. */
export function longestAt<T>(
  trie: WordTrie<T>,
  tokens: readonly Token[],
  start: number,
): { readonly value: T; readonly end: number } | undefined {
  let node: WordNode<T> | undefined = trie;
  let found: { value: T; end: number } | undefined;
  for (let at = start; at < tokens.length; at += 1) {
    node = node.next.get(tokens[at]!.plain);
    if (node === undefined) break;
    if (node.value !== undefined) found = { value: node.value, end: at + 1 };
  }
  return found;
}
