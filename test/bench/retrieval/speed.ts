import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import type { Passage } from '#cds-service/retrieval/contract.ts';
import { readCorpus, sha256 } from '#cds-service/retrieval/corpus/read-corpus.ts';
import { openEmbeddedStore } from '#cds-service/retrieval/embedded-store.ts';
import { inTransaction, openForWriting } from '#cds-service/retrieval/index/schema.ts';
import { putDocument } from '#cds-service/retrieval/index/write-documents.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { type LabelledQuery, readLabelledQueries } from './labelled-queries.ts';

/**
 * `npm run bench:retrieval [sizes]`: one query's embedding, and hybrid search at 1,000, 10,000 and 100,000
 * passages of clinics beside the corpus, with the real embedder for the queries.
 *
 * Synthetic passages are shuffled sentences of the corpus; their vectors are the mean of two random passages of it,
 * so that a query has near and far neighbours as in a real library.
 */
const sizes = process.argv.slice(2).map(Number);
const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const corpus = root('cds-service/corpus');
const passages = readCorpus(corpus).files.map(({ passage }) => passage);
const sentences = passages.flatMap(({ text }) => text.split(/(?<=\.)\s/));
const random = lehmer(42);

const embedder = await openEmbedder({ artifact: root('models/artifacts/embedder'), cached: 0 });
if (isUnavailable(embedder.info)) throw new Error(embedder.info.code);
const texts = await embedded(
  embedder,
  passages.map(({ text }) => text),
);
const queries = readLabelledQueries().filter(({ grades }) => grades.size > 0);
const vectors: Float32Array[] = [];
const embedMs: number[] = [];
for (const { text } of queries) {
  const start = performance.now();
  vectors.push((await embedded(embedder, [text]))[0]!);
  embedMs.push(performance.now() - start);
}
console.log(`embedding one query: ${quantiles(embedMs)}`);
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) await measure(size, embedder);
await embedder.close();

async function measure(size: number, real: Embedder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
  const file = join(folder, 'evidence.sqlite');
  try {
    await buildIndex({ corpus, file, embedder: { ...real, embed: async (all) => all.map(() => mixed()) } });
    const start = performance.now();
    fill(file, size);
    const seconds = (performance.now() - start) / 1000;
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const openStart = performance.now();
    const store = openEmbeddedStore({ file, embedder: real.info });
    const openMs = performance.now() - openStart;
    const memory = (process.memoryUsage().rss - before) / 1e6;
    const ask = async ({ text }: LabelledQuery, at: number, round: number) => {
      const begin = performance.now();
      await store.retrieve(
        { text: `${text}${' '.repeat(round)}`, rules: [], limit: 6, clinic: 'bench' },
        vectors[at],
      );
      return performance.now() - begin;
    };
    for (const [at, query] of queries.slice(0, 30).entries()) await ask(query, at, 9);
    const fresh: number[] = [];
    for (const [at, query] of queries.entries()) fresh.push(await ask(query, at, 0));
    const again: number[] = [];
    for (const [at, query] of queries.slice(-100).entries())
      again.push(await ask(query, queries.length - 100 + at, 0));
    console.log(
      `${size} passages: search ${quantiles(fresh)}; repeated ${quantiles(again)}; ` +
        `written ${Math.round(size / seconds)}/s, opened in ${openMs.toFixed(0)} ms, ` +
        `memory +${memory.toFixed(0)} MB, file ${(statSync(file).size / 1e6).toFixed(0)} MB`,
    );
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(file: string, size: number): void {
  const db = openForWriting(file);
  const perDocument = 500;
  for (let done = 0; done < size; done += perDocument) {
    const own = Array.from({ length: Math.min(perDocument, size - done) }, (_, index) =>
      synthetic(done + index),
    );
    const made = new Map(own.map(({ title, text }) => [sha256(`${title}. ${text}`), mixed()]));
    const document = {
      library: 'clinic',
      clinic: 'bench',
      path: `${done}`,
      hash: '',
      passages: own,
    } as const;
    inTransaction(db, () => putDocument(db, document, made));
  }
  db.close();
}

function synthetic(number: number): Passage {
  const text = Array.from({ length: 6 }, () => sentences[Math.floor(random() * sentences.length)]).join(' ');
  const model = passages[number % passages.length]!;
  return { ...model, id: `synthetic-${number}`, text, clinic: 'bench', supports: [], askedAs: undefined };
}

function mixed(): Float32Array {
  const a = texts[Math.floor(random() * texts.length)]!;
  const b = texts[Math.floor(random() * texts.length)]!;
  const sum = a.map((value, index) => value + b[index]! + (random() - 0.5) * 0.05);
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

async function embedded(by: Embedder, all: readonly string[]): Promise<readonly Float32Array[]> {
  const made = await by.embed(all);
  if (isUnavailable(made)) throw new Error(made.code);
  return made;
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2);
  return `p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} ms`;
}

/** A small repeatable generator (Lehmer), so that two runs measure the same library. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
