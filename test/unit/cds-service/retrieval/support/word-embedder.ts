import { createHash } from 'node:crypto';
import type { Embedder } from '#models/contract.ts';

const DIMENSIONS = 64;

/**
 * A real, tiny embedder: every word adds its own fixed direction. Texts that share words are near each other.
 *
 * Deterministic and instant, so the store's behaviour can be tested apart from the model's quality.
 */
export function createWordEmbedder(version = '1'): Embedder & { readonly embedded: string[] } {
  const embedded: string[] = [];
  return {
    info: { name: 'words', version, dimensions: DIMENSIONS, provider: 'cpu' },
    embedded,
    embed: async (texts) => {
      embedded.push(...texts);
      return texts.map(vectorOf);
    },
    close: async () => {},
  };
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const word of text.toLowerCase().match(/[a-z]{4,}/g) ?? []) {
    createHash('sha256')
      .update(word)
      .digest()
      .forEach((byte, index) => {
        vector[index] = vector[index]! + (byte - 127.5);
        vector[index + 32] = vector[index + 32]! + ((byte * 7) % 256) - 127.5;
      });
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
