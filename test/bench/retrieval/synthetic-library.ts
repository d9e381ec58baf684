import { fileURLToPath } from 'node:url';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import type { Passage } from '#cds-service/retrieval/contract.ts';
import { readCorpus, sha256 } from '#cds-service/retrieval/corpus/read-corpus.ts';
import { inTransaction, openForWriting } from '#cds-service/retrieval/index/schema.ts';
import { putDocument } from '#cds-service/retrieval/index/write-documents.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';

/** The clinic that the synthetic passages belong to. */
export const CLINIC = 'bench';

const CORPUS = fileURLToPath(new URL('../../../cds-service/corpus', import.meta.url));
const PER_DOCUMENT = 500;

/** Writes the corpus and `size` synthetic passages of one clinic into an index; says how long that took. */
export type FillIndex = (file: string, size: number) => Promise<{ readonly seconds: number }>;

/**
 * A library of any size out of our own corpus, for measuring time and memory; it says nothing about quality.
 *
 * A synthetic passage is six sentences of the corpus, shuffled; its vector is the mean of the vectors of two random
 * passages with a little noise, so that a query has near and far neighbours as in a real library. Every run makes the
 * same ones.
 */
export async function syntheticLibrary(embedder: Embedder): Promise<FillIndex> {
  const passages = readCorpus(CORPUS).files.map(({ passage }) => passage);
  const sentences = passages.flatMap(({ text }) => text.split(/(?<=\.)\s/));
  const vectors: Float32Array[] = [];
  for (const { text } of passages) {
    const embedded = await embedder.embed([text]);
    if (isUnavailable(embedded)) throw new Error(embedded.code);
    vectors.push(embedded[0]!);
  }
  const random = lehmer(42);
  const anyOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

  const synthetic = (number: number): Passage => ({
    ...passages[number % passages.length]!,
    id: `synthetic-${number}`,
    text: Array.from({ length: 6 }, () => anyOf(sentences)).join(' '),
    clinic: CLINIC,
    supports: [],
    askedAs: undefined,
  });
  const mixed = (): Float32Array => {
    const [a, b] = [anyOf(vectors), anyOf(vectors)];
    const sum = a.map((value, index) => value + b[index]! + (random() - 0.5) * 0.05);
    const length = Math.hypot(...sum);
    return sum.map((value) => value / length);
  };

  return async (file, size) => {
    await buildIndex({ corpus: CORPUS, file, embedder });
    const begin = performance.now();
    const db = openForWriting(file);
    for (let done = 0; done < size; done += PER_DOCUMENT) {
      const count = Math.min(PER_DOCUMENT, size - done);
      const own = Array.from({ length: count }, (_, index) => synthetic(done + index));
      const made = new Map(own.map(({ title, text }) => [sha256(`${title}. ${text}`), mixed()]));
      const document = {
        library: 'clinic',
        clinic: CLINIC,
        path: `${done}`,
        hash: '',
        passages: own,
      } as const;
      inTransaction(db, () => putDocument(db, document, made));
    }
    db.close();
    return { seconds: (performance.now() - begin) / 1000 };
  };
}

/** A small repeatable generator (Lehmer), so that two runs measure the same library. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
