import { Tokenizer } from '@huggingface/tokenizers';
import type { Feeds } from './onnx.ts';

/** Text to token ids of the embedder, start and end marks included, at most `maxTokens` of them. */
export type Tokenize = (text: string) => readonly number[];

/**
 * Makes the tokenizer of an embedder. This file is the only one that knows the tokenizer library.
 *
 * The library ignores the limit in the file, so the cut is made here, and the end mark kept: a text without it
 * is not what the model was trained on.
 */
export function makeTokenize(tokenizerJson: Uint8Array, maxTokens: number): Tokenize {
  const tokenizer = new Tokenizer(JSON.parse(new TextDecoder().decode(tokenizerJson)), {});
  // No token is longer than 100 characters: what lies beyond could not change the first `maxTokens`.
  const longest = maxTokens * 101;
  return (text) => {
    const { ids } = tokenizer.encode(text.replace(/\s+/g, ' ').slice(0, longest));
    return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ids[ids.length - 1] as number];
  };
}

/** A batch of token ids as the encoder takes it: padded to the longest, the padding masked. */
export function tokenFeeds(batch: readonly (readonly number[])[]): Feeds {
  const length = Math.max(...batch.map((ids) => ids.length));
  const ids = new BigInt64Array(batch.length * length);
  const mask = new Float32Array(batch.length * length);
  batch.forEach((tokens, row) => {
    tokens.forEach((token, column) => {
      ids[row * length + column] = BigInt(token);
      mask[row * length + column] = 1;
    });
  });
  const dims = [batch.length, length];
  return { input_ids: { data: ids, dims }, attention_mask: { data: mask, dims } };
}

/** Text to token ids and back, for a model that writes. */
export interface TextCodec {
  /** Ids of a whole prompt. Special tokens are read as such: they may stand in our own strings only. */
  encode(text: string): readonly number[];
  /** Special tokens are left out. */
  decode(ids: readonly number[]): string;
  /** A text of others without anything that the tokenizer would read as a special token. */
  withoutSpecial(text: string): string;
}

/** Makes the tokenizer of a language model. Start and end marks are the caller's to put. */
export function makeTextCodec(tokenizerJson: Uint8Array): TextCodec {
  const tokenizer = new Tokenizer(JSON.parse(new TextDecoder().decode(tokenizerJson)), {});
  const special = [...tokenizer.get_added_tokens_decoder().values()]
    .map(({ content }) => content)
    .filter((content) => content.trim() !== '')
    .sort((a, b) => b.length - a.length);
  return {
    encode: (text) => (text === '' ? [] : tokenizer.encode(text, { add_special_tokens: false }).ids),
    decode: (ids) => (ids.length === 0 ? '' : tokenizer.decode([...ids], { skip_special_tokens: true })),
    withoutSpecial: (text) => special.reduce((rest, token) => rest.replaceAll(token, ' '), text),
  };
}
