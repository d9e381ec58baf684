import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { sha256 } from '../corpus/read-corpus.ts';
import { embeddedTexts, type IndexedDocument } from './indexed-document.ts';
import type { VectorsByHash } from './write-documents.ts';

/** Texts embedded so far of those that need it. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: IndexProgress) => void;

const BATCH = 16;

/**
 * Embeds the texts of passages that have no vector yet and adds them to `known`.
 *
 * @returns all vectors; those known before only, when the embedder is or becomes unavailable: their passages are
 *   then found by words alone until the next run.
 */
export async function embedMissing(
  documents: readonly IndexedDocument[],
  known: VectorsByHash,
  tools: { readonly embedder: Embedder; readonly onProgress?: OnProgress },
): Promise<VectorsByHash> {
  const { embedder, onProgress } = tools;
  const missing = new Map<string, string>();
  for (const { text } of documents.flatMap(({ passages }) => passages).flatMap(embeddedTexts)) {
    const hash = sha256(text);
    if (!known.has(hash)) missing.set(hash, text);
  }
  if (missing.size === 0 || isUnavailable(embedder.info)) return known;

  const vectors = new Map(known);
  const entries = [...missing];
  for (let at = 0; at < entries.length; at += BATCH) {
    onProgress?.({ done: at, total: entries.length });
    const batch = entries.slice(at, at + BATCH);
    const embedded = await embedder.embed(batch.map(([, text]) => text));
    if (isUnavailable(embedded)) return vectors;
    batch.forEach(([hash], index) => {
      vectors.set(hash, embedded[index]!);
    });
  }
  onProgress?.({ done: entries.length, total: entries.length });
  return vectors;
}
