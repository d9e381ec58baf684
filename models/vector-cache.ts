import { createHash, randomBytes } from 'node:crypto';

/** Remembers vectors of texts; the least recently used goes first. Holds no text. */
export interface VectorCache {
  keyOf(text: string): string;
  get(key: string): Float32Array | undefined;
  set(key: string, vector: Float32Array): void;
}

/**
 * A bounded cache for texts that come again: an EHR fires the same hook for the same complaint many times.
 *
 * Keys are salted hashes, so that a memory dump does not show what patients said.
 */
export function createVectorCache(limit: number): VectorCache {
  const salt = randomBytes(16);
  const kept = new Map<string, Float32Array>();
  return {
    keyOf: (text) => createHash('sha256').update(salt).update(text).digest('base64'),
    get(key) {
      const vector = kept.get(key);
      if (vector === undefined) return undefined;
      kept.delete(key);
      kept.set(key, vector);
      return vector;
    },
    set(key, vector) {
      kept.delete(key);
      kept.set(key, vector);
      if (kept.size > limit) kept.delete(kept.keys().next().value as string);
    },
  };
}
