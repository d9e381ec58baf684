import { createHash, randomBytes } from 'node:crypto';

/** Remembers what was made of texts; the least recently used goes first. Holds no text. */
export interface TextCache<Kept> {
  keyOf(text: string): string;
  get(key: string): Kept | undefined;
  set(key: string, kept: Kept): void;
}

/**
 * A bounded cache for texts that come again: an EHR fires the same hook for the same complaint many times.
 *
 * Keys are salted hashes, so that a memory dump does not show what patients said.
 */
export function createTextCache<Kept>(limit: number): TextCache<Kept> {
  const salt = randomBytes(16);
  const kept = new Map<string, Kept>();
  return {
    keyOf: (text) => createHash('sha256').update(salt).update(text).digest('base64'),
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    set(key, made) {
      kept.delete(key);
      kept.set(key, made);
      if (kept.size > limit) kept.delete(kept.keys().next().value as string);
    },
  };
}
