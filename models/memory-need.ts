import type { RegistryEntry } from './registry.ts';

/**
 * Bytes a weight takes by precision.
 *
 * 4 bits: half a byte and, for every block of 32 weights, a 16-bit scale (0.5625); so do Q4_0 of llama.cpp and int4
 * blocks of ONNX Runtime. nf4 with double quantisation needs a little less (about 0.52).
 */
export const BYTES_PER_WEIGHT = { float32: 4, bfloat16: 2, int8: 1, int4: 0.5625 } as const;

export type Precision = keyof typeof BYTES_PER_WEIGHT;

export const PRECISIONS = Object.keys(BYTES_PER_WEIGHT) as readonly Precision[];

/** Buffers of the runtime and activations of one request, beside weights and cache; a rule of thumb, not measured. */
const OVERHEAD = 1.1;

/** Bytes of keys and values for so many tokens, 16 bits a number: two per layer, key-value head and dimension. */
export function cacheBytes({ shape, architecture }: RegistryEntry, tokens: number): number {
  const perToken = 2 * shape.layers * shape.kvHeads * shape.headSize * 2;
  // A decoder beside an encoder also keeps the keys and values of what the encoder read.
  return perToken * tokens * (architecture === 'encoder-decoder' ? 2 : 1);
}

/** Bytes to answer one request of `tokens` tokens (prompt and answer): weights, cache, and a tenth on top. */
export function inferenceBytes(model: RegistryEntry, precision: Precision, tokens: number): number {
  return (model.parameters * BYTES_PER_WEIGHT[precision] + cacheBytes(model, tokens)) * OVERHEAD;
}

/** How the adapter is trained: the base in 16 bits (LoRA) or in 4 bits (QLoRA). */
export type Tuning = 'lora' | 'qlora';

/** Share of a model's weights that an adapter of rank 16 on every projection has, at most. */
const ADAPTER_SHARE = 0.012;

/** Weight in 16 or 32 bits, its gradient, and two moments of Adam, each in 32 bits. */
const BYTES_PER_TRAINED_WEIGHT = 16;

/**
 * Bytes to train a LoRA adapter of rank 16 with one example of `tokens` tokens at a time and checkpointed activations.
 *
 * An estimate: base, adapter with its optimiser, one layer's activations in full and the others' inputs, and the
 * logits in 32 bits with their gradient. Real use moves with the library by a fifth or so.
 */
export function tuningBytes(model: RegistryEntry, tuning: Tuning, tokens: number): number {
  const { shape, parameters } = model;
  const base = parameters * (tuning === 'lora' ? BYTES_PER_WEIGHT.bfloat16 : BYTES_PER_WEIGHT.int4);
  const adapter = parameters * ADAPTER_SHARE * BYTES_PER_TRAINED_WEIGHT;
  const kept = shape.layers * tokens * shape.hidden * 2;
  const oneLayer = tokens * (shape.hidden * 16 + shape.feedForward * 6) * 2;
  const logits = tokens * shape.vocabulary * 4 * 2;
  return (base + adapter + kept + oneLayer + logits) * OVERHEAD;
}
