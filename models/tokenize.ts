import { Tokenizer } from '@huggingface/tokenizers';

/** Text to token ids of the embedder, start and end marks included, at most `maxTokens` of them. */
export type Tokenize = (text: string) => readonly number[];

/**
 * Makes the tokenizer of an embedder. The only file that knows the tokenizer library.
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
