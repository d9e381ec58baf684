import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { EvidenceStore } from '#cds-service/retrieval/contract.ts';
import { openEmbeddedStore } from '#cds-service/retrieval/embedded-store.ts';
import { connectWeaviate } from '#cds-service/retrieval/weaviate/connection.ts';
import { loadWeaviate } from '#cds-service/retrieval/weaviate/load.ts';
import { openWeaviateStore } from '#cds-service/retrieval/weaviate/weaviate-store.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { builtServer } from '../../weaviate/built-server.ts';
import { startWeaviate } from '../../weaviate/start-weaviate.ts';
import { type LabelledQuery, readLabelledQueries } from './labelled-queries.ts';
import { CLINIC, syntheticLibrary } from './synthetic-library.ts';

/**
 * `npm run bench:retrieval -- [sizes] [--weaviate]`: one query's embedding, and hybrid search at 1,000, 10,000 and
 * 100,000 synthetic passages of a clinic beside the corpus; with `--weaviate` the same library in a real server too.
 *
 * Every query is new to the store; vectors of queries are real. Agreement is the share of the embedded store's answer
 * that Weaviate gives too.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { weaviate: { type: 'boolean' } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000];
const WARM = 30;

const artifact = fileURLToPath(new URL('../../../models/artifacts/embedder', import.meta.url));
const embedder = await openEmbedder({ artifact, cached: 0 });
const queries = readLabelledQueries().filter(({ grades }) => grades.size > 0);
const vectors: Float32Array[] = [];
const embedMs: number[] = [];
for (const { text } of queries) {
  const begin = performance.now();
  const embedded = await embedder.embed([text]);
  if (isUnavailable(embedded)) throw new Error(embedded.code);
  vectors.push(embedded[0]!);
  embedMs.push(performance.now() - begin);
}
console.log(`load average ${load()}; embedding one query: ${quantiles(embedMs)}`);
const fill = await syntheticLibrary(embedder);
for (const size of sizes) await measure(size, embedder);
await embedder.close();

async function measure(size: number, { info }: Embedder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
  const file = join(folder, 'evidence.sqlite');
  try {
    const { seconds } = await fill(file, size);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const begin = performance.now();
    const store = openEmbeddedStore({ file, embedder: info });
    const opened = performance.now() - begin;
    const memory = process.memoryUsage().rss - before;
    const embedded = await askAll(store);
    console.log(
      `${size} embedded: ${quantiles(embedded.fresh)}; repeated ${quantiles(embedded.again)}; ` +
        `written ${Math.round(size / seconds)}/s, opened in ${opened.toFixed(0)} ms, ` +
        `memory +${megabytes(memory)}, file ${megabytes(statSync(file).size)}; load average ${load()}`,
    );
    await store.close();
    if (values.weaviate) await measureWeaviate({ size, file, info, expected: embedded.answers });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureWeaviate(given: {
  readonly size: number;
  readonly file: string;
  readonly info: Embedder['info'];
  readonly expected: readonly (readonly string[])[];
}): Promise<void> {
  const { size, file, info, expected } = given;
  const built = await builtServer(console.log);
  if ('missing' in built) throw new Error(built.missing);
  const server = await startWeaviate(built.binary);
  try {
    const connection = connectWeaviate(server);
    const empty = await server.memory();
    const begin = performance.now();
    const { written } = await loadWeaviate({ file, connection });
    const seconds = (performance.now() - begin) / 1000;
    const store = openWeaviateStore({ connection, embedder: info });
    const { fresh, again, answers } = await askAll(store);
    const shared = answers.map((ids, at) => expected[at]!.filter((id) => ids.includes(id)).length);
    const total = expected.reduce((sum, ids) => sum + ids.length, 0);
    console.log(
      `${size} Weaviate: ${quantiles(fresh)}; repeated ${quantiles(again)}; loaded ${Math.round(written / seconds)}/s, ` +
        `server ${megabytes(await server.memory())} (empty ${megabytes(empty)}), ` +
        `agreement ${(shared.reduce((sum, count) => sum + count, 0) / total).toFixed(3)}; load average ${load()}`,
    );
    await store.close();
  } finally {
    await server.close();
  }
}

async function askAll(store: EvidenceStore): Promise<{
  readonly fresh: readonly number[];
  readonly again: readonly number[];
  readonly answers: readonly (readonly string[])[];
}> {
  const ask = async ({ text }: LabelledQuery, at: number, spaces: number) => {
    const query = { text: `${text}${' '.repeat(spaces)}`, rules: [], limit: 6, clinic: CLINIC };
    const begin = performance.now();
    const answer = await store.retrieve(query, vectors[at]);
    const milliseconds = performance.now() - begin;
    if (isUnavailable(answer)) throw new Error(`${answer.code}: ${answer.detail}`);
    return { milliseconds, ids: answer.passages.map(({ passage }) => passage.id) };
  };
  // Spaces make a question new to the cache and leave its words as they are.
  for (const [at, query] of queries.slice(0, WARM).entries()) await ask(query, at, 9);
  const asked = [];
  for (const [at, query] of queries.entries()) asked.push(await ask(query, at, 0));
  const again = [];
  for (const [at, query] of queries.slice(-100).entries())
    again.push(await ask(query, queries.length - 100 + at, 0));
  return {
    fresh: asked.map(({ milliseconds }) => milliseconds),
    again: again.map(({ milliseconds }) => milliseconds),
    answers: asked.map(({ ids }) => ids),
  };
}

function quantiles(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2);
  return `p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function load(): string {
  return loadavg()[0]!.toFixed(1);
}
