import type { DatabaseSync } from 'node:sqlite';
import { unavailable } from '#fhir-mappers/data-state.ts';
import { sha256 } from '../corpus/read-corpus.ts';
import type { OnProgress } from '../index/embed-missing.ts';
import { type ExportedPassage, exportPassages, libraryStatistics } from '../index/export-passages.ts';
import { openForReading } from '../index/open-for-reading.ts';
import { INDEX_VERSION, readMeta } from '../index/schema.ts';
import { createStemmer } from '../search/stemmer.ts';
import type { WeaviateConnection } from './connection.ts';
import { type LibraryFacts, writeWords } from './library.ts';
import { type Point, pointsOf } from './points.ts';
import { collectionOf, LIBRARY, objectId, STATISTICS, tenantOf } from './schema.ts';
import { type Collections, openCollections } from './write-collections.ts';

export interface LoadOptions {
  /** The SQLite index: the source of truth. */
  readonly file: string;
  readonly connection: WeaviateConnection;
  readonly onProgress?: OnProgress;
}

export interface LoadSummary {
  /** Objects, of which a passage has one or more. */
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly passages: number;
  readonly tenants: readonly string[];
}

/** Passages whose words are cut, and objects that are sent, at a time. */
const BATCH = 200;

/**
 * Makes Weaviate hold what the SQLite index holds; only what differs is written or removed.
 *
 * May be stopped and run again at any time. Readers see a changed embedder's library only when it is whole; within
 * one embedder's library, changes appear as they are written, as with an ingestion.
 *
 * @throws IndexError when there is no index; WeaviateError.
 */
export async function loadWeaviate({ file, connection, onProgress }: LoadOptions): Promise<LoadSummary> {
  const db = openForReading(file, unavailable('not-installed'));
  try {
    // One snapshot, so that words and passages belong together while an ingestion goes on.
    db.exec('BEGIN');
    return await load(db, connection, onProgress);
  } finally {
    db.close();
  }
}

async function load(
  db: DatabaseSync,
  connection: WeaviateConnection,
  onProgress: OnProgress | undefined,
): Promise<LoadSummary> {
  const embedder = readMeta(db, 'embedder') ?? 'none';
  const collection = collectionOf(embedder);
  const statistics = libraryStatistics(db);
  const tenants = statistics.clinics.map(tenantOf).sort();
  const collections = openCollections(connection);
  await collections.prepare(collection, tenants);
  const before = new Map<string, string>();
  for (const tenant of tenants) {
    for (const [id, hash] of await collections.hashesOf(collection, tenant))
      before.set(`${tenant}/${id}`, hash);
  }

  const counts = { written: 0, unchanged: 0, done: 0 };
  const generation: string[] = [embedder, INDEX_VERSION];
  const due: Point[] = [];
  for (const points of inBatches(pointsIn(db, collection), BATCH)) {
    for (const point of points) {
      const key = `${point.tenant}/${point.id}`;
      generation.push(key, point.properties.hash);
      if (before.get(key) === point.properties.hash) counts.unchanged += 1;
      else due.push(point);
      before.delete(key);
      if (point.properties.whole) counts.done += 1;
    }
    counts.written += await flush(collections, due, BATCH);
    onProgress?.({ done: counts.done, total: statistics.size });
  }
  counts.written += await flush(collections, due, 1);
  await removeAll(collections, collection, [...before.keys()]);

  const facts: LibraryFacts = {
    collection,
    indexVersion: INDEX_VERSION,
    embedder,
    generation: sha256(generation.join('\n')),
    tenants,
    size: statistics.size,
    averageLength: statistics.averageLength,
  };
  // Words before facts: who sees the new generation finds its words.
  await collections.write([single(STATISTICS, { words: writeWords(statistics.holders) })]);
  await collections.write([single(LIBRARY, facts)]);
  await collections.removeOthers(collection, tenants);
  const { written, unchanged } = counts;
  return { written, removed: before.size, unchanged, passages: statistics.size, tenants };
}

function* pointsIn(db: DatabaseSync, collection: string): Generator<Point> {
  const stemmer = createStemmer();
  try {
    for (const passages of inBatches(exportPassages(db), BATCH)) {
      const stems = stemmer.stem(passages.map(wordsOf));
      for (const [index, passage] of passages.entries()) {
        yield* pointsOf({ ...passage, stems: stems[index]! }, collection);
      }
    }
  } finally {
    stemmer.close();
  }
}

/** Title, text and aliases, as `putDocument` indexes them. */
function wordsOf({ passage }: ExportedPassage): readonly string[] {
  return [passage.title, passage.text, [passage.heading ?? '', ...(passage.askedAs ?? [])].join('. ')];
}

/** Sends what has gathered, as long as there is at least so much; empties the list as far as it was sent. */
async function flush(collections: Collections, due: Point[], least: number): Promise<number> {
  let sent = 0;
  while (due.length >= least) {
    const batch = due.splice(0, BATCH);
    await collections.write(batch);
    sent += batch.length;
  }
  return sent;
}

async function removeAll(
  collections: Collections,
  collection: string,
  keys: readonly string[],
): Promise<void> {
  const byTenant = Map.groupBy(keys, (key) => key.slice(0, key.indexOf('/')));
  for (const [tenant, own] of byTenant) {
    const ids = own.map((key) => key.slice(tenant.length + 1));
    await collections.remove(collection, tenant, ids);
  }
}

function single(name: string, properties: object) {
  return { class: name, id: objectId(name), properties: { ...properties } };
}

function* inBatches<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
