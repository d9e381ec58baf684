import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { EmbedderInfo } from '#models/contract.ts';
import { embedderKey, hasTables, INDEX_VERSION, IndexError, readMeta } from './schema.ts';

const CURE = 'Run `npm run reindex`.';

/**
 * Opens an index read-only, after checking that it can answer this service.
 *
 * @throws IndexError when there is no index, it has another version, or its vectors come from another embedder.
 *   Without an embedder the vectors are not used, so they are not checked.
 */
export function openForReading(file: string, embedder: EmbedderInfo | Unavailable): DatabaseSync {
  if (!existsSync(file)) {
    throw new IndexError('index-missing', `There is no evidence index at ${file}. ${CURE}`);
  }
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    checkIndex(db, embedder);
    return db;
  } catch (error) {
    db.close();
    if (error instanceof IndexError) throw error;
    throw new IndexError('index-broken', `The evidence index at ${file} cannot be read. ${CURE}`);
  }
}

/** Checks an open index; see `openForReading`. Asked again when another process has written to it. */
export function checkIndex(db: DatabaseSync, embedder: EmbedderInfo | Unavailable): void {
  if (!hasTables(db)) throw new IndexError('index-missing', `The evidence index is empty. ${CURE}`);
  const version = readMeta(db, 'index-version');
  if (version !== INDEX_VERSION) {
    throw new IndexError(
      'index-version',
      `The evidence index has version ${version}, this service reads version ${INDEX_VERSION}. ${CURE}`,
    );
  }
  const embedded = readMeta(db, 'embedder');
  if (!isUnavailable(embedder) && embedded !== embedderKey(embedder)) {
    throw new IndexError(
      'embedder-mismatch',
      `The evidence index was embedded by ${embedded}, this service embeds with ${embedderKey(embedder)}. ${CURE}`,
    );
  }
}
